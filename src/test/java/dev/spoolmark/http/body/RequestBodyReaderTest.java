package dev.spoolmark.http.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.HttpLimits;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Parsing of bodies; the limits on their content are in [BodyLimitsTest].
class RequestBodyReaderTest {

    record Bulk(
            @Nullable LenientValue title,
            @Nullable List<@Nullable Item> items,
            @Nullable List<@Nullable LenientValue> tags,
            @Nullable Inner inner) {}

    record Item(@Nullable LenientValue season, @Nullable LenientValue imdb_id) {}

    record Inner(@Nullable LenientValue facebook, @Nullable List<@Nullable Item> deep) {}

    private static final Bulk NOTHING = new Bulk(null, null, null, null);

    @Test
    void readsAnObject() {
        ParsedBody<Bulk> body = read(
                "{\"title\":\"Dune\",\"items\":[{\"season\":\"1\"},{\"season\":2}],\"inner\":{\"facebook\":true}}");

        assertThat(body.value())
                .isEqualTo(new Bulk(
                        quoted("Dune"),
                        List.of(new Item(quoted("1"), null), new Item(bare("2"), null)),
                        null,
                        new Inner(bare("true"), null)));
        assertThat(body.extraFields()).isEmpty();
        assertThat(body.malformedFields()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " \r\n", "{}", "[]", " [ ] ", "\uFEFF{}", "\uFEFF", "\uFEFF  {}\n", "&", "{\"title\":null}"})
    void readsAnEmptyBodyAsAnObjectWithoutMembers(String body) {
        assertThat(read(body).value()).isEqualTo(NOTHING);
    }

    /// The form in which PHP writes a list with gaps in its indexes.
    @Test
    void readsAnObjectWithNumericNamesAsAList() {
        ParsedBody<Bulk> body = read("{\"items\":{\"0\":{\"season\":1},\"2\":{\"season\":3}},\"tags\":{\"1\":\"a\"}}");

        assertThat(body.value().items()).containsExactly(new Item(bare("1"), null), new Item(bare("3"), null));
        assertThat(body.value().tags()).containsExactly(quoted("a"));
        assertThat(body.malformedFields()).isEmpty();
        assertThat(read("{\"tags\":{\"0\":\"a\",\"x\":\"b\"}}").malformedFields())
                .containsExactly("tags");
        assertThat(read("{\"tags\":{}}").value().tags()).isEmpty();
    }

    @Test
    void keepsTheSpellingOfNumbers() {
        assertThat(read("{\"title\":45.0}").value().title()).isEqualTo(bare("45.0"));
        assertThat(read("{\"title\":1e3}").value().title()).isEqualTo(bare("1e3"));
        assertThat(read("{\"title\":\"007\"}").value().title()).isEqualTo(quoted("007"));
    }

    @Test
    void valuesOfTheWrongTypeCountAsAbsent() {
        ParsedBody<Bulk> body = read("{\"title\":{\"a\":[1]},\"items\":[1,null,[],{\"season\":[]}],\"inner\":\"no\"}");

        assertThat(body.value().title()).isNull();
        assertThat(body.value().items()).containsExactly(null, null, null, new Item(null, null));
        assertThat(body.value().inner()).isNull();
        assertThat(body.malformedFields()).isEmpty();
    }

    @Test
    void reportsMembersThatAreNotLists() {
        assertThat(read("{\"items\":{\"season\":1}}").malformedFields()).containsExactly("items");
        assertThat(read("{\"tags\":\"a\"}").malformedFields()).containsExactly("tags");
        assertThat(read("{\"inner\":{\"deep\":7}}").malformedFields()).containsExactly("inner");
        assertThat(read("{\"items\":null}").malformedFields()).isEmpty();
    }

    @Test
    void keepsUndeclaredValuesAtTheTopOnly() {
        ParsedBody<Bulk> body = read(
                "{\"username\":\"ann\",\"password\":\"s3cret\",\"n\":1,\"gone\":null,\"o\":{\"x\":1},\"inner\":{\"types\":\"a\"}}");

        assertThat(body.extraFields())
                .containsOnlyKeys("username", "password", "n", "o")
                .containsEntry("n", bare("1"))
                .hasEntrySatisfying(
                        "o", value -> assertThat(value.isUnreadable()).isTrue());
        assertThat(body.toString()).doesNotContain("s3cret");
    }

    @Test
    void limitsTheNumberOfUndeclaredValues() {
        String many = IntStream.range(0, HttpLimits.UNDECLARED_MEMBERS + 1)
                .mapToObj(number -> "\"m" + number + "\":1")
                .collect(Collectors.joining(",", "{", "}"));

        assertThat(read(many).extraFields()).hasSize(HttpLimits.UNDECLARED_MEMBERS);
    }

    @Test
    void readsAFormAsTheSameTree() {
        ParsedBody<Bulk> body = read("username=ann&title=The+%C3%89xpanse%21&inner[facebook]=true&tags[]=a&tags[]=b"
                + "&items[0][season]=1&items[0][imdb_id]=tt1&items[1][season]=2");

        assertThat(body.value())
                .isEqualTo(new Bulk(
                        quoted("The Éxpanse!"),
                        List.of(new Item(quoted("1"), quoted("tt1")), new Item(quoted("2"), null)),
                        List.of(quoted("a"), quoted("b")),
                        new Inner(quoted("true"), null)));
        assertThat(body.extraFields()).isEqualTo(Map.of("username", quoted("ann")));
    }

    @Test
    void usesTheLastOfTwoFormValues() {
        assertThat(read("title=a&title=b").value().title()).isEqualTo(quoted("b"));
        assertThat(read("inner=a&inner[facebook]=1").value().inner()).isEqualTo(new Inner(quoted("1"), null));
    }

    @Test
    void reportsFormMembersThatAreNotLists() {
        assertThat(read("tags=a").malformedFields()).containsExactly("tags");
        assertThat(read("tags[x]=a").malformedFields()).containsExactly("tags");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-8"})
    void readsABodyThatBeginsWithAByteOrderMark(String charset) {
        byte[] sent = "\uFEFF {\"title\":\"Amélie\"}".getBytes(Charset.forName(charset));

        assertThat(read(sent).value().title()).isEqualTo(quoted("Amélie"));
    }

    @Test
    void readsAFormThatBeginsWithAByteOrderMark() {
        assertThat(read("\uFEFFtitle=a\r\n").value().title()).isEqualTo(quoted("a"));
    }

    @Test
    void limitsTheLengthOfUndeclaredValues() {
        ParsedBody<Bulk> body =
                read("{\"long\":\"" + "a".repeat(HttpLimits.UNDECLARED_TEXT) + "\",\"username\":\"ann\"}");

        assertThat(body.extraFields()).containsOnlyKeys("username");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"title\":}",
                "{\"title\":\"s3cret",
                "{} x",
                "{}{}",
                "[1]",
                "[] []",
                "{\"title\":1,\"title\":2}",
                "{\"o\":{\"a\":1,\"a\":2}}",
                "{\"title\":NaN}",
                "{\"title\":Infinity}",
                "{\"title\":-Infinity}",
                "{\"title\":\"a\\u0000b\"}",
                "{\"x\":[\"a\\u0000b\"]}",
                "{\"x\\u0000\":1}",
                "{\"title\":'a'}",
                "{title:1}",
                "{\"title\":01}",
                "{\"title\":1,}",
                "{/**/}",
                "{\"title\":1e65}",
                "{\"title\":1e-65}",
                "{\"x\":[1e9999999999]}",
                "title=%C3",
                "title=%zz",
                "title=%4",
                "title=a%00b"
            })
    void malformedBodiesAreRejected(String body) {
        assertThat(problem(body)).isInstanceOf(Problem.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/w==", "eyJ0aXRsZSI6IsMifQ==", "wIA=", "7aCA", "eyJ0aXRsZSI6Iu2ggCJ9", "ewB9AA=="})
    void rejectsInvalidUtf8(String base64) {
        assertThatThrownBy(() -> read(Base64.getDecoder().decode(base64)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isInstanceOf(Problem.Unreadable.class));
    }

    @Test
    void errorMessagesNeverContainTheInput() {
        assertThatThrownBy(() -> read("{\"password\":\"s3cret\",\"password\":\"s3cret\"}"))
                .hasNoCause()
                .satisfies(thrown -> assertThat(
                                ((ProblemException) thrown).problem().toString())
                        .doesNotContain("s3cret"));
    }

    @Test
    void readsLongListsCompletely() {
        String items = "{\"season\":1,\"imdb_id\":\"tt0000001\"},".repeat(33_000);

        List<@Nullable Item> read =
                read("{\"items\":[" + items + "{}]}").value().items();

        assertThat(read).hasSize(33_001).endsWith(new Item(null, null));
    }

    private static Problem problem(String body) {
        try {
            read(body);
        } catch (ProblemException refusal) {
            return refusal.problem();
        }
        throw new AssertionError("read " + body.substring(0, Math.min(40, body.length())));
    }

    private static ParsedBody<Bulk> read(String body) {
        return read(body.getBytes(StandardCharsets.UTF_8));
    }

    private static ParsedBody<Bulk> read(byte[] sent) {
        RequestBodyReader.Checked<Bulk> checked = RequestBodyReader.check(ReceivedBody.of(sent), Bulk.class);
        ParsedBody<Bulk> builtAtOnce = checked.build();
        checked.dropBuilt();
        assertThat(checked.build()).isEqualTo(builtAtOnce);
        return builtAtOnce;
    }

    private static LenientValue quoted(String text) {
        return new LenientValue(text, true);
    }

    private static LenientValue bare(String text) {
        return new LenientValue(text, false);
    }
}
