package kz.uzdik.contest.definition;

import java.util.List;

/**
 * An oblast with its districts.
 *
 * @param kato nine digits, {@code AB0000000}
 */
public record Oblast(String kato, Text name, List<District> districts) {
    public Oblast {
        districts = List.copyOf(districts);
    }
}
