/** The residents' pages as HTML: what publication writes beforehand and what functions answer, made of the same parts. */
package kz.uzdik.pages;
