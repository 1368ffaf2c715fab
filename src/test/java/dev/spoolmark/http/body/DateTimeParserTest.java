package dev.spoolmark.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTimeParserTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1372107600",
                "+1372107600",
                "1372107600.0",
                "1.3721076E9",
                "1372107600000",
                "1372107600000000",
                "1372107600000000000",
                "/Date(1372107600000)/",
                "/Date(1372107600000+0200)/",
                "20130624210000",
                "20130624T210000Z",
                "20130624T210000",
                "20130624T2300+0200",
                "2013-06-24T21:00:00Z",
                "2013-06-24t21:00:00z",
                "2013-06-24T21:00:00",
                "2013-06-24T21:00",
                "2013-06-24T21:00Z",
                "2013-06-24 21:00:00",
                "2013-06-24 21:00",
                " 2013-06-24  21:00:00 ",
                "2013-06-24\u00a021:00:00",
                "2013-06-24T21:00:00.000Z",
                "2013-06-24T21:00:00.0000000Z",
                "2013-06-24T21:00:00.000000000000Z",
                "2013-06-24T21:00:00,0Z",
                "2013-06-24T23:00:00+02:00",
                "2013-06-24T23:00:00+0200",
                "2013-06-24T23:00:00+02",
                "2013-06-24T23:00:00 +02:00",
                "2013-06-24T23:00:00 02:00",
                "2013-06-24 23:00:00 0200",
                "2013-06-24T14:00:00-07:00",
                "2013-06-24T14:00:00\u221207:00",
                "2013-06-24 17:00:00 EDT",
                "2013-06-24 21:00:00 UTC",
                "2013-06-24 21:00:00 GMT",
                "2013-06-24 23:00:00 GMT+2",
                "2013-06-24T23:00:00+02:00[Europe/Berlin]",
                "2013-06-24T23:00:00[Europe/Berlin]",
                "2013-06-24 23:00:00 Europe/Berlin",
                "2013-6-24 21:00:00",
                "2013/06/24 21:00:00",
                "2013/6/24, 9:00 PM",
                "2013.06.24 21:00:00",
                "2013-06-24 09:00:00 PM",
                "2013-06-24 9:00pm",
                "2013-06-24 9:00\u202fp.m.",
                "2013-06-24T24:00:00+03:00",
                "Mon, 24 Jun 2013 21:00:00 GMT",
                "Mon, 24 Jun 2013 21:00 GMT",
                "Mon, 24 Jun 2013 23:00:00 +0200",
                "Mon, 24 Jun 2013 23:00:00 +0200 (CEST)",
                "Mon, 24 Jun 2013 17:00:00 EDT",
                "24 Jun 2013 21:00:00",
                "24 June 2013 21:00",
                "Monday, 24-Jun-13 21:00:00 GMT",
                "Mon Jun 24 21:00:00 2013",
                "Mon Jun 24 21:00:00 UTC 2013",
                "Mon Jun 24 2013 23:00:00 GMT+0200 (Central European Summer Time)",
                "June 24, 2013, 9:00 PM"
            })
    void readsOneTimeInSeveralFormats(String text) {
        assertThat(DateTimeParser.parse(text)).contains(Instant.parse("2013-06-24T21:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2013-06-24",
                "2013/06/24",
                "2013.6.24",
                "20130624",
                "24 Jun 2013",
                "June 24, 2013",
                "Mon, 24 Jun 2013",
                "2013-06-24Z",
                "2013-06-23T24:00:00",
                "2013-06-24 12:00 AM"
            })
    void aDateIsItsMidnight(String text) {
        assertThat(DateTimeParser.parse(text)).contains(Instant.parse("2013-06-24T00:00:00Z"));
        assertThat(DateTimeParser.date(text, BERLIN)).contains(LocalDate.of(2013, 6, 24));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1970-01-01T00:00:00Z",
        "-1, 1969-12-31T23:59:59Z",
        "-2208988800, 1900-01-01T00:00:00Z",
        "99999999999, 5138-11-16T09:46:39Z",
        "1372107600.5, 2013-06-24T21:00:00.500Z",
        "1372107600250, 2013-06-24T21:00:00.250Z",
        "2013-06-24T21:00:00.123456789Z, 2013-06-24T21:00:00.123456789Z",
        "2012-06-30T23:59:60Z, 2012-07-01T00:00:00Z",
        "2013-03-31T02:30:00[Europe/Berlin], 2013-03-31T01:30:00Z",
        "2013-10-27T02:30:00[Europe/Berlin], 2013-10-27T00:30:00Z",
        "2013-10-27T02:30:00+01:00[Europe/Berlin], 2013-10-27T01:30:00Z",
        "2012-02-29, 2012-02-29T00:00:00Z",
        "86399999, 1972-09-26T23:59:59Z"
    })
    void allFormatsOfClientsAreParsed(String text, Instant moment) {
        assertThat(DateTimeParser.parse(text)).contains(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yesterday",
                "now",
                "null",
                "true",
                "06/24/2013",
                "24/06/2013 21:00",
                "06/07/2013",
                "24.06.2013",
                "2013-13-01",
                "2013-02-29",
                "2013-06-31",
                "0000-00-00 00:00:00",
                "2013-06-24 25:00:00",
                "2013-06-24 24:00:01",
                "2013-06-24 21:60",
                "2013-06-24 21:00:61",
                "2013-06-24 13:00 PM",
                "2013-06-24 0:00 AM",
                "2013-06-24T21:00:00+25:00",
                "2013-06-24T21:00:00+02:60",
                "2013-06-24T21:00:00 CEST",
                "2013-06-24T21:00:00 Europe/Nowhere",
                "2013-06-24 about nine",
                "24 Foo 2013 21:00:00",
                "24 Junk 2013",
                "2013-06",
                "12013-06-24T21:00:00Z",
                "21:00",
                "1372107600s",
                "0x51c8b4d0",
                "1e999",
                "\u0662\u0660\u0661\u0663-\u0660\u0666-\u0662\u0664 \u0662\u0661:\u0660\u0660:\u0660\u0660",
                "NaN"
            })
    void ambiguousTextsAreRejected(String text) {
        assertThat(DateTimeParser.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1372107600, 2013-06-24", "1372112000000, 2013-06-25", "2013-06-24T23:30:00-07:00, 2013-06-24"})
    void theDayOfATimeIsThatOfTheZoneOrAsWritten(String text, LocalDate day) {
        assertThat(DateTimeParser.date(text, BERLIN)).contains(day);
        assertThat(DateTimeParser.date("1372112000", ZoneOffset.UTC)).contains(LocalDate.of(2013, 6, 24));
    }

    @ParameterizedTest
    @ValueSource(ints = {81, 100_000})
    void aTextLongerThanAnyDateIsRejected(int length) {
        assertThat(DateTimeParser.parse("1".repeat(length))).isEmpty();
    }
}
