package kz.uzdik.keys;

import java.nio.charset.StandardCharsets;
import kz.uzdik.contest.vote.KeyedHash;
import kz.uzdik.wiring.Wiring;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Reads the key of the keyed hashes from the secret {@code HMAC_SECRET_ARN}; a secret per contest. */
public final class ContestKey {

    private ContestKey() {}

    /** The keyed hash of this contest. Throws the SDK's exception where the secret cannot be read. */
    public static KeyedHash read(Wiring wiring) {
        try (var client = wiring.client(SecretsManagerClient.builder(), "SECRETS_MANAGER")) {
            var secret = client.getSecretValue(r -> r.secretId(wiring.required("HMAC_SECRET_ARN")));
            return new KeyedHash(secret.secretString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
