package dev.spoolmark.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.http.HttpLimits;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LenientValueTest {

    @ParameterizedTest
    @CsvSource({
        "25, 25",
        "25.0, 25",
        "' 25 ', 25",
        "2.5e1, 25",
        "00000000000000000025, 25",
        "-0, 0",
        "'\u00a025\ufeff', 25",
        "'\u200b25\u3000', 25"
    })
    void acceptsWholeNumbersInSeveralForms(String text, long number) {
        assertThat(new LenientValue(text, true).asLong()).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "25.5",
                "x",
                "9007199254740993",
                "1e99",
                "1e999999999",
                "1e-999999999",
                "000000000000000000025"
            })
    void rejectsOtherTextAndLongNumbers(String text) {
        assertThat(new LenientValue(text, true).asLong()).isEmpty();
        assertThat(new LenientValue(text, true).asInt()).isEmpty();
    }

    @Test
    void rejectsLongNumbersWithoutParsing() {
        LenientValue digits = new LenientValue("9".repeat(HttpLimits.JSON_TEXT), true);
        long began = System.nanoTime();

        for (int times = 0; times < 1000; times++) {
            assertThat(digits.asLong()).isEmpty();
        }

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }
}
