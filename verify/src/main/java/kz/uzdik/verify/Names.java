package kz.uzdik.verify;

import java.util.HashMap;
import java.util.Map;
import kz.uzdik.json.pack.PackContents;

/** How people are named in messages: name and id, since two may share a name. */
final class Names {
    private final Map<String, String> names = new HashMap<>();

    Names(PackContents pack) {
        pack.participants().forEach(participant -> names.put(participant.candidate(), participant.name()));
        pack.commissions().stream()
                .flatMap(commission -> commission.members().stream())
                .forEach(member -> names.put(member.id(), member.name()));
    }

    String candidate(String id) {
        return "candidate " + named(id);
    }

    String member(String id) {
        return "member " + named(id);
    }

    private String named(String id) {
        var name = names.get(id);
        return name == null ? id : name + " (" + id + ")";
    }
}
