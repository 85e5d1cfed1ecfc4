/** Anyone looks up whether the ballot of a receipt is counted; what it says nobody is told. */
package kz.uzdik.receipt;
