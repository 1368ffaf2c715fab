package dev.spoolmark.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.web.form.Form;
import dev.spoolmark.web.text.Languages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PendingFormTest {

    private static final Pattern PASSWORD_FIELD =
            Pattern.compile("\\bname ?= ?\"([a-z_]+)\".*\\btype ?= ?\"password\"");

    private static Form form(Map<String, List<String>> values) {
        Map<String, List<String>> all = new HashMap<>(values);
        all.put("_csrf", List.of("a"));
        return new Form(new Languages().texts("en"), all);
    }

    @Test
    void isReadFromItsText() {
        PendingForm form = PendingForm.of(
                        "/a/b",
                        form(Map.of("name", List.of("A & B=ü\n c "), "box", List.of("1", "2"), "no", List.of(""))))
                .orElseThrow();

        assertThat(form.fields()).hasSize(4);
        assertThat(PendingForm.parse(form.toText())).isEqualTo(form);
    }

    @Test
    void aButtonWithoutFieldsIsAForm() {
        PendingForm form = PendingForm.of("/a/1/remove", form(Map.of())).orElseThrow();

        assertThat(form.fields()).isEmpty();
        assertThat(PendingForm.parse(form.toText())).isEqualTo(form);
        assertThat(PendingForm.of("/a", new Form(new Languages().texts("en"), Map.of())))
                .as("a request without a form")
                .isEmpty();
    }

    @Test
    void aFormWithASecretIsNotKept() {
        for (String secret : PendingForm.SECRETS) {
            assertThat(PendingForm.of("/", form(Map.of("username", List.of("ann"), secret, List.of("")))))
                    .as(secret)
                    .isEmpty();
        }
    }

    @Test
    void containsNoFieldsOfTheServer() {
        Map<String, List<String>> values = Map.of("_password", List.of("b"), "name", List.of("c"));

        assertThat(PendingForm.of("/", form(values)).orElseThrow().fields())
                .containsExactly(new PendingForm.Field("name", "c"));
    }

    @Test
    void hasLimits() {
        String name = "n";
        String longest = "x".repeat(PendingForm.MAX_CHARACTERS - 1);
        assertThat(PendingForm.of("/", form(Map.of(name, List.of(longest))))).isPresent();
        assertThat(PendingForm.of("/", form(Map.of(name, List.of(longest + "x")))))
                .isEmpty();

        List<String> most = Collections.nCopies(PendingForm.MAX_FIELDS, "1");
        assertThat(PendingForm.of("/", form(Map.of(name, most)))).isPresent();
        assertThat(PendingForm.of("/", form(Map.of(name, most, "m", List.of("1")))))
                .isEmpty();
    }

    @Test
    void everyPasswordFieldOfThePagesIsASecret() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/jte"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".jte")).toList()) {
                PASSWORD_FIELD
                        .matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(names::add);
            }
        }

        assertThat(names).contains("_password", "current", "password", "repeated");
        assertThat(names)
                .allMatch(name -> PendingForm.SECRETS.contains(name) || name.startsWith(PendingForm.OWN_PREFIX));
    }
}
