package kz.uzdik.json.pack;

import java.util.List;
import kz.uzdik.contest.jury.Commission;

/**
 * A commission as published: its members without their addresses (§3, §4).
 *
 * @param scope KATO of the oblast, or {@code republic}
 */
public record PackCommission(String scope, List<PackMember> members) {
    public PackCommission {
        members = List.copyOf(members);
    }

    /** One member. */
    public record PackMember(String id, String name, Commission.Role role) {}

    static PackCommission of(Commission commission) {
        return new PackCommission(
                commission.scope(),
                commission.members().stream()
                        .map(member -> new PackMember(member.id(), member.name(), member.role()))
                        .toList());
    }

    /** The commission again, addresses left empty. */
    public Commission commission() {
        return new Commission(
                scope,
                members.stream()
                        .map(member -> new Commission.Member(member.id(), member.name(), "", member.role()))
                        .toList());
    }
}
