/** A candidate's dossier: what is registered, what a check finds, what the commission decides (§5–§11). */
package kz.uzdik.contest.dossier;
