package dev.spoolmark.conformance.v1;

import dev.spoolmark.conformance.RecordedShape;
import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Specified("v1 calendar/shows")
class CalendarShowsTest extends V1Conformance {

    @Test
    void returnsDaysWithBroadcasts() {
        v1.get("calendar/shows", "/20110128/31").send().is(200, "two-days");
    }

    @Test
    void matchesTheRecordedShape() {
        RecordedShape.fits(
                "calendar/shows", v1.get("calendar/shows", "/20110128/31").send());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/calendar/shows.json/{key}",
                "/calendar/shows/{key}?date=2013-06-24&days=7",
                "/calendar/shows.json/{key}/20130624/7",
                "/calendar/shows.json/{key}/2013-06-24/seven",
                "/calendar/shows.json/{key}/?/date=20130701&days=7"
            })
    void acceptsTheDatesInPathAndQuery(String path) {
        v1.send("GET", path).send().ok().inPath("[*].date").isArray().containsExactly("2013-06-25");
    }

    @Test
    void theDayIsThatOfTheBroadcastInItsTimeZone() {
        v1.get("calendar/shows", "/20130625/1").send().ok().isArray().hasSize(1);
        v1.get("calendar/shows", "/20130626/1").send().ok().isEqualTo("[]");
    }

    @Test
    void todayIsThatOfThePacificCoastWithoutSignIn() {
        clock.set(Instant.parse("2013-06-26T06:59:59Z"));
        v1.get("calendar/shows", "").send().ok().isArray().hasSize(1);

        clock.set(Instant.parse("2013-06-26T07:00:00Z"));
        v1.get("calendar/shows", "").send().ok().isArray().isEmpty();
    }

    @Test
    void theNumberOfDaysIsLimited() {
        v1.get("calendar/shows", "/20110121/0").send().ok().isArray().hasSize(1);
        v1.get("calendar/shows", "/20110121/9999").send().ok().isArray().hasSize(3);
    }

    @Test
    void rejectsWrongCredentials() {
        v1.get("calendar/shows", "/20110121/1").basic(users.impostor()).send().fails(401, "failed authentication");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2013-13-01", "next-week", "0001-01-01", "99991231", "24.06.2013"})
    void rejectsADateThatCannotBeParsed(String date) {
        v1.get("calendar/shows", "/" + date + "/7").send().fails(200, "invalid date");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2013.06.24", "2013-06-24T21%3A00%3A00Z", "Mon%2C+24+Jun+2013", "1372107600"})
    void acceptsDatesInSeveralFormats(String date) {
        v1.get("calendar/shows", "/" + date + "/7")
                .send()
                .ok()
                .inPath("[*].date")
                .isArray()
                .containsExactly("2013-06-25");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%2B999999999-12-31", "-999999999-01-01", "%2B10000-01-01", "0000-01-01"})
    void rejectsADateOutOfRange(String date) {
        v1.get("calendar/shows", "/" + date + "/7").send().fails(200, "invalid date");
    }
}
