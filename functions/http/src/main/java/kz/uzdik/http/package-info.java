/** HTTP as the functions see it: requests read strictly, answers as JSON, refusals as RFC 9457 problems. */
package kz.uzdik.http;
