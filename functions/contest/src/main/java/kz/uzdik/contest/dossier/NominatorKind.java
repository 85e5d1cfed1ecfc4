package kz.uzdik.contest.dossier;

/** Who may propose a candidate (§7). */
public enum NominatorKind {
    LOCAL_EXECUTIVE_BODY,
    CENTRAL_BODY_UNIT,
    PUBLIC_ORGANISATION,
    SELF
}
