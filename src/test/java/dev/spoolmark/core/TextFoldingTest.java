package dev.spoolmark.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextFoldingTest {

    private static final String[] PIECES = {
        "a",
        "E",
        "ß",
        "ø",
        "и",
        "Й",
        "α",
        "Σ",
        "ハ",
        "か",
        "ก",
        "क",
        "א",
        "ا",
        "가",
        "1",
        "½",
        " ",
        "\u00a0",
        "-",
        "\u2014",
        "\u00ad",
        "\u0301",
        "\u0308",
        "\u3099",
        "\u0345",
        "\u05b8",
        "\u093c",
        "\u0e33",
        "\u034f",
        "\u200d",
        "&",
        "amp;",
        "&amp;",
        "&#x26;",
        "#39;",
        "lt;",
        ";",
        "＆",
        "ａｍｐ；",
        "'",
        "\u00b4",
        "\u2033",
        "(",
        ")",
        "\ud83d\ude00",
        "\ufe0f",
        "\ud83d",
        "İ",
        "ı",
        "ǅ",
        "ﬁ",
        "ﾊ",
        "\uff9e",
        "\u309b",
        "`",
        "~",
        "\u1fef",
        "\u0344"
    };

    @Test
    void aFoldedTextFoldsToItself() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT).forEach(character -> {
            isStable(Character.toString(character));
            isStable("a" + Character.toString(character) + "\u0301");
            isStable("ハ" + Character.toString(character) + "\u3099");
        });
        Random random = new Random(12);
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int piece = random.nextInt(7); piece >= 0; piece--) {
                text.append(
                        random.nextInt(4) == 0
                                ? Character.toString(random.nextInt(0x3200))
                                : PIECES[random.nextInt(PIECES.length)]);
            }
            isStable(text.toString());
        }
    }

    private static void isStable(String text) {
        String folded = TextFolding.fold(text);
        if (!folded.equals(TextFolding.fold(folded))) {
            assertThat(TextFolding.fold(folded)).as("folded from: " + text).isEqualTo(folded);
        }
    }

    @Test
    void everyUnicodeFormOfATextIsTheSame() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> CharacterKind.of(c) == CharacterKind.OTHER && Character.isDefined(c))
                .mapToObj(character -> "x" + Character.toString(character))
                .forEach(text -> {
                    for (Normalizer.Form form : new Normalizer.Form[] {Normalizer.Form.NFC, Normalizer.Form.NFD}) {
                        String other = Normalizer.normalize(text, form);
                        if (!TextFolding.fold(other).equals(TextFolding.fold(text))) {
                            assertThat(TextFolding.fold(other))
                                    .as(form + " of " + text)
                                    .isEqualTo(TextFolding.fold(text));
                        }
                    }
                });
    }

    @Test
    void lettersFoldToOneCaseInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            for (String language : new String[] {"en", "tr", "lt", "ar", "th"}) {
                Locale.setDefault(Locale.forLanguageTag(language));
                assertThat(TextFolding.fold("KILIÇ I İ ı i ΟΔΟΣ")).isEqualTo("kilic i i i i οδοσ");
                assertThat(TextFolding.fold("οδος")).isEqualTo("οδοσ");
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Amélie, amelie",
        "Ame\u0301lie, amelie",
        "Ångström, angstrom",
        "Việt Nam, viet nam",
        "Ёлки, елки",
        "Αθήνα, αθηνα",
        "Straße, strasse",
        "STRAẞE, strasse",
        "Æon Flux, aeon flux",
        "Œuvre, oeuvre",
        "ﬁlm, film",
        "Ødipus, odipus",
        "Łódź, lodz",
        "Đorđe, dorde",
        "Þór, thor",
        "ＡＢＣ１２３, abc123",
        "Alien³, alien3",
        "Rocky Ⅱ, rocky ii",
        "8½, 8 1/2",
        "½, 1/2",
        "Wait…, wait..."
    })
    void lettersFoldToTheirTypedForm(String title, String folded) {
        assertThat(TextFolding.fold(title)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({"ハス, バス", "バス, パス", "はは, ばば", "हिंदी, हद", "ไม้, ไม", "שָׁלוֹם, שלום", "أب, اب", "กำ, กา"})
    void marksOfOtherScriptsArePartOfTheLetter(String one, String other) {
        assertThat(TextFolding.fold(one)).isNotEqualTo(TextFolding.fold(other));
    }

    @ParameterizedTest
    @CsvSource({"ﾊﾞｽ, バス", "ハ゛ス, バス", "は\u3099, ば", "각, \u1100\u1161\u11a8", "ﷲ, الله", "กํา, กำ"})
    void aLetterOfAnotherScriptIsTheSameInEachOfItsForms(String one, String other) {
        assertThat(TextFolding.fold(one)).isEqualTo(TextFolding.fold(other));
    }

    @Test
    void everyBlankIsOneBlank() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c))
                .forEach(c -> assertThat(TextFolding.fold("A" + Character.toString(c) + " B" + Character.toString(c)))
                        .as(Character.getName(c))
                        .isEqualTo("a b"));
    }

    @Test
    void everyDashIsOneDash() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> Character.getType(c) == Character.DASH_PUNCTUATION || c == '\u2212' || c == '\uff5e')
                .forEach(c -> assertThat(TextFolding.fold("A" + Character.toString(c) + "B"))
                        .as(Character.getName(c))
                        .isEqualTo("a-b"));
        assertThat(TextFolding.fold("A -- B")).isEqualTo(TextFolding.fold("A \u2014 B"));
    }

    @Test
    void middleDotsAreEqualAndSignsOfFileNamesBecomePlain() {
        for (String point : "\u00b7 \u0387 \u2022 \u2027 \u2219 \u22c5".split(" ", -1)) {
            assertThat(TextFolding.fold("WALL" + point + "E")).isEqualTo("wall\u00b7e");
        }
        assertThat(TextFolding.fold("Face\u2215Off \u29f8 Face\uff0fOff")).isEqualTo("face/off / face/off");
        assertThat(TextFolding.fold("Dune\ua789 Part\u2236 Two\uff1a")).isEqualTo("dune: part: two:");
        assertThat(TextFolding.fold("M\u2217A\u204eS\uff0aH")).isEqualTo("m*a*s*h");
    }

    @Test
    void invisibleCharactersAreRemoved() {
        IntStream.concat(
                        IntStream.of(
                                0xad, 0x34f, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2060, 0x2066, 0xfeff, 0xfe0f,
                                0x3164),
                        IntStream.concat(
                                IntStream.rangeClosed(0x202a, 0x202e), IntStream.rangeClosed(0xe0000, 0xe0fff)))
                .forEach(c -> assertThat(TextFolding.fold("a" + Character.toString(c) + "b"))
                        .as(Integer.toHexString(c))
                        .isEqualTo("ab"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'", "\u2018", "\u2019", "\u201b", "\u2032", "\u02bb", "\u02bc", "`", "\u00b4", "\uff07", "&#39;",
                "&rsquo;", "&#146;"
            })
    void everyApostropheIsOne(String apostrophe) {
        assertThat(TextFolding.fold("Guy" + apostrophe + "s Show")).isEqualTo("guy's show");
    }

    @ParameterizedTest
    @CsvSource({
        "\u201cIt\u201d",
        "\u201eIt\u201c",
        "\u00abIt\u00bb",
        "\uff02It\uff02",
        "&quot;It&quot;",
        "\u2033It\u2033"
    })
    void everyQuotationMarkIsOne(String title) {
        assertThat(TextFolding.fold(title)).isEqualTo("\"it\"");
    }

    @Test
    void nothingVisibleIsBlank() {
        assertThat(TextFolding.isBlank(" \u00a0\u200b\ufeff\u3000\u3164")).isTrue();
        assertThat(TextFolding.isBlank("\u200b.")).isFalse();
        assertThat(TextFolding.strip("\ufeff A\u00a0B\u00a0\u200b")).isEqualTo("A\u00a0B");
        assertThat(TextFolding.fold("\u200b \u00a0")).isEmpty();
    }
}
