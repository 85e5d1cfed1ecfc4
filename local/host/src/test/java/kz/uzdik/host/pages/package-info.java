/** The pages in a real browser, at the width of a phone. */
@NullMarked
package kz.uzdik.host.pages;

import org.jspecify.annotations.NullMarked;
