package dev.spoolmark.api.v1.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Time zone codes, which are the same in summer and in winter.
class V1TimeZonesTest {

    @ParameterizedTest
    @CsvSource({
        "America/Los_Angeles, UM8",
        "Europe/London, UTC",
        "Europe/Berlin, UP1",
        "America/St_Johns, UM35",
        "Pacific/Marquesas, UM95",
        "Asia/Tehran, UP35",
        "Asia/Kabul, UP45",
        "Asia/Kolkata, UP55",
        "Asia/Kathmandu, UP575",
        "Asia/Yangon, UP65",
        "Australia/Eucla, UP875",
        "Australia/Adelaide, UP95",
        "Australia/Lord_Howe, UP105",
        "Pacific/Chatham, UP1275",
        "Pacific/Kiritimati, UP14",
        "Etc/GMT+12, UM12",
        "-04:30, UM45",
        "+11:30, UP115"
    })
    void aZoneHasTheCodeOfItsStandardOffset(String zone, String code) {
        assertThat(V1TimeZones.of(ZoneId.of(zone), Instant.parse("2013-07-01T00:00:00Z")))
                .isEqualTo(code);
        assertThat(V1TimeZones.of(ZoneId.of(zone), Instant.parse("2013-01-01T00:00:00Z")))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"+00:20, UTC", "-00:20, UM1", "+13:45, UP13", "-16:00, UM12", "+18:00, UP14"})
    void anOffsetWithoutACodeUsesTheNextLowerOne(String zone, String code) {
        assertThat(V1TimeZones.of(ZoneId.of(zone), Instant.EPOCH)).isEqualTo(code);
    }
}
