/** What an edition sets: dates, places, documents, surveys, sheets, ratings and commissions, as data. */
package kz.uzdik.contest.definition;
