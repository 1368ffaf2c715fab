package dev.spoolmark.web.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.web.text.Languages;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormBodyTest {

    @Test
    void decodesNamesAndValues() {
        assertThat(FormBody.parse("a=1&b=%C3%A4+%26&a=2&c&d=x%3Dy%0D%0Az"))
                .containsEntry("a", List.of("1", "2"))
                .containsEntry("b", List.of("ä &"))
                .containsEntry("c", List.of(""))
                .containsEntry("d", List.of("x=y\nz"));
        assertThat(FormBody.parse("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%zz", "a=%ff", "%00=a"})
    void rejectsMalformedEncoding(String body) {
        assertThatThrownBy(() -> FormBody.parse(body))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isInstanceOf(Problem.Unreadable.class));
    }

    @Test
    void acceptsAtMostAThousandFields() {
        assertThat(FormBody.parse("a=1&".repeat(1_000)).get("a")).hasSize(1_000);
        assertThatThrownBy(() -> FormBody.parse("a=1&".repeat(1_001))).isInstanceOf(ProblemException.class);
    }

    @Test
    void aFieldThatIsSentTwiceIsAnError() {
        Form form = new Form(new Languages().texts("en"), FormBody.parse("name=a&name=b"));

        assertThat(form.text("name")).isEqualTo("a");
        assertThat(form.errorOf("name")).isEqualTo("This field was sent more than once.");
    }

    @Test
    void lengthsAreCountedInCodePoints() {
        Form form = new Form(new Languages().texts("en"), FormBody.parse("a=%F0%9F%8E%AC%F0%9F%8E%AC&b=+"));

        form.limited("a", 2);
        assertThat(form.hasErrors()).isFalse();
        form.limited("a", 1);
        assertThat(form.errorOf("a")).isEqualTo("At most 1 characters.");
        form.required("b", 10);
        assertThat(form.errorOf("b")).isEqualTo("This field is required.");
    }
}
