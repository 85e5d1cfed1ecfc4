/** Speed, measured beside the limit it is held against, in one run. */
package kz.uzdik.bench;
