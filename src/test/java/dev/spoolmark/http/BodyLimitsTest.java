package dev.spoolmark.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.body.LenientValue;
import dev.spoolmark.http.body.ParsedBody;
import dev.spoolmark.http.body.ReceivedBody;
import dev.spoolmark.http.body.RequestBodyReader;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The rows of the table of limits (`docs/security.md#input-limits`) about the content of bodies.
/// [RequestLimitsTest] lists the tests of the other rows; [RequestBodyReaderTest] has more malformed bodies.
class BodyLimitsTest {

    record Item(@Nullable LenientValue title) {}

    /// One row of the table.
    ///
    /// @param body creates a body of the given size
    record Row(String of, int limit, IntFunction<String> body) {

        @Override
        public String toString() {
            return limit + " " + of;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                new Row("levels", HttpLimits.JSON_DEPTH, n -> "{\"x\":" + "[".repeat(n - 1) + "]".repeat(n - 1) + "}"),
                new Row("levels of objects", HttpLimits.JSON_DEPTH, n -> "{\"x\":".repeat(n) + "1" + "}".repeat(n)),
                new Row("levels of a form", HttpLimits.JSON_DEPTH, n -> "a" + "[b]".repeat(n - 1) + "=1"),
                new Row("characters of a text", HttpLimits.JSON_TEXT, n -> "{\"title\":\"" + "a".repeat(n) + "\"}"),
                new Row(
                        "characters of a text inside",
                        HttpLimits.JSON_TEXT,
                        n -> "{\"x\":[\"" + "a".repeat(n) + "\"]}"),
                new Row("characters of a text of a form", HttpLimits.JSON_TEXT, n -> "title=" + "a".repeat(n)),
                new Row("characters of a name", HttpLimits.JSON_NAME, n -> "{\"" + "a".repeat(n) + "\":1}"),
                new Row(
                        "characters of a name inside",
                        HttpLimits.JSON_NAME,
                        n -> "{\"x\":{\"" + "a".repeat(n) + "\":1}}"),
                new Row("characters of a name of a form", HttpLimits.JSON_NAME, n -> "a".repeat(n) + "=1"),
                new Row("digits", HttpLimits.JSON_NUMBER, n -> "{\"title\":" + "1".repeat(n) + "}"),
                new Row("characters of a fraction", HttpLimits.JSON_NUMBER, n -> "{\"x\":1." + "1".repeat(n - 2) + "}"),
                new Row("as an exponent", HttpLimits.JSON_EXPONENT, n -> "{\"title\":1e" + n + "}"),
                new Row("as a negative exponent", HttpLimits.JSON_EXPONENT, n -> "{\"x\":[1E-" + n + "]}"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theLimitIsAcceptedAndOneMoreIsRejected(Row row) {
        assertThatCode(() -> read(row.body().apply(row.limit()))).doesNotThrowAnyException();
        assertThat(problem(row.body().apply(row.limit() + 1))).isInstanceOf(Problem.Unreadable.class);
    }

    @Test
    void accepts100000ValuesAndRejectsOneMore() {
        assertThatCode(() -> read("{\"x\":[" + "1,".repeat(HttpLimits.BODY_VALUES - 2) + "1]}"))
                .doesNotThrowAnyException();
        assertThat(problem("{\"x\":[" + "1,".repeat(HttpLimits.BODY_VALUES - 1) + "1]}"))
                .isEqualTo(new Problem.TooBig(HttpLimits.BODY_VALUES, "values"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "{}", "[]", "null", "\"\"", "true", "[[[[1]]]]", "{\"a\":{\"b\":[]}}", "{\"title\":\"a\"}"})
    void valuesOfEveryKindCount(String value) {
        assertThat(problem("{\"x\":[" + (value + ",").repeat(HttpLimits.BODY_VALUES) + "1]}"))
                .isEqualTo(new Problem.TooBig(HttpLimits.BODY_VALUES, "values"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a&", "a[]=&", "a[][]=1&", "a[x][y][]=1&", "%61=%62&", "title=a&"})
    void valuesOfAFormCount(String pair) {
        assertThat(problem(pair.repeat(HttpLimits.BODY_VALUES + 1)))
                .isEqualTo(new Problem.TooBig(HttpLimits.BODY_VALUES, "values"));
    }

    @Test
    void theNodesOfAFormCountToo() {
        String deep = ("a" + "[]".repeat(HttpLimits.JSON_DEPTH - 1) + "=1&").repeat(HttpLimits.BODY_VALUES / 16);

        assertThat(problem(deep)).isEqualTo(new Problem.TooBig(HttpLimits.BODY_VALUES, "values"));
    }

    @Test
    void aLibraryOf5000ItemsWithTenMembersEachIsAccepted() {
        String members = IntStream.range(0, 10)
                .mapToObj(member -> "\"member" + member + "\":\"value\"")
                .collect(Collectors.joining(",", "{", "}"));
        String form = IntStream.range(0, 50_000)
                .mapToObj(number -> "movies[" + number / 10 + "][member" + number % 10 + "]=value")
                .collect(Collectors.joining("&"));

        assertThatCode(() -> read("{\"movies\":[" + (members + ",").repeat(4_999) + members + "]}"))
                .doesNotThrowAnyException();
        assertThatCode(() -> read(form)).doesNotThrowAnyException();
    }

    @Test
    void accepts8MebibytesOfTextAndRejectsMore() {
        String text = "\"" + "a".repeat(HttpLimits.JSON_TEXT) + "\"";
        int count = HttpLimits.BODY_TEXT_BYTES / HttpLimits.JSON_TEXT;

        assertThatCode(() -> read("{\"x\":[" + (text + ",").repeat(count - 1) + text + "]}"))
                .doesNotThrowAnyException();
        assertThat(problem("{\"x\":[" + (text + ",").repeat(count) + "\"a\"]}"))
                .isEqualTo(new Problem.TooBig(HttpLimits.BODY_TEXT_BYTES, "bytes of text"));
    }

    @Test
    void rejectsAnObjectWithTooManyNames() {
        assertThat(problem(names(HttpLimits.BODY_NAMES / 16))).isInstanceOf(Problem.TooBig.class);
        assertThatCode(() -> read(names(2_000))).doesNotThrowAnyException();
    }

    private static String names(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "\"n" + number + "\":1")
                .collect(Collectors.joining(",", "{", "}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":1}",
                "{\"x\":[{\"a\":1,\"a\":2}]}",
                "{\"title\":NaN}",
                "{\"title\":-Infinity}",
                "{\"title\":\"a\\u0000\"}",
                "{\"title\":\"a\u0000\"}",
                "{} {}",
                "{}x"
            })
    void invalidJsonIsRejected(String body) {
        assertThat(problem(body)).isInstanceOf(Problem.Unreadable.class);
    }

    @Test
    void invalidUtf8IsRejected() {
        byte[] latin = "{\"title\":\"Am\u00e9lie\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> RequestBodyReader.check(ReceivedBody.of(latin), Item.class))
                .isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"title\":\"a\"} \t\r\n", "\uFEFF{\"title\":\"a\"}", "\r\n {\"title\":\"a\"}"})
    void acceptsSurroundingBlanksAndOneByteOrderMark(String body) {
        assertThat(read(body).value()).isEqualTo(new Item(new LenientValue("a", true)));
    }

    private static Problem problem(String body) {
        try {
            read(body);
        } catch (ProblemException refusal) {
            return refusal.problem();
        }
        throw new AssertionError("was read");
    }

    private static ParsedBody<Item> read(String body) {
        return RequestBodyReader.check(ReceivedBody.of(body.getBytes(StandardCharsets.UTF_8)), Item.class)
                .build();
    }
}
