/** Who gave which ballot: the attempt to find out from everything but the contest's key. */
package kz.uzdik.host.secrecy;
