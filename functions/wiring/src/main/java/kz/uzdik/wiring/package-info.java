/** What surrounds a function: its environment, clock and randomness, and AWS clients made from them. */
package kz.uzdik.wiring;
