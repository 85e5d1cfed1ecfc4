/** Anyone's recount of an evidence pack: offline, from the pack alone. */
@org.jspecify.annotations.NullMarked
package kz.uzdik.verify;
