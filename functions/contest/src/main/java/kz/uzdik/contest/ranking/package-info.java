/** From facts to a rating in which every place explains itself (§12–§21). */
package kz.uzdik.contest.ranking;
