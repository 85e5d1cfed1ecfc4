/** Facts in DynamoDB: the only place that knows keys, items, conditions and transactions. */
package kz.uzdik.store;
