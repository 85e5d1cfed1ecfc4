package kz.uzdik.contest.definition;

import java.time.LocalDateTime;

/**
 * The dates of an edition, local times in the definition's zone (§8–§19).
 *
 * @param announced the announcement that opens the contest (§8)
 * @param intake when dossiers are registered (§9)
 * @param uploadUntil last moment at which the bytes of a dossier registered in time may follow
 * @param checkUntil end of the commission's check (§10)
 * @param selectionUntil end of the selection (§13)
 * @param regionalUntil end of the regional stage (§14, §16)
 * @param handoverUntil when materials and decisions are due at the Agency (§18)
 * @param republicanUntil end of the republican stage (§19)
 */
public record Calendar(
        LocalDateTime announced,
        Window intake,
        LocalDateTime uploadUntil,
        LocalDateTime checkUntil,
        LocalDateTime selectionUntil,
        LocalDateTime regionalUntil,
        LocalDateTime handoverUntil,
        LocalDateTime republicanUntil) {}
