/** SLF4J on Lambda's own logger, which writes JSON with the request's id where the template asks for it. */
package kz.uzdik.logging;
