/** The residents' vote: who may, what a ballot is, how ballots become totals (§14(3)). */
package kz.uzdik.contest.vote;
