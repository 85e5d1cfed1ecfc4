/** The outbox to SES: the only place that knows how an e-mail is worded and sent. */
@NullMarked
package kz.uzdik.mail;

import org.jspecify.annotations.NullMarked;
