package dev.spoolmark.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
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

/// How bodies are read; how large anything in them may be is in [BodyLimitsTest].
class BodiesTest {

    record Bulk(
            @Nullable Scalar title,
            @Nullable List<@Nullable Item> items,
            @Nullable List<@Nullable Scalar> tags,
            @Nullable Inner inner) {}

    record Item(@Nullable Scalar season, @Nullable Scalar imdb_id) {}

    record Inner(@Nullable Scalar facebook, @Nullable List<@Nullable Item> deep) {}

    private static final Bulk NOTHING = new Bulk(null, null, null, null);

    @Test
    void readsAnObject() {
        Body<Bulk> body = read(
                "{\"title\":\"Dune\",\"items\":[{\"season\":\"1\"},{\"season\":2}],\"inner\":{\"facebook\":true}}");

        assertThat(body.value())
                .isEqualTo(new Bulk(
                        quoted("Dune"),
                        List.of(new Item(quoted("1"), null), new Item(bare("2"), null)),
                        null,
                        new Inner(bare("true"), null)));
        assertThat(body.rest()).isEmpty();
        assertThat(body.misshapen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " \r\n", "{}", "[]", " [ ] ", "\uFEFF{}", "\uFEFF", "\uFEFF  {}\n", "&", "{\"title\":null}"})
    void readsNothingAsAnObjectWithoutMembers(String sent) {
        assertThat(read(sent).value()).isEqualTo(NOTHING);
    }

    /// As PHP writes a list with gaps in its numbers.
    @Test
    void anObjectWithNumbersForNamesIsAList() {
        Body<Bulk> body = read("{\"items\":{\"0\":{\"season\":1},\"2\":{\"season\":3}},\"tags\":{\"1\":\"a\"}}");

        assertThat(body.value().items()).containsExactly(new Item(bare("1"), null), new Item(bare("3"), null));
        assertThat(body.value().tags()).containsExactly(quoted("a"));
        assertThat(body.misshapen()).isEmpty();
        assertThat(read("{\"tags\":{\"0\":\"a\",\"x\":\"b\"}}").misshapen()).containsExactly("tags");
        assertThat(read("{\"tags\":{}}").value().tags()).isEmpty();
    }

    @Test
    void keepsTheSpellingOfNumbers() {
        assertThat(read("{\"title\":45.0}").value().title()).isEqualTo(bare("45.0"));
        assertThat(read("{\"title\":1e3}").value().title()).isEqualTo(bare("1e3"));
        assertThat(read("{\"title\":\"007\"}").value().title()).isEqualTo(quoted("007"));
    }

    @Test
    void takesWhatDoesNotFitForAbsent() {
        Body<Bulk> body = read("{\"title\":{\"a\":[1]},\"items\":[1,null,[],{\"season\":[]}],\"inner\":\"no\"}");

        assertThat(body.value().title()).isNull();
        assertThat(body.value().items()).containsExactly(null, null, null, new Item(null, null));
        assertThat(body.value().inner()).isNull();
        assertThat(body.misshapen()).isEmpty();
    }

    @Test
    void namesMembersWithoutTheListThatBelongsThere() {
        assertThat(read("{\"items\":{\"season\":1}}").misshapen()).containsExactly("items");
        assertThat(read("{\"tags\":\"a\"}").misshapen()).containsExactly("tags");
        assertThat(read("{\"inner\":{\"deep\":7}}").misshapen()).containsExactly("inner");
        assertThat(read("{\"items\":null}").misshapen()).isEmpty();
    }

    @Test
    void keepsUndeclaredValuesAtTheTopOnly() {
        Body<Bulk> body = read(
                "{\"username\":\"ann\",\"password\":\"s3cret\",\"n\":1,\"gone\":null,\"o\":{\"x\":1},\"inner\":{\"types\":\"a\"}}");

        assertThat(body.rest()).containsOnlyKeys("username", "password", "n").containsEntry("n", bare("1"));
        assertThat(body.toString()).doesNotContain("s3cret");
    }

    @Test
    void keepsOnlySoManyUndeclaredValues() {
        String many = IntStream.range(0, Limits.UNDECLARED_MEMBERS + 1)
                .mapToObj(number -> "\"m" + number + "\":1")
                .collect(Collectors.joining(",", "{", "}"));

        assertThat(read(many).rest()).hasSize(Limits.UNDECLARED_MEMBERS);
    }

    @Test
    void readsAFormAsTheSameTree() {
        Body<Bulk> body = read("username=ann&title=The+%C3%89xpanse%21&inner[facebook]=true&tags[]=a&tags[]=b"
                + "&items[0][season]=1&items[0][imdb_id]=tt1&items[1][season]=2");

        assertThat(body.value())
                .isEqualTo(new Bulk(
                        quoted("The Éxpanse!"),
                        List.of(new Item(quoted("1"), quoted("tt1")), new Item(quoted("2"), null)),
                        List.of(quoted("a"), quoted("b")),
                        new Inner(quoted("true"), null)));
        assertThat(body.rest()).isEqualTo(Map.of("username", quoted("ann")));
    }

    @Test
    void takesTheLastOfTwoFormValues() {
        assertThat(read("title=a&title=b").value().title()).isEqualTo(quoted("b"));
        assertThat(read("inner=a&inner[facebook]=1").value().inner()).isEqualTo(new Inner(quoted("1"), null));
    }

    @Test
    void namesAFormsListThatIsNone() {
        assertThat(read("tags=a").misshapen()).containsExactly("tags");
        assertThat(read("tags[x]=a").misshapen()).containsExactly("tags");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-8"})
    void readsWhatBeginsWithAByteOrderMark(String charset) {
        byte[] sent = "\uFEFF {\"title\":\"Amélie\"}".getBytes(Charset.forName(charset));

        assertThat(read(sent).value().title()).isEqualTo(quoted("Amélie"));
    }

    @Test
    void readsAFormThatBeginsWithAByteOrderMark() {
        assertThat(read("\uFEFFtitle=a\r\n").value().title()).isEqualTo(quoted("a"));
    }

    @Test
    void keepsNoMoreOfUndeclaredValuesThanAnAddressMayHold() {
        Body<Bulk> body = read("{\"long\":\"" + "a".repeat(Limits.UNDECLARED_TEXT) + "\",\"username\":\"ann\"}");

        assertThat(body.rest()).containsOnlyKeys("username");
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
    void refusesWhatCannotBeRead(String sent) {
        assertThat(problem(sent)).isInstanceOf(Problem.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/w==", "eyJ0aXRsZSI6IsMifQ==", "wIA=", "7aCA", "eyJ0aXRsZSI6Iu2ggCJ9", "ewB9AA=="})
    void refusesWhatIsNotUtf8(String base64) {
        assertThatThrownBy(() -> read(Base64.getDecoder().decode(base64)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isInstanceOf(Problem.Unreadable.class));
    }

    @Test
    void neverRepeatsTheInput() {
        assertThatThrownBy(() -> read("{\"password\":\"s3cret\",\"password\":\"s3cret\"}"))
                .hasNoCause()
                .satisfies(thrown ->
                        assertThat(((Refusal) thrown).problem().toString()).doesNotContain("s3cret"));
    }

    @Test
    void readsLongListsWhole() {
        String items = "{\"season\":1,\"imdb_id\":\"tt0000001\"},".repeat(33_000);

        List<@Nullable Item> read =
                read("{\"items\":[" + items + "{}]}").value().items();

        assertThat(read).hasSize(33_001).endsWith(new Item(null, null));
    }

    private static Problem problem(String sent) {
        try {
            read(sent);
        } catch (Refusal refusal) {
            return refusal.problem();
        }
        throw new AssertionError("read " + sent.substring(0, Math.min(40, sent.length())));
    }

    private static Body<Bulk> read(String sent) {
        return read(sent.getBytes(StandardCharsets.UTF_8));
    }

    private static Body<Bulk> read(byte[] sent) {
        Bodies.Checked<Bulk> checked = Bodies.check(SentBody.of(sent), Bulk.class);
        Body<Bulk> builtAtOnce = checked.build();
        checked.dropBuilt();
        assertThat(checked.build()).isEqualTo(builtAtOnce);
        return builtAtOnce;
    }

    private static Scalar quoted(String text) {
        return new Scalar(text, true);
    }

    private static Scalar bare(String text) {
        return new Scalar(text, false);
    }
}
