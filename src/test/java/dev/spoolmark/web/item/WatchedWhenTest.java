package dev.spoolmark.web.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.web.form.Form;
import dev.spoolmark.web.text.Languages;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The times of forms that mark items as watched.
class WatchedWhenTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Form form(String date, String time) {
        return Form.of(new Languages().texts("en"), Map.of("date", date, "time", time));
    }

    @Test
    void aTimeThatOccursTwiceIsTheFirst() {
        assertThat(WatchedWhen.stated(form("2013-10-27", "02:30"), BERLIN))
                .contains(WatchedTime.of(Instant.parse("2013-10-27T00:30:00Z")));
    }

    @Test
    void aTimeThatClocksLeaveOutIsExplained() {
        Form form = form("2013-03-31", "02:30");

        assertThat(WatchedWhen.stated(form, BERLIN)).isEmpty();
        assertThat(form.errorOf("time")).isEqualTo("This time does not exist: the clocks were set forward.");
        assertThat(WatchedWhen.stated(form("2013-03-31", "03:00"), BERLIN))
                .contains(WatchedTime.of(Instant.parse("2013-03-31T01:00:00Z")));
    }

    @Test
    void aDayWithoutATimeIsADay() {
        assertThat(WatchedWhen.stated(form("2013-03-31", ""), BERLIN))
                .contains(WatchedTime.of(LocalDate.of(2013, 3, 31)));
    }

    @ParameterizedTest
    @CsvSource({"'',21:30,date", "2013-02-30,'',date", "2013-03-31,24:00,time", "2013-03-31,x,time"})
    void whatIsNoDateOrNoTimeIsAnErrorOfItsField(String date, String time, String field) {
        Form form = form(date, time);

        assertThat(WatchedWhen.stated(form, BERLIN)).isEmpty();
        assertThat(form.errorOf(field)).isNotBlank();
    }
}
