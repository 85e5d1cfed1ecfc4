package kz.uzdik.mail;

/** An e-mail as its reader sees it: one subject, and the same words as plain text and as HTML. */
public record Letter(String subject, String text, String html) {}
