package kz.uzdik.contest.definition;

/** How a person shows in a survey who they are, and so that they vote once. */
public sealed interface Identity {

    /** Whether only those vote who are on the roll of the okrug, each for its akim. */
    boolean roll();

    /** IIN and a one-time code sent to a contact. */
    record Code(boolean roll) implements Identity {}

    /**
     * A token of a state identity provider, OpenID Connect.
     *
     * @param claim name of the token's claim that holds the IIN
     */
    record Oidc(String claim, boolean roll) implements Identity {}

    /** A one-time token that was handed out; nobody is named. */
    record Invite() implements Identity {

        @Override
        public boolean roll() {
            return false;
        }
    }
}
