package kz.uzdik.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Where ballots are sent, over kept connections of the HTTP client that the SDK uses, too. */
record BallotDoor(URI address) {

    private static final int CREATED = 201;

    /** The answer to a ballot's {@code body}; throws {@link IllegalStateException} where it is not taken in. */
    String send(String body) throws IOException {
        var connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        connection.setFixedLengthStreamingMode(bytes.length);
        try (var out = connection.getOutputStream()) {
            out.write(bytes);
        }
        int status = connection.getResponseCode();
        try (var in = status < HttpURLConnection.HTTP_BAD_REQUEST
                ? connection.getInputStream()
                : connection.getErrorStream()) {
            var answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (status != CREATED) {
                throw new IllegalStateException(status + ": " + answer);
            }
            return answer;
        }
    }
}
