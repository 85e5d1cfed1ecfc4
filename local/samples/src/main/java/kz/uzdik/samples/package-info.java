/** Dossiers' archives made up by code, for rehearsals and tests: real files of real formats, sound or flawed on purpose. */
@NullMarked
package kz.uzdik.samples;

import org.jspecify.annotations.NullMarked;
