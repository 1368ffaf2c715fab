package dev.spoolmark.api.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/// Written texts of the documentation: a sentence for each method, parameter and field, and examples.
final class DocTexts {

    private final Properties summaries = read("summaries");
    private final Properties fields = read("fields");
    private final Properties examples = read("examples");

    String summary(MethodDoc entry) {
        return summaries.getProperty(entry.name(), "");
    }

    String parameter(String name) {
        return fields.getProperty("parameter." + name, "");
    }

    String field(String name) {
        return fields.getProperty("body." + name, "");
    }

    /// The example value of a parameter.
    Optional<String> ofParameter(String name, String context) {
        return example("parameter." + name, context);
    }

    /// The example value of a field.
    Optional<String> ofField(String name, String context) {
        return example("body." + name, context);
    }

    /// The example body, if it is not composed of its fields.
    Optional<String> request(MethodDoc entry) {
        return Optional.ofNullable(examples.getProperty("request." + entry.name()));
    }

    /// A recorded response of the method.
    Optional<String> response(MethodDoc entry) {
        return Optional.ofNullable(examples.getProperty("answer." + entry.name()))
                .map(key -> text("responses/" + key + ".json"));
    }

    /// The example for the last segment of `context` that has one, or the general one.
    private Optional<String> example(String name, String context) {
        Stream<String> examples = Stream.of(context.split("/", -1)).map(segment -> "example." + name + "." + segment);
        return Stream.concat(examples, Stream.of("example." + name))
                .flatMap(key -> Stream.ofNullable(fields.getProperty(key)))
                .findFirst();
    }

    private static Properties read(String name) {
        Properties properties = new Properties();
        try (InputStream in = open(name + ".properties")) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    static String text(String name) {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) throws IOException {
        InputStream in = DocTexts.class.getResourceAsStream("/api-docs/" + name);
        if (in == null) {
            throw new IOException("api-docs/" + name + " is not in the program");
        }
        return in;
    }
}
