package kz.uzdik.contest.jury;

import java.util.List;

/**
 * The members of one commission (§3, §4).
 *
 * @param scope KATO of the oblast, or {@code republic}
 */
public record Commission(String scope, List<Member> members) {
    public Commission {
        members = List.copyOf(members);
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
        MEMBER
    }
}
