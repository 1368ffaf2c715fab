package dev.spoolmark.stats.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneOffsetsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "Europe/Berlin",
                "America/New_York",
                "Australia/Lord_Howe",
                "Asia/Kathmandu",
                "Pacific/Apia",
                "Africa/Casablanca",
                "+05:45"
            })
    void localTimesAreThoseOfTheZone(String id) {
        ZoneId zone = ZoneId.of(id);
        ZoneOffsets offsets = new ZoneOffsets(zone);
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            long second = random.nextLong(-2_208_988_800L, 7_258_118_400L);
            assertSame(offsets, zone, second);
        }
        zone.getRules().getTransitions().forEach(change -> {
            assertSame(offsets, zone, change.toEpochSecond() - 1);
            assertSame(offsets, zone, change.toEpochSecond());
            assertSame(offsets, zone, change.toEpochSecond() + 1);
        });
    }

    private static void assertSame(ZoneOffsets offsets, ZoneId zone, long second) {
        long expected =
                LocalDateTime.ofInstant(Instant.ofEpochSecond(second), zone).toEpochSecond(ZoneOffset.UTC);
        assertThat(offsets.localSecond(second)).isEqualTo(expected);
    }
}
