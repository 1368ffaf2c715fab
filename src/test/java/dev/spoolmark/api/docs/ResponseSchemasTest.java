package dev.spoolmark.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.app.TestServer;
import dev.spoolmark.http.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The response schemas are generated from the golden files. `-Dgolden=write` writes them.
class ResponseSchemasTest {

    private static final Path GOLDEN = Path.of("src/main/resources/api-docs/responses");
    private static final Path SCHEMAS = Path.of("src/main/resources/api-docs/schemas.json");
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static List<MethodDoc> entries = List.of();
    private static JsonNode document = MAPPER.createObjectNode();

    private final DocTexts texts = new DocTexts();

    @BeforeAll
    static void readTheTable() {
        try (TestServer server = TestServer.start(InstantSource.fixed(Instant.EPOCH))) {
            entries = server.methods().stream().map(MethodDoc::of).toList();
        }
        document = MAPPER.readTree(Json.bytes(new OpenApi(new DocTexts()).document(entries, "1")));
    }

    @Test
    void theSchemasAreThoseOfTheGoldenResponses() throws IOException {
        String gathered = MAPPER.writeValueAsString(collectSchemas()) + "\n";
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(SCHEMAS, gathered);
        }
        assertThat(Files.readString(SCHEMAS))
                .as("run this test with -Dgolden=write when golden files have changed")
                .isEqualTo(gathered);
    }

    @Test
    void everyGoldenResponseMatchesTheSchemaOfItsMethod() {
        SoftAssertions all = new SoftAssertions();
        entries.forEach(entry -> goldenResponses(entry)
                .forEach((name, response) -> all.assertThat(SchemaCheck.problems(document, schema(entry), response))
                        .as(name)
                        .isEmpty()));
        all.assertAll();
    }

    @Test
    void everyMethodHasASchema() {
        assertThat(entries)
                .allSatisfy(entry ->
                        assertThat(schema(entry).isEmpty()).as(entry.name()).isFalse());
    }

    @Test
    void aFailureMatchesWhereItCanHaveStatus200() {
        JsonNode failure = MAPPER.readTree("{\"status\":\"failure\",\"error\":\"invalid rating\"}");

        assertThat(SchemaCheck.problems(document, schema(entry("rate/movie")), failure))
                .isEmpty();
        assertThat(SchemaCheck.problems(document, schema(entry("server/time")), failure))
                .isNotEmpty();
    }

    @Test
    void otherTypesAndMembersDoNotMatch() {
        JsonNode schema = schema(entry("user/ratings/movies"));

        assertThat(problems(schema, "[{\"title\":\"Heat\",\"tmdb_id\":949}]")).isEmpty();
        assertThat(problems(schema, "[{\"title\":7,\"tmdb_id\":949}]")).isNotEmpty();
        assertThat(problems(schema, "[{\"title\":\"Heat\",\"tmdb_id\":949,\"colour\":1}]"))
                .isNotEmpty();
        assertThat(problems(schema, "{\"title\":\"Heat\"}")).isNotEmpty();
    }

    @Test
    void commonSchemasAreShared() {
        JsonNode shared = document.at("/components/schemas");

        assertThat(shared.propertyNames()).contains("Movie", "Show", "Episode", "User", "RatingTotals", "Failure");
        assertThat(document.at("/components/schemas/Movie/properties/year/type").toString())
                .contains("integer");
    }

    private static List<String> problems(JsonNode schema, String value) {
        return SchemaCheck.problems(document, schema, MAPPER.readTree(value));
    }

    private static MethodDoc entry(String name) {
        return entries.stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode schema(MethodDoc entry) {
        return document.get("paths")
                .get(OpenApi.path(entry))
                .iterator()
                .next()
                .at("/responses/200/content/application~1json/schema");
    }

    private Map<String, Object> collectSchemas() {
        ResponseShapes shapes = new ResponseShapes();
        Map<String, Object> responses = new TreeMap<>();
        for (MethodDoc entry : entries) {
            ResponseShapes.Shape shape = shapes.shape();
            goldenResponses(entry).values().forEach(shape::add);
            responses.put(entry.name(), shape.schema());
        }
        Map<String, Object> gathered = new LinkedHashMap<>();
        gathered.put("shared", shapes.components());
        gathered.put("answers", responses);
        return gathered;
    }

    /// The golden files of the method, and the example of its page.
    private Map<String, JsonNode> goldenResponses(MethodDoc entry) {
        Map<String, JsonNode> responses = new TreeMap<>();
        for (Path file : files(GOLDEN.resolve(entry.name()))) {
            responses.put(GOLDEN.relativize(file).toString(), MAPPER.readTree(text(file)));
        }
        texts.response(entry)
                .ifPresent(shown -> responses.put("the example of " + entry.name(), MAPPER.readTree(shown)));
        return responses;
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
