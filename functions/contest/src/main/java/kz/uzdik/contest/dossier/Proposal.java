package kz.uzdik.contest.dossier;

import java.util.List;

/**
 * What the automatic check proposes to the commission; it decides nothing.
 *
 * @param definitionVersion the definition's version it was judged by
 * @param sha256 of the archive that was checked, as registered
 */
public record Proposal(
        String dossier, int version, int definitionVersion, String sha256, boolean admit, List<Finding> findings) {
    public Proposal {
        findings = List.copyOf(findings);
    }
}
