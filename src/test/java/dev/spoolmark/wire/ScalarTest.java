package dev.spoolmark.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarTest {

    @ParameterizedTest
    @CsvSource({"25, 25", "25.0, 25", "' 25 ', 25", "2.5e1, 25", "00000000000000000025, 25", "-0, 0"})
    void wholeNumbersInEveryForm(String text, long number) {
        assertThat(new Scalar(text, true).whole()).hasValue(number);
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
    void whatIsNoWholeNumberOrTooLong(String text) {
        assertThat(new Scalar(text, true).whole()).isEmpty();
        assertThat(new Scalar(text, true).wholeInt()).isEmpty();
    }

    @Test
    void aNumberOfVeryManyDigitsIsRefusedCheaply() {
        Scalar digits = new Scalar("9".repeat(Limits.JSON_TEXT), true);
        long began = System.nanoTime();

        for (int times = 0; times < 1000; times++) {
            assertThat(digits.whole()).isEmpty();
        }

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }
}
