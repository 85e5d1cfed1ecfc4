package kz.uzdik.host.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileHashTest {

    private static final String SCRIPT = """
        async () => {
          const { Sha256 } = await import("/sha256.js");
          const sizes = [0, 1, 3, 55, 56, 63, 64, 65, 119, 120, 1000, 100001];
          for (const size of sizes) {
            const bytes = Uint8Array.from({ length: size }, (_, i) => (i * 31 + size) % 256);
            const hash = new Sha256();
            for (let at = 0; at < size; at += 37) hash.update(bytes.subarray(at, at + 37));
            const own = await crypto.subtle.digest("SHA-256", bytes);
            const expected = [...new Uint8Array(own)].map((b) => b.toString(16).padStart(2, "0")).join("");
            if (hash.hex() !== expected) return `differs at ${size}`;
          }
          return "same";
        }\
        """;

    @Test
    void theHashOfAFileIsSha256() {
        try (var stand = new PageStand();
                var phone = Phone.at(stand.uri())) {
            phone.page().navigate("/results.html");
            assertThat(phone.page().evaluate(SCRIPT)).isEqualTo("same");
        }
    }
}
