package kz.uzdik.vote;

/**
 * What a resident sends to be given a code.
 *
 * @param altcha a solved challenge, as {@link ProofDesk} reads it
 */
record CodeRequest(String iin, String contact, String altcha) {

    /** Hides the person, so that they are never logged by accident. */
    @Override
    public String toString() {
        return "CodeRequest[…]";
    }
}
