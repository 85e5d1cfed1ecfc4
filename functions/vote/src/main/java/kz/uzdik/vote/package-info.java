/** The public door of the vote: a resident asks for a code and casts a ballot. */
package kz.uzdik.vote;
