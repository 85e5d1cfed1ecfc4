package kz.uzdik.contest.jury;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The members of one commission (§3, §4).
 *
 * @param scope KATO of the oblast, or {@code republic}
 */
public record Commission(String scope, List<Member> members) {
    public Commission {
        members = List.copyOf(members);
    }

    /** The member {@code id}. */
    public Optional<Member> member(String id) {
        return members.stream().filter(member -> member.id().equals(id)).findFirst();
    }

    /** Who of {@code deciding} (ids) leads: the chair, or without the chair the deputy; empty if neither is among them. */
    public Optional<Member> leading(Collection<String> deciding) {
        return members.stream()
                .filter(member -> member.role().leads() && deciding.contains(member.id()))
                .min(Comparator.comparing(Member::role));
    }

    /**
     * One member.
     *
     * @param id subject of the member's token
     */
    public record Member(String id, String name, String email, Role role) {}

    /** What a member is on the commission. */
    public enum Role {
        CHAIR,

        /** Leads where the chair does not: absent, or stepped back. */
        DEPUTY,
        MEMBER;

        /** Whether who has it may open sheets and lead a sitting. */
        public boolean leads() {
            return this != MEMBER;
        }
    }
}
