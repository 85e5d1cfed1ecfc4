package kz.uzdik.contest.vote;

/**
 * Who asks for a code or sends a ballot. Lives as long as the request; what is stored are its {@link Pseudonyms}.
 *
 * @param iin twelve digits, checked
 */
public record Voter(String survey, String iin, Contact contact) {

    /** Hides the person, so that they are never logged by accident. */
    @Override
    public String toString() {
        return "Voter[" + survey + "]";
    }
}
