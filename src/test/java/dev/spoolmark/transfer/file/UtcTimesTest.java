package dev.spoolmark.transfer.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UtcTimesTest {

    @Test
    void randomTimesAreReadAsByTheStandardParser() {
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            long millis = random.nextLong(-2_000_000_000_000L, 4_000_000_000_000L);
            String seconds = Instant.ofEpochSecond(millis / 1_000).toString();
            String precise = Instant.ofEpochMilli(millis - Math.floorMod(millis, 1_000) + 7)
                    .toString();
            assertThat(UtcTimes.parse(seconds))
                    .isEqualTo(OffsetDateTime.parse(seconds).toInstant());
            assertThat(UtcTimes.parse(precise))
                    .isEqualTo(OffsetDateTime.parse(precise).toInstant());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-11-30",
                "2026-11-30T20:15:00",
                "2026-11-30T20:15:00+",
                "2026-11-30 20:15:00Z",
                "2026-11-30T20:15:00.12xZ",
                "2026-11-30T20:15:00,123Z",
                "2026-11-30T20:15:0٣Z",
                "2026-11-30T20:15:00.123456Z"
            })
    void otherFormsAreLeftToOthers(String text) {
        assertThat(UtcTimes.parse(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30T20:15:00Z", "2026-13-01T00:00:00Z", "2026-11-30T24:15:00Z"})
    void timesThatDoNotExistAreRefused(String text) {
        assertThatThrownBy(() -> UtcTimes.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
