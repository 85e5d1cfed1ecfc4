package kz.uzdik.store;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.uzdik.contest.dossier.Retrieval;

/** Who retrieved which file of a dossier: a fact each, apart from the dossier itself, which is read far more often. */
public final class RetrievalStore {

    private final Facts facts;

    public RetrievalStore(Tables tables) {
        this.facts = new Facts(tables);
    }

    /** Keeps {@code retrieval}; false where the dossier has one of that id. */
    public boolean put(Retrieval retrieval) {
        return facts.put(pk(retrieval.dossier()), retrieval.id(), retrieval, List.of());
    }

    /** The retrieval {@code id} of a dossier. */
    public Optional<Retrieval> of(String dossier, String id) {
        return facts.read(pk(dossier), id).stream()
                .filter(fact -> fact.sk().equals(id))
                .map(fact -> fact.as(Retrieval.class))
                .findFirst();
    }

    /** All of a dossier, the last one first. */
    public List<Retrieval> of(String dossier) {
        return facts.read(pk(dossier), "").stream()
                .map(fact -> fact.as(Retrieval.class))
                .sorted(Comparator.comparing(Retrieval::at).reversed().thenComparing(Retrieval::id))
                .toList();
    }

    private static String pk(String dossier) {
        return "RETRIEVALS#" + dossier;
    }
}
