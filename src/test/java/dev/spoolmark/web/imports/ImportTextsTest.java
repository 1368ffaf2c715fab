package dev.spoolmark.web.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.transfer.file.FileProblem;
import dev.spoolmark.transfer.record.ImportWarning;
import dev.spoolmark.transfer.record.SkipReason;
import dev.spoolmark.transfer.run.ImportStatus;
import dev.spoolmark.transfer.run.RatingConflict;
import dev.spoolmark.transfer.run.RecordType;
import dev.spoolmark.web.form.Form;
import dev.spoolmark.web.text.Languages;
import dev.spoolmark.web.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What the pipeline of imports can state has words in each language.
class ImportTextsTest {

    static final List<String> TAGS = Languages.TAGS;

    static Stream<String> keys() {
        return Stream.of(
                        keys("problem.", FileProblem.values()),
                        keys("reason.", SkipReason.values()),
                        keys("warning.", ImportWarning.Topic.values()),
                        keys("status.", ImportStatus.values()),
                        keys("ratings.", RatingConflict.values()),
                        keys("type.", RecordType.values()))
                .flatMap(keys -> keys);
    }

    private static Stream<String> keys(String group, Enum<?>[] constants) {
        return Arrays.stream(constants).map(constant -> "import." + group + Form.key(constant));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void everyStatementHasAText(String key) {
        assertThat(new Languages().texts("en").has(key)).isTrue();
    }

    @ParameterizedTest
    @FieldSource("TAGS")
    void everyKindCanBeCounted(String tag) {
        ImportTexts texts = new ImportTexts(new Languages().texts(tag));
        for (RecordType type : RecordType.values()) {
            assertThat(texts.counted(type, 1)).startsWith("1 ");
            assertThat(texts.counted(type, 5)).startsWith("5 ");
        }
    }

    @ParameterizedTest
    @FieldSource("TAGS")
    void anAnswerThatAFileNamesIsShownAsItIs(String tag) {
        Texts text = new Languages().texts(tag);
        assertThat(new ImportTexts(text).answer("profile", "Kids")).isEqualTo("Kids");
        assertThat(new ImportTexts(text).answer("collection", "yes")).isNotEqualTo("yes");
    }
}
