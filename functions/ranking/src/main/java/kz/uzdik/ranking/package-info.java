/** From the recorded facts to ratings, announcements and all that is published with them (§12–§21). */
package kz.uzdik.ranking;
