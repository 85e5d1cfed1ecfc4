package kz.uzdik.contest.definition;

import java.util.List;

/**
 * A district, or a city administration that has rural districts of its own; both count alike for §12.
 *
 * @param kato nine digits, beginning with the oblast's two
 */
public record District(String kato, Text name, List<Okrug> okrugs) {
    public District {
        okrugs = List.copyOf(okrugs);
    }
}
