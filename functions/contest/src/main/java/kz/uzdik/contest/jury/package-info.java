/** The commission's work: members, score sheets, recusals and the chair's casting vote (§3, §4). */
package kz.uzdik.contest.jury;
