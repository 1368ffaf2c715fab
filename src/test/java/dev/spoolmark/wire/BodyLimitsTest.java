package dev.spoolmark.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The rows of the table of limits (`security.md` 5) that are about what stands in a body. [RequestLimitsTest] tells
/// where the others are; [BodiesTest] has more forms of what cannot be read.
class BodyLimitsTest {

    record Told(@Nullable Scalar title) {}

    /// One row of the table.
    ///
    /// @param body of the size it is given
    record Row(String of, int limit, IntFunction<String> body) {

        @Override
        public String toString() {
            return limit + " " + of;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                new Row("levels", Limits.JSON_DEPTH, n -> "{\"x\":" + "[".repeat(n - 1) + "]".repeat(n - 1) + "}"),
                new Row("levels of objects", Limits.JSON_DEPTH, n -> "{\"x\":".repeat(n) + "1" + "}".repeat(n)),
                new Row("levels of a form", Limits.JSON_DEPTH, n -> "a" + "[b]".repeat(n - 1) + "=1"),
                new Row("characters of a text", Limits.JSON_TEXT, n -> "{\"title\":\"" + "a".repeat(n) + "\"}"),
                new Row("characters of a text inside", Limits.JSON_TEXT, n -> "{\"x\":[\"" + "a".repeat(n) + "\"]}"),
                new Row("characters of a text of a form", Limits.JSON_TEXT, n -> "title=" + "a".repeat(n)),
                new Row("characters of a name", Limits.JSON_NAME, n -> "{\"" + "a".repeat(n) + "\":1}"),
                new Row("characters of a name inside", Limits.JSON_NAME, n -> "{\"x\":{\"" + "a".repeat(n) + "\":1}}"),
                new Row("characters of a name of a form", Limits.JSON_NAME, n -> "a".repeat(n) + "=1"),
                new Row("digits", Limits.JSON_NUMBER, n -> "{\"title\":" + "1".repeat(n) + "}"),
                new Row("characters of a fraction", Limits.JSON_NUMBER, n -> "{\"x\":1." + "1".repeat(n - 2) + "}"),
                new Row("as an exponent", Limits.JSON_EXPONENT, n -> "{\"title\":1e" + n + "}"),
                new Row("as a negative exponent", Limits.JSON_EXPONENT, n -> "{\"x\":[1E-" + n + "]}"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theLimitItselfWorksAndOneMoreCannotBeRead(Row row) {
        assertThatCode(() -> read(row.body().apply(row.limit()))).doesNotThrowAnyException();
        assertThat(problem(row.body().apply(row.limit() + 1))).isInstanceOf(Problem.Unreadable.class);
    }

    @Test
    void twoMillionTokensAreReadAndOneMoreIsTooBig() {
        int frame = "{:[]}".length();

        assertThatCode(() -> read(list(Limits.JSON_TOKENS - frame))).doesNotThrowAnyException();
        assertThat(problem(list(Limits.JSON_TOKENS - frame + 1)))
                .isEqualTo(new Problem.TooBig(Limits.JSON_TOKENS, "tokens"));
    }

    private static String list(int numbers) {
        return "{\"x\":[" + "1,".repeat(numbers - 1) + "1]}";
    }

    @Test
    void twoMillionValuesOfAFormAreReadAndOneMoreIsTooBig() {
        assertThat(problem("a&".repeat(Limits.JSON_TOKENS + 1)))
                .isEqualTo(new Problem.TooBig(Limits.JSON_TOKENS, "values"));
        assertThatCode(() -> read("a&".repeat(Limits.JSON_TOKENS))).doesNotThrowAnyException();
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
    void whatIsNoJsonCannotBeRead(String sent) {
        assertThat(problem(sent)).isInstanceOf(Problem.Unreadable.class);
    }

    @Test
    void whatIsNotUtf8CannotBeRead() {
        byte[] latin = "{\"title\":\"Am\u00e9lie\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> Bodies.read(new ByteArrayInputStream(latin), Told.class))
                .isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"title\":\"a\"} \t\r\n", "\uFEFF{\"title\":\"a\"}", "\r\n {\"title\":\"a\"}"})
    void blanksAroundItAndOneByteOrderMarkAreFine(String sent) {
        assertThat(read(sent).value()).isEqualTo(new Told(new Scalar("a", true)));
    }

    private static Problem problem(String sent) {
        try {
            read(sent);
        } catch (Refusal refusal) {
            return refusal.problem();
        }
        throw new AssertionError("was read");
    }

    private static Body<Told> read(String sent) {
        return Bodies.read(new ByteArrayInputStream(sent.getBytes(StandardCharsets.UTF_8)), Told.class);
    }
}
