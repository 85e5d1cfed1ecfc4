package kz.uzdik.vote;

/** What a resident sends to be given a code. */
record CodeRequest(String iin, String contact) {

    /** Hides the person, so that they are never logged by accident. */
    @Override
    public String toString() {
        return "CodeRequest[…]";
    }
}
