/** The contest's secret key, from Secrets Manager. */
package kz.uzdik.keys;
