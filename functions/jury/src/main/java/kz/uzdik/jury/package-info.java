/** The commissions over HTTP: members, score sheets, recusals and the chair's casting vote (§3, §4). */
package kz.uzdik.jury;
