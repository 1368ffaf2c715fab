package dev.spoolmark.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.app.TestServer;
import dev.spoolmark.http.body.FieldDescriptor;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DocTextsTest {

    private static List<MethodDoc> entries = List.of();

    private final DocTexts texts = new DocTexts();

    @BeforeAll
    static void readTheTable() {
        try (TestServer server = TestServer.start(InstantSource.fixed(Instant.EPOCH))) {
            entries = server.methods().stream().map(MethodDoc::of).toList();
        }
    }

    @Test
    void every_method_has_its_sentence_and_no_sentence_is_left_over() {
        assertThat(names("summaries")).isEqualTo(methods());
        assertThat(entries).allSatisfy(entry -> assertThat(texts.summary(entry)).endsWith("."));
    }

    @Test
    void every_parameter_and_field_has_its_sentence_and_no_sentence_is_left_over() {
        Set<String> said = new TreeSet<>(names("fields"));
        said.removeIf(name -> name.startsWith("example."));
        assertThat(said).isEqualTo(told());
    }

    @Test
    void examples_are_of_parameters_and_fields_that_there_are() {
        Set<String> rendered = told();
        assertThat(names("fields").stream()
                        .filter(name -> name.startsWith("example."))
                        .map(name -> name.split("\\.", -1))
                        .map(words -> words[1] + "." + words[2]))
                .isSubsetOf(rendered);
    }

    @Test
    void every_required_parameter_of_an_address_has_an_example() {
        assertThat(entries)
                .allSatisfy(entry -> assertThat(entry.parameters())
                        .filteredOn(one -> one.required() && !one.isKey())
                        .allSatisfy(one -> assertThat(texts.ofParameter(one.name(), entry.name()))
                                .isPresent()));
    }

    @Test
    void every_method_shows_an_answer_and_no_answer_is_left_over() {
        Set<String> shown = names("examples").stream()
                .filter(name -> name.startsWith("answer."))
                .map(name -> name.substring("answer.".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(shown).isEqualTo(methods());
        assertThat(entries)
                .allSatisfy(entry -> assertThat(texts.response(entry)).isPresent());
    }

    @Test
    void requests_written_by_hand_hold_only_what_the_method_reads() {
        Example example = new Example(texts);
        List<MethodDoc> byHand = entries.stream()
                .filter(entry -> texts.request(entry).isPresent())
                .toList();
        assertThat(byHand).hasSize((int) names("examples").stream()
                .filter(name -> name.startsWith("request."))
                .count());
        assertThat(byHand).allSatisfy(entry -> assertRead(example.body(entry), entry.members()));
    }

    private static void assertRead(Map<?, ?> sent, List<FieldDescriptor> members) {
        assertThat(members).extracting(FieldDescriptor::name).containsAll(names(sent));
        for (FieldDescriptor member : members) {
            if (sent.get(member.name()) instanceof List<?> list) {
                list.forEach(one -> assertRead((Map<?, ?>) one, member.members()));
            }
        }
    }

    private static List<String> names(Map<?, ?> object) {
        return object.keySet().stream().map(String::valueOf).toList();
    }

    private static Set<String> methods() {
        return entries.stream().map(MethodDoc::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> told() {
        Stream<String> parameters =
                entries.stream().flatMap(entry -> entry.parameters().stream()).map(one -> "parameter." + one.name());
        Stream<String> fields =
                entries.stream().flatMap(entry -> all(entry.members())).map(one -> "body." + one.name());
        return Stream.concat(parameters, fields).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<FieldDescriptor> all(List<FieldDescriptor> members) {
        return members.stream().flatMap(one -> Stream.concat(Stream.of(one), all(one.members())));
    }

    private static Set<String> names(String resource) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(DocTexts.text(resource + ".properties")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }
}
