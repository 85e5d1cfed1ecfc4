/** The cloud on one machine: the template's API, events, streams and schedules, calling the functions as Lambda does. */
package kz.uzdik.host;
