package dev.spoolmark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.api.v1.model.V1Times;
import dev.spoolmark.http.ApiMethod;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every member and parameter that is a time, with values that are none: each is rejected or skipped with a reason,
/// never taken for now or for absent. Reads are taken from the table of methods.
class DateTimeValuesTest extends V1Conformance {

    private static final Pattern PARAMETER = Pattern.compile("/\\{(\\w+)(\\??)}");

    /// Values in JSON that are no time, whatever the member.
    private static final List<String> NO_TIMES = List.of(
            "\"\"",
            "\"  \"",
            "\"\\t\"",
            "\"\\u00a0\"",
            "\"\\u200b\"",
            "true",
            "false",
            "{}",
            "[]",
            "[1372021200]",
            "{\"date\": \"2013-06-23\"}",
            "\"NaN\"",
            "\"Infinity\"",
            "\"null\"",
            "\"now\"",
            "\"2011-02-29\"",
            "\"2013-13-01\"",
            "\"2013-06-23T25:00:00Z\"",
            "\"2013-06-23T24:00:01Z\"",
            "\"2013-06-23T21:00:00+99:00\"",
            "\"2013-06-23T21:00:00 Nowhere\"",
            "\"06/07/2013\"");

    /// Where `last_played` can stand, and what the response is then.
    private static final List<String> PLACES = List.of(
            "movie/seen, \"tmdb_id\": 272, \"last_played\": %s",
            "movie/seen, \"movies\": [{\"tmdb_id\": 272, \"last_played\": %s}]",
            "movie/seen, \"movies\": [{\"tmdb_id\": 272}], \"last_played\": %s",
            "show/episode/seen, \"tvdb_id\": 213221, \"episodes\": [{\"season\": 1, \"episode\": 1, \"last_played\": %s}]",
            "show/episode/seen, \"tvdb_id\": 213221, \"episodes\": [{\"season\": 1, \"episode\": 1}], \"last_played\": %s",
            "show/season/seen, \"tvdb_id\": 213221, \"season\": 1, \"last_played\": %s",
            "show/seen, \"tvdb_id\": 213221, \"last_played\": %s",
            "show/seen, \"shows\": [{\"tvdb_id\": 213221, \"last_played\": %s}]",
            "show/seen, \"shows\": [{\"tvdb_id\": 213221}], \"last_played\": %s");

    @Test
    void noInvalidParameterOfAReadIsIgnored() {
        SoftAssertions every = new SoftAssertions();
        int checked = 0;
        for (ApiMethod<?> method : table()) {
            for (String name : times(method)) {
                checked++;
                String path = path(method.path());
                for (String value : NO_TIMES) {
                    V1Response body = v1.send("POST", path).as(users.ann()).with("\"" + name + "\": " + value);
                    isRefused(every, name, method.path() + " with " + value, body);
                    if (value.startsWith("\"") && !value.contains("\\")) {
                        String plain = value.substring(1, value.length() - 1);
                        String encoded = URLEncoder.encode(plain, StandardCharsets.UTF_8);
                        V1Response query = v1.send("GET", path + "?" + name + "=" + encoded)
                                .basic(users.ann())
                                .send();
                        isRefused(every, name, method.path() + " with ?" + name + "=" + encoded, query);
                    }
                }
                for (String form : List.of(name + "=", name + "[]=1372021200", name + "[a]=1")) {
                    isRefused(
                            every,
                            name,
                            method.path() + " with the form " + form,
                            v1.send("POST", path).basic(users.ann()).raw(form));
                }
            }
        }
        assertThat(checked).isGreaterThan(20);
        every.assertAll();
    }

    @Test
    void nullAndMissingMembersAreNoTime() {
        SoftAssertions every = new SoftAssertions();
        for (ApiMethod<?> method : table()) {
            for (String name : times(method)) {
                String path = path(method.path());
                for (String members : List.of("", "\"" + name + "\": null")) {
                    V1Response response = v1.send("POST", path).as(users.ann()).with(members);
                    every.assertThat(response.status())
                            .as("%s %s: %s", method.path(), members, response.text())
                            .isEqualTo(200);
                    every.assertThat(response.text()).doesNotContain("failure");
                }
            }
        }
        every.assertAll();
    }

    private static void isRefused(SoftAssertions every, String name, String what, V1Response response) {
        every.assertThat(response.status()).as(what).isEqualTo(200);
        every.assertThat(response.text())
                .as(what)
                .isEqualToIgnoringWhitespace("{\"status\":\"failure\",\"error\":\"invalid " + name + "\"}");
    }

    @Test
    void noInvalidTimeOfAPlayIsNow() {
        SoftAssertions every = new SoftAssertions();
        for (String place : PLACES) {
            String method = place.substring(0, place.indexOf(','));
            for (String value : NO_TIMES) {
                String members = place.substring(place.indexOf(',') + 2).replace("%s", value);
                V1Response response = v1.post(method).as(users.ann()).with(members);
                every.assertThat(response.status()).as(members).isEqualTo(200);
                every.assertThat(response.text()).as(members).contains("invalid last_played");
            }
        }
        every.assertThat(playTimes()).isEmpty();
        every.assertAll();
    }

    @Test
    void everyPlayHasTheTimeThatWasSent() {
        SoftAssertions every = new SoftAssertions();
        for (String place : PLACES) {
            String method = place.substring(0, place.indexOf(','));
            String members = place.substring(place.indexOf(',') + 2).replace("%s", "\"2013-06-01 12:00:00 +0200\"");
            v1.post(method).as(users.ann()).with(members).ok();
            every.assertThat(playTimes()).as(members).containsOnly(Instant.parse("2013-06-01T10:00:00Z"));
            database().write(tx -> tx.update("DELETE FROM play") + tx.update("DELETE FROM watched"));
        }
        every.assertAll();
    }

    @Test
    void theTimeOfAnItemPrecedesThatOfTheBody() {
        v1.post("movie/seen")
                .as(users.ann())
                .with("\"last_played\": {}, \"movies\": [{\"tmdb_id\": 272, \"last_played\": 1370000000}]")
                .ok()
                .node("inserted")
                .isEqualTo(1);

        assertThat(playTimes()).containsExactly(Instant.ofEpochSecond(1_370_000_000));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2013-06-23T24:00:00Z          | 2013-06-24T00:00:00Z
                    2013-06-23T21:00:00+14:00     | 2013-06-23T07:00:00Z
                    2013-06-23T21:00:00-00:00     | 2013-06-23T21:00:00Z
                    2013-06-23T21:00:00,5Z        | 2013-06-23T21:00:00.5Z
                    1372021200000                 | 2013-06-23T21:00:00Z
                    1372021200.25                 | 2013-06-23T21:00:00.25Z
                    1.3720212e9                   | 2013-06-23T21:00:00Z
                    -86400                        | 1969-12-31T00:00:00Z
                    2012-02-29                    | 2012-02-29T00:00:00Z
                    """)
    void eachFormOfATimeIsRead(String text, Instant moment) {
        v1.post("movie/seen")
                .as(users.ann())
                .with("\"tmdb_id\": 272, \"last_played\": \" " + text + " \"")
                .ok()
                .node("inserted")
                .isEqualTo(1);

        assertThat(playTimes()).containsExactly(moment);
    }

    private List<Instant> playTimes() {
        return database()
                .read(tx -> tx.query("SELECT watched_at FROM play ORDER BY user_id, play_id", row -> row.instant(1)));
    }

    /// The parameters of a method that are times.
    private static List<String> times(ApiMethod<?> method) {
        List<String> times = new ArrayList<>();
        Matcher matcher = PARAMETER.matcher(method.path());
        while (matcher.find()) {
            if (method.isImplemented() && V1Times.PARAMETERS.contains(matcher.group(1))) {
                times.add(matcher.group(1));
            }
        }
        return times;
    }

    /// The path up to the first optional parameter or time.
    private static String path(String pattern) {
        StringBuilder path = new StringBuilder(pattern.substring(0, pattern.indexOf("/{")));
        String method = path.toString();
        Matcher matcher = PARAMETER.matcher(pattern);
        while (matcher.find() && matcher.group(2).isEmpty() && !V1Times.PARAMETERS.contains(matcher.group(1))) {
            path.append('/')
                    .append(
                            switch (matcher.group(1)) {
                                case "apikey" -> V1Client.KEY;
                                case "username" -> "ann";
                                case "title" -> method.contains("movies") ? "272" : "213221";
                                default -> "1";
                            });
        }
        return path.toString();
    }
}
