/** Facts, definitions and packs as JSON: one mapper, strict reading, canonical writing. */
package kz.uzdik.json;
