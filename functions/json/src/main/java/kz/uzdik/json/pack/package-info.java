/** The evidence pack: all that a stage's result rests on, in one file that anyone can recount. */
@org.jspecify.annotations.NullMarked
package kz.uzdik.json.pack;
