package dev.spoolmark.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Dates, years and times of day in the formats of sources.
class LenientDatesTest {

    @ParameterizedTest
    @ValueSource(strings = {"2015-03-01", "2015-03-01T20:00:00Z", "2015-03-01 20:00:00"})
    void aDateIsParsedWithOrWithoutATime(String text) {
        assertThat(LenientDates.day(text)).isEqualTo(LocalDate.of(2015, 3, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2015",
                "2015-03",
                "2015-00-00",
                "2015-02-30",
                "0000-00-00",
                "+12015-03-01",
                "-0044-03-15",
                "soon"
            })
    void incompleteAndInvalidDatesAreRejected(String text) {
        assertThatThrownBy(() -> LenientDates.day(text)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @CsvSource({"2015,2015", "2015-03,2015", "2015-00-00,2015", "2015-03-01,2015", "20150301,", "soon,", "'',"})
    void anIncompleteDateHasAYear(String text, Integer year) {
        assertThat(LenientDates.year(text)).isEqualTo(year);
    }

    @Test
    void anInstantOutOfRangeIsAbsent() {
        assertThatThrownBy(() -> LenientDates.instant("+999999999-01-01T00:00:00Z"))
                .isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "21:00,21:00,false",
        "9:30,09:30,false",
        "21:00:00,21:00,false",
        "9:30 PM,21:30,false",
        "12:05am,00:05,false",
        "24:00,00:00,true",
        "24:35,00:35,true",
        "25:15,01:15,true",
        "29:59,05:59,true"
    })
    void hoursBeyond24BelongToTheNextDay(String text, LocalTime time, boolean nextDay) {
        assertThat(AirTime.parse(text)).isEqualTo(new AirTime(time, nextDay));
    }

    @ParameterizedTest
    @ValueSource(strings = {"48:00", "21:60", "13:00 PM", "evening", "2100", "-1:00", ""})
    void invalidTimesAreRejected(String text) {
        assertThatThrownBy(() -> AirTime.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
