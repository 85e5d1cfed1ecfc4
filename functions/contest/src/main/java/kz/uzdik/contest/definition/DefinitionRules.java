package kz.uzdik.contest.definition;

import java.util.ArrayList;
import java.util.List;

/** What a definition must satisfy beyond having the right fields. */
public final class DefinitionRules {

    private DefinitionRules() {}

    /** Everything that is wrong with {@code definition}, in the order of its fields; empty for a sound one. */
    public static List<Fault> check(ContestDefinition definition) {
        var faults = new ArrayList<Fault>();
        if (!definition.id().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            faults.add(new Fault("/id", "must be lower-case letters, digits and single hyphens"));
        }
        return faults;
    }
}
