/** Real engines on one machine, made from the template: tables, buckets, mail, secrets and sign-in. */
package kz.uzdik.engines;
