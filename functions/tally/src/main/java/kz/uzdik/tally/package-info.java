/** The stream of ballots becomes running totals. */
package kz.uzdik.tally;
