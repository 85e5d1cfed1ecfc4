/** A whole contest played on one machine through the doors that the cloud would use: HTTP, S3, streams, mail. */
package kz.uzdik.host.rehearsal;
