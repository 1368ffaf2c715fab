package dev.spoolmark.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.account.Permission;
import dev.spoolmark.account.Profile;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.http.HttpLimits;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The rows of the table of limits (`docs/security.md#input-limits`) about bodies of methods and single values in
/// v1: an invalid value is an error with status 200, skips its item, counts as absent, or is clamped.
/// `RequestLimitsTest` lists the tests of the other rows.
class ValueLimitsTest extends V1Conformance {

    /// One character that Java counts as two.
    private static final String CLEF = "\ud834\udd1e";

    private static final String SIGN_UP = "0123456789abcdef0123456789abcdef01234567";
    private static final String BATMAN = "\"imdb_id\": \"tt0372784\"";

    @BeforeEach
    void registerTheSignUpPage() {
        users.features().applications().add("sign-up page", EnumSet.of(Permission.ACCOUNT_CREATE), SIGN_UP);
    }

    // Bodies

    @ParameterizedTest
    @CsvSource({"rate/movie, '\"rating\": 9, '", "movie/scrobble, ''", "movie/watching, ''"})
    void aRequestForOneItemHasABodyOfAtMost256KiB(String method, String members) {
        int limit = (int) HttpLimits.BODY_BYTES;

        v1.post(method).basic(users.ann()).raw(padded(members + BATMAN, limit)).ok();
        v1.post(method)
                .basic(users.ann())
                .raw(padded(members + BATMAN, limit + 1))
                .fails(413, "the request is too big: at most 262144 bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rate/movies",
                "rate/shows",
                "rate/episodes",
                "movie/seen",
                "movie/unseen",
                "movie/library",
                "movie/unlibrary",
                "movie/watchlist",
                "movie/unwatchlist",
                "show/episode/seen",
                "show/episode/unseen",
                "show/episode/library",
                "show/episode/unlibrary",
                "show/episode/watchlist",
                "show/episode/unwatchlist",
                "show/seen",
                "show/library",
                "show/unlibrary",
                "show/watchlist",
                "show/unwatchlist",
                "lists/items/add",
                "lists/items/delete"
            })
    void bulkMethodsAcceptBodiesOfMoreThan256KiB(String method) {
        v1.post(method)
                .basic(users.ann())
                .raw(padded("\"tvdb_id\": 153021", (int) HttpLimits.BODY_BYTES + 1))
                .ok();
    }

    @Test
    void aBulkRequestHasABodyOfAtMost16MiB() {
        int limit = (int) HttpLimits.BULK_BODY_BYTES;

        v1.post("movie/seen")
                .basic(users.ann())
                .raw(padded("\"movies\": [{" + BATMAN + "}]", limit))
                .ok()
                .node("inserted")
                .isEqualTo(1);
        v1.post("movie/seen")
                .basic(users.ann())
                .raw(padded("\"movies\": [{" + BATMAN + "}]", limit + 1))
                .fails(413, "the request is too big: at most 16777216 bytes");
    }

    /// Pads a body with blanks to this length.
    private static byte[] padded(String members, int bytes) {
        String body = "{" + members + "}";
        return (body + " ".repeat(bytes - body.length())).getBytes(StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"x":1,"x":1}            | 400
                    {"x":NaN}                | 400
                    {"x":"a\\u0000"}         | 400
                    {} {}                    | 400
                    {"x":1e65}               | 400
                    {"x":1e64}               | 200
                    """)
    void malformedBodiesGet400(String body, int status) {
        assertThat(v1.post("account/test").basic(users.ann()).raw(body).status())
                .isEqualTo(status);
    }

    // Users

    @ParameterizedTest
    @CsvSource({"abc", "a.b", "A_-", "abcdefghijklmnopqrst"})
    void acceptsUserNamesOf3To20Characters(String name) {
        create(name, "gina@example.org").ok().node("status").isEqualTo("success");
    }

    @ParameterizedTest
    @CsvSource({
        "ab",
        "abcdefghijklmnopqrstu",
        "abc d",
        "ab\u00e9",
        "abc\ud835\udc9c",
        "abc/",
        "me",
        "ME",
        "settings",
        "saved_filters",
        "saved.filters",
        "Set-Cover"
    })
    void rejectsOtherAndReservedUserNames(String name) {
        create(name, "gina@example.org").fails(200, "invalid username");
    }

    @ParameterizedTest
    @CsvSource({"a.b, A-B", "gina, GINA", "a_b, a.b"})
    void rejectsUserNamesWithTheSameUrlForm(String first, String second) {
        create(first, "gina@example.org").ok();

        create(second, "other@example.org").fails(200, second + " is already a registered username");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\ud840\udc00"})
    void acceptsEmailAddressesOfAtMost254Characters(String letter) {
        String before = "gina@" + (letter.repeat(62) + ".").repeat(3);
        int rest = ValueLimits.EMAIL - before.codePointCount(0, before.length());

        create("gina", before + letter.repeat(rest)).ok().node("status").isEqualTo("success");
        create("gino", before + letter.repeat(rest + 1)).fails(200, "invalid e-mail");
    }

    private V1Response create(String name, String email) {
        return v1.send("POST", "/account/create/" + SIGN_UP).raw(String.format(Locale.ROOT, """
                {"username": "%s", "email": "%s", "password": "dbc3c36f2fd2b4e1a3a1b0d3a8a3a7a0f3f0c1d2"}
                """, name, email));
    }

    /// No method of v1 changes these; `user load` brings them.
    @Test
    void limitsProfileTextsTo100And1000Characters() {
        assertThatCode(() -> profile(ValueLimits.FULL_NAME, ValueLimits.LOCATION, ValueLimits.ABOUT))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> profile(ValueLimits.FULL_NAME + 1, 1, 1)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> profile(1, ValueLimits.LOCATION + 1, 1)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> profile(1, 1, ValueLimits.ABOUT + 1)).isInstanceOf(ProblemException.class);
    }

    private static Profile profile(int fullName, int location, int about) {
        return new Profile(CLEF.repeat(fullName), null, null, CLEF.repeat(location), CLEF.repeat(about), null);
    }

    // Texts of users

    @Test
    void limitsListNamesTo100AndDescriptionsTo2000Characters() {
        list(CLEF.repeat(ValueLimits.LIST_NAME), CLEF.repeat(ValueLimits.LIST_DESCRIPTION))
                .ok()
                .node("status")
                .isEqualTo("success");
        list(CLEF.repeat(ValueLimits.LIST_NAME + 1), "").fails(200, "invalid name");
        list("Rainy days", CLEF.repeat(ValueLimits.LIST_DESCRIPTION + 1)).fails(200, "invalid description");
    }

    private V1Response list(String name, String description) {
        return v1.post("lists/add")
                .as(users.ann())
                .with(String.format(Locale.ROOT, "\"name\": \"%s\", \"description\": \"%s\"", name, description));
    }

    /// As escapes, their longest form.
    @ParameterizedTest
    @CsvSource({"comment, comment/movie", "shout, shout/movie"})
    void limitsCommentsTo10000Characters(String member, String method) {
        String escaped = "\\ud834\\udd1e";

        sendComment(method, member, escaped.repeat(ValueLimits.COMMENT))
                .ok()
                .node("status")
                .isEqualTo("success");
        sendComment(method, member, escaped.repeat(ValueLimits.COMMENT + 1))
                .fails(200, "a comment has at most 10000 characters");
    }

    private V1Response sendComment(String method, String member, String words) {
        return v1.post(method).as(users.ann()).with(BATMAN + ", \"" + member + "\": \"" + words + "\"");
    }

    // References

    @ParameterizedTest
    @CsvSource({
        "'\"tmdb_id\": 9007199254740991', true",
        "'\"tmdb_id\": \"9007199254740991\"', true",
        "'\"tmdb_id\": 9007199254740992', false",
        "'\"tmdb_id\": 1', true",
        "'\"tmdb_id\": 0', false",
        "'\"tmdb_id\": -1', false",
        "'\"tmdb_id\": 1.5', false",
        "'\"imdb_id\": \"tt1234567\"', true",
        "'\"imdb_id\": \"tt1234567890\"', true",
        "'\"imdb_id\": \"tt123456\"', false",
        "'\"imdb_id\": \"tt12345678901\"', false",
        "'\"imdb_id\": \"tt123456x\"', false",
        "'\"title\": \"Roundhay\", \"year\": 1850', true",
        "'\"title\": \"Roundhay\", \"year\": 1849', false",
        "'\"title\": \"Roundhay\", \"year\": 2200', true",
        "'\"title\": \"Roundhay\", \"year\": 2201', false"
    })
    void skipsMoviesWithReferencesOutOfRange(String members, boolean stored) {
        v1.post("movie/library")
                .as(users.ann())
                .with("\"movies\": [{" + members + "}]")
                .ok()
                .node("skipped")
                .isEqualTo(stored ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource({"'\"year\": 1849'", "'\"year\": 2201'", "'\"year\": 0'", "'\"tmdb_id\": 9007199254740992'"})
    void ignoresReferencesOutOfRangeNextToAnId(String member) {
        v1.post("movie/library")
                .as(users.ann())
                .with("\"movies\": [{\"imdb_id\": \"tt0372784\", " + member + "}]")
                .ok()
                .node("inserted")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, ''",
        "2100, 1, ''",
        "2101, 1, invalid season",
        "-1, 1, invalid season",
        "1, 9999, ''",
        "1, 10000, invalid episode",
        "1, -1, invalid episode"
    })
    void rejectsSeasonsAndEpisodesOutOfRange(int season, int episode, String failure) {
        V1Response response = v1.post("show/scrobble")
                .as(users.ann())
                .with(String.format(
                        Locale.ROOT, "\"title\": \"A Home Series\", \"season\": %d, \"episode\": %d", season, episode));

        assertThat(response.text()).contains(failure.isEmpty() ? "\"status\":\"success\"" : failure);
        assertThat(response.status()).isEqualTo(200);
    }

    // Ratings, progress, durations and times

    @ParameterizedTest
    @CsvSource({"1, success", "10, success", "0, success", "11, failure", "-1, failure", "7.5, failure"})
    void acceptsRatingsFrom1To10AndZeroRemoves(String rating, String status) {
        v1.post("rate/movie")
                .as(users.ann())
                .with(BATMAN + ", \"rating\": " + rating)
                .ok()
                .node("status")
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "100, 10000", "-1, 0", "101, 10000", "1e64, 10000", "99.99, 9999"})
    void clampsProgress(String body, int stored) {
        v1.post("movie/watching")
                .as(users.ann())
                .with(BATMAN + ", \"duration\": 140, \"progress\": " + body)
                .ok();

        List<Long> progress = database()
                .read(tx -> tx.query("SELECT progress FROM watching ORDER BY user_id", row -> row.getLong(1)));
        assertThat(progress).containsExactly((long) stored);
    }

    /// The movie itself runs 140 minutes.
    @ParameterizedTest
    @CsvSource({"1, 60", "100000, 6000000", "100001, 8400", "0, 8400", "-1, 8400", "1e64, 8400"})
    void ignoresADurationOutOfRange(String minutes, int seconds) {
        v1.post("movie/checkin")
                .as(users.ann())
                .with(BATMAN + ", \"duration\": " + minutes)
                .ok()
                .node("timestamps.active_for")
                .isEqualTo(seconds);
    }

    static Stream<Instant> playTimes() {
        return Stream.of(
                ValueLimits.FIRST_PLAY, Instant.ofEpochSecond(1), TestClock.START.plus(ValueLimits.PLAY_AHEAD));
    }

    @ParameterizedTest
    @MethodSource("playTimes")
    void acceptsTimesOfPlaysFrom1900UntilTomorrow(Instant time) {
        assertThat(seenAt("\"" + time + "\"")).isEqualTo(time.getEpochSecond());
    }

    @ParameterizedTest
    @MethodSource("playTimes")
    void acceptsTimesOfPlaysInSeconds(Instant time) {
        assertThat(seenAt(Long.toString(time.getEpochSecond()))).isEqualTo(time.getEpochSecond());
    }

    static Stream<String> invalidPlayTimes() {
        Instant latest = TestClock.START.plus(ValueLimits.PLAY_AHEAD);
        return Stream.of(
                "\"" + ValueLimits.FIRST_PLAY.minusSeconds(1) + "\"",
                "\"" + latest.plusSeconds(1) + "\"",
                Long.toString(ValueLimits.FIRST_PLAY.getEpochSecond() - 1),
                Long.toString(latest.getEpochSecond() + 1),
                "9007199254740991",
                "\"yesterday\"",
                "\"0000-00-00 00:00:00\"",
                "\"0001-01-01T00:00:00\"",
                "true",
                "\"\"",
                "\" \"",
                "\"\\u00a0\"",
                "{}",
                "[]",
                "[1372021200]",
                "{\"date\": \"2013-06-23T21:00:00Z\"}");
    }

    @ParameterizedTest
    @MethodSource("invalidPlayTimes")
    void skipsMoviesWithInvalidTimes(String body) {
        seen(body)
                .ok()
                .isObject()
                .containsEntry("inserted", BigDecimal.ZERO)
                .containsEntry("skipped", BigDecimal.ONE)
                .node("skipped_movies[0].reason")
                .isEqualTo("invalid last_played");
    }

    @ParameterizedTest
    @MethodSource("invalidPlayTimes")
    void skipsEpisodesWithInvalidTimes(String body) {
        v1.post("show/episode/seen")
                .as(users.ann())
                .with("""
                "tvdb_id": 213221, "episodes": [
                  {"season": 1, "episode": 1, "last_played": %s}, {"season": 1, "episode": 2}]
                """.formatted(body))
                .ok()
                .isEqualTo("""
                {"status": "success", "message": "1 episodes marked as seen", "skipped": 1, "skipped_episodes": [
                  {"tvdb_id": 213221, "season": 1, "episode": 1, "reason": "invalid last_played"}]}
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "\"0\"", "\" 0.0 \"", "null"})
    void aMissingTimeOfAPlayIsNow(String body) {
        assertThat(seenAt(body)).isEqualTo(TestClock.START.getEpochSecond());
    }

    /// The forms are those of `DateTimeParserTest`.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2013-06-23 21:00:00\"",
                "\"2013-06-23T23:00:00+0200\"",
                "\"Sun, 23 Jun 2013 21:00:00 GMT\"",
                "1372021200000"
            })
    void acceptsTimesOfPlaysInSeveralFormats(String body) {
        assertThat(seenAt(body)).isEqualTo(Instant.parse("2013-06-23T21:00:00Z").getEpochSecond());
    }

    private V1Response seen(String lastPlayed) {
        return v1.post("movie/seen")
                .as(users.ann())
                .with("\"movies\": [{" + BATMAN + ", \"last_played\": " + lastPlayed + "}]");
    }

    private long seenAt(String lastPlayed) {
        seen(lastPlayed).ok();
        return database()
                .read(tx -> tx.query(
                        "SELECT watched_at FROM play ORDER BY user_id, play_id", row -> row.getLong(1) / 1_000))
                .getFirst();
    }

    // Search

    @ParameterizedTest
    @ValueSource(strings = {"movies", "shows", "episodes", "people", "users"})
    void limitsQueriesTo200CharactersAndTenWords(String of) {
        search(of, CLEF.repeat(ValueLimits.SEARCH_TEXT)).ok();
        search(of, CLEF.repeat(ValueLimits.SEARCH_TEXT + 1)).fails(200, "invalid query");
        search(of, "word ".repeat(ValueLimits.SEARCH_WORDS)).ok();
        search(of, "word ".repeat(ValueLimits.SEARCH_WORDS + 1)).fails(200, "invalid query");
    }

    private V1Response search(String of, String words) {
        return v1.get("search/" + of, "?query=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .send();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-1, 1", "1, 1", "100, 2", "101, 2", "999999999, 2", "a, 2"})
    void clampsTheNumberOfResults(String limit, int hits) {
        v1.get("search/movies", "?query=so&limit=" + limit)
                .send()
                .ok()
                .isArray()
                .hasSize(hits);
    }
}
