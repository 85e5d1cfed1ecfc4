package kz.uzdik.json;

import java.util.List;
import java.util.stream.Collectors;
import kz.uzdik.contest.definition.Fault;

/** A definition that cannot be used; the message lists every fault, one a line, with its JSON pointer. */
public final class DefinitionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    DefinitionException(List<Fault> faults) {
        super(faults.stream()
                .map(Fault::toString)
                .collect(Collectors.joining("\n  ", "the contest definition is faulty:\n  ", "")));
        this.faults = List.copyOf(faults);
    }

    /** What is wrong, field by field. */
    public List<Fault> faults() {
        return faults;
    }
}
