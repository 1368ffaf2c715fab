package dev.spoolmark.api.v1.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class V1TimesTest {

    @Test
    void aTimeInTheSpringGapIsTheBeginningOfDaylightSavingTime() {
        assertThat(V1Times.asIfPacific(LocalDateTime.parse("2013-03-10T01:59")))
                .isEqualTo(seconds("2013-03-10T09:59:00Z"));
        assertThat(V1Times.asIfPacific(LocalDateTime.parse("2013-03-10T02:30")))
                .isEqualTo(seconds("2013-03-10T10:00:00Z"));
        assertThat(V1Times.asIfPacific(LocalDateTime.parse("2013-03-10T03:00")))
                .isEqualTo(seconds("2013-03-10T10:00:00Z"));
    }

    @Test
    void anAmbiguousTimeIsTheEarlierOne() {
        assertThat(V1Times.asIfPacific(LocalDateTime.parse("2013-11-03T01:30")))
                .isEqualTo(seconds("2013-11-03T08:30:00Z"));
    }

    private static long seconds(String instant) {
        return Instant.parse(instant).getEpochSecond();
    }
}
