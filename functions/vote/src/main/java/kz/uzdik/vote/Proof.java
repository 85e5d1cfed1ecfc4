package kz.uzdik.vote;

import org.jspecify.annotations.Nullable;

/**
 * A solved challenge as it is sent.
 *
 * @param took milliseconds that the solving took, as ALTCHA's widget tells; nothing is done with it
 */
record Proof(
        String algorithm,
        String challenge,
        long number,
        String salt,
        String signature,
        @Nullable Long took) {}
