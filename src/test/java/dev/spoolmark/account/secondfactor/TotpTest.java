package dev.spoolmark.account.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.core.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final Secret SECRET = Secret.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /// The vectors of RFC 6238, appendix B, of which 6 digits are used.
    @ParameterizedTest
    @CsvSource({
        "59,287082",
        "1111111109,081804",
        "1111111111,050471",
        "1234567890,005924",
        "2000000000,279037",
        "20000000000,353130"
    })
    void codesEqualThoseOfRfc6238(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    @Test
    void oneStepBeforeAndAfterIsAccepted() {
        Instant now = Instant.ofEpochSecond(1_111_111_109);
        long step = Totp.step(now);

        for (long offset = -1; offset <= 1; offset++) {
            assertThat(Totp.findStep(SECRET, Totp.code(SECRET, step + offset), now))
                    .hasValue(step + offset);
        }
        assertThat(Totp.findStep(SECRET, Totp.code(SECRET, step - 2), now)).isEmpty();
        assertThat(Totp.findStep(SECRET, Totp.code(SECRET, step + 2), now)).isEmpty();
        assertThat(Totp.findStep(SECRET, "", now)).isEmpty();
    }
}
