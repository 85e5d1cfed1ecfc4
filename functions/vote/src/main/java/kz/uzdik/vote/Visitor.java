package kz.uzdik.vote;

import kz.uzdik.http.Request;

/** Where a request came from, as far as it can be told. */
final class Visitor {

    private Visitor() {}

    /**
     * The address of the resident's network. CloudFront and the gateway each add to {@code x-forwarded-for} whom they
     * were called by, so that the last entry is CloudFront and the one before it the resident; what stands further
     * left, anybody may have written. Without CloudFront it is who called the gateway.
     */
    static String address(Request request) {
        var hops = request.header("x-forwarded-for").split(",", -1);
        return hops.length < 2 ? request.sourceIp() : hops[hops.length - 2].strip();
    }
}
