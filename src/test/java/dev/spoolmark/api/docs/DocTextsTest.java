package dev.spoolmark.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.app.TestServer;
import dev.spoolmark.http.body.DocumentedField;
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
    void everyMethodHasASummaryAndNoSummaryIsUnused() {
        assertThat(names("summaries")).isEqualTo(methods());
        assertThat(entries).allSatisfy(entry -> assertThat(texts.summary(entry)).endsWith("."));
    }

    @Test
    void everyParameterAndFieldHasATextAndNoTextIsUnused() {
        Set<String> documented = new TreeSet<>(names("fields"));
        documented.removeIf(name -> name.startsWith("example."));
        assertThat(documented).isEqualTo(parametersAndFields());
    }

    @Test
    void examplesBelongToExistingParametersAndFields() {
        Set<String> rendered = parametersAndFields();
        assertThat(names("fields").stream()
                        .filter(name -> name.startsWith("example."))
                        .map(name -> name.split("\\.", -1))
                        .map(words -> words[1] + "." + words[2]))
                .isSubsetOf(rendered);
    }

    @Test
    void everyRequiredPathParameterHasAnExample() {
        assertThat(entries)
                .allSatisfy(entry -> assertThat(entry.parameters())
                        .filteredOn(one -> one.required() && !one.isKey())
                        .allSatisfy(one -> assertThat(texts.ofParameter(one.name(), entry.name()))
                                .isPresent()));
    }

    @Test
    void everyMethodHasAnExampleResponseAndNoneIsUnused() {
        Set<String> shown = names("examples").stream()
                .filter(name -> name.startsWith("answer."))
                .map(name -> name.substring("answer.".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(shown).isEqualTo(methods());
        assertThat(entries)
                .allSatisfy(entry -> assertThat(texts.response(entry)).isPresent());
    }

    @Test
    void handwrittenRequestsContainOnlyMembersOfTheMethod() {
        Example example = new Example(texts);
        List<MethodDoc> byHand = entries.stream()
                .filter(entry -> texts.request(entry).isPresent())
                .toList();
        assertThat(byHand).hasSize((int) names("examples").stream()
                .filter(name -> name.startsWith("request."))
                .count());
        assertThat(byHand).allSatisfy(entry -> assertDeclared(example.body(entry), entry.members()));
    }

    private static void assertDeclared(Map<?, ?> sent, List<DocumentedField> members) {
        assertThat(members).extracting(DocumentedField::name).containsAll(names(sent));
        for (DocumentedField member : members) {
            if (sent.get(member.name()) instanceof List<?> list) {
                list.forEach(one -> assertDeclared((Map<?, ?>) one, member.members()));
            }
        }
    }

    private static List<String> names(Map<?, ?> object) {
        return object.keySet().stream().map(String::valueOf).toList();
    }

    private static Set<String> methods() {
        return entries.stream().map(MethodDoc::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> parametersAndFields() {
        Stream<String> parameters =
                entries.stream().flatMap(entry -> entry.parameters().stream()).map(one -> "parameter." + one.name());
        Stream<String> fields =
                entries.stream().flatMap(entry -> all(entry.members())).map(one -> "body." + one.name());
        return Stream.concat(parameters, fields).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<DocumentedField> all(List<DocumentedField> members) {
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
