/** The rules of a contest: records, sealed outcomes and pure functions. No AWS, no JSON, no I/O, no clock of its own. */
package kz.uzdik.contest;
