package kz.uzdik.contest.dossier;

/** Who may appeal against a commission's decision on a dossier. */
public enum Appellant {
    CANDIDATE,
    NOMINATOR
}
