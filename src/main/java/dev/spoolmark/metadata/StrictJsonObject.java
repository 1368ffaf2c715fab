package dev.spoolmark.metadata;

import dev.spoolmark.core.AsciiNumber;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The members of one JSON object of a file. A value of the wrong form is reported and counts as absent.
/// Numbers are also read from texts of digits, and texts from numbers.
///
/// An absent member and `null` are the same. [#rejectUnknown] rejects members that were not read.
public final class StrictJsonObject {

    private static final int LONGEST_TEXT = 100_000;
    private static final int SHOWN = 40;

    private final String type;
    private final JsonNode object;
    private final Consumer<String> problems;
    private final Set<String> readNames = new HashSet<>();

    private StrictJsonObject(String type, JsonNode object, Consumer<String> report) {
        this.type = type;
        this.object = object;
        this.problems = report;
    }

    /// @param type the name of the object in messages
    /// @param report called with a sentence for each value that cannot be read
    public static StrictJsonObject of(String type, JsonNode node, Consumer<String> report) {
        if (!node.isObject()) {
            throw new InvalidItemException("a " + type + " must be an object");
        }
        return new StrictJsonObject(type, node, report);
    }

    @Nullable
    public String text(String name) {
        return read(name, StrictJsonObject::textOf, "a text of up to " + LONGEST_TEXT + " characters");
    }

    public String needed(String name) {
        String text = text(name);
        if (text == null || text.isBlank()) {
            throw new InvalidItemException("a " + type + " needs \"" + name + "\"");
        }
        return text;
    }

    /// A whole number, at least 0.
    @Nullable
    public Integer count(String name) {
        return read(
                name,
                node -> numberOf(node).filter(StrictJsonObject::isCount).map(Long::intValue),
                "a whole number from 0");
    }

    /// A required number from 0 to `last`.
    ///
    /// @throws InvalidItemException if it is missing or invalid
    public int needed(String name, int last) {
        Integer count = count(name);
        if (count == null || count > last) {
            throw new InvalidItemException("a " + type + " needs \"" + name + "\" from 0 to " + last);
        }
        return count;
    }

    @Nullable
    public Long number(String name) {
        return read(name, StrictJsonObject::numberOf, "a whole number");
    }

    /// A text in a format such as a date; `form` describes it.
    public <T> @Nullable T parsed(String name, Function<String, T> parse, String form) {
        String text = text(name);
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return parse.apply(text.strip());
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            report(name, form);
            return null;
        }
    }

    /// @return what `read` returns for the object with that name, or `absent`
    public <T extends @Nullable Object> T object(String name, Function<StrictJsonObject, T> read, T absent) {
        Optional<JsonNode> node = member(name, JsonNode::isObject, "an object");
        return node.isPresent() ? read.apply(new StrictJsonObject(name, node.get(), problems)) : absent;
    }

    /// @return the texts in the list with that name
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode node : elements(name)) {
            textOf(node).ifPresentOrElse(texts::add, () -> problems.accept(elementOf(name, "a text", node)));
        }
        return texts;
    }

    /// @return what `parse` returns for each text in the list with that name; `form` describes one
    public <T> List<T> parsedTexts(String name, Function<String, T> parse, String form) {
        List<T> parsed = new ArrayList<>();
        for (JsonNode node : elements(name)) {
            try {
                parsed.add(parse.apply(textOf(node).orElseThrow(IllegalArgumentException::new)));
            } catch (DateTimeException | IllegalArgumentException unreadable) {
                problems.accept(elementOf(name, form, node));
            }
        }
        return parsed;
    }

    /// @return what `read` returns for each object in the list with that name; `element` is the name of one
    ///     in messages. Objects that cannot be read are left out.
    public <T> List<T> list(String name, String element, Function<StrictJsonObject, T> read) {
        List<T> all = new ArrayList<>();
        for (JsonNode node : elements(name)) {
            try {
                all.add(read.apply(StrictJsonObject.of(element, node, problems)));
            } catch (InvalidItemException invalid) {
                if (invalid.ofRecord()) {
                    throw invalid;
                }
                problems.accept(invalid.reason() + "; it is left out");
            }
        }
        return all;
    }

    /// Rejects the record if it has a member that was not read: a misspelt member would be lost silently.
    ///
    /// @throws InvalidItemException if there is one
    public void rejectUnknown() {
        object.propertyNames().stream()
                .filter(name -> !readNames.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw InvalidItemException.record("unknown member \"" + name + "\" in " + type);
                });
    }

    private List<JsonNode> elements(String name) {
        return member(name, JsonNode::isArray, "a list")
                .map(array -> array.valueStream().toList())
                .orElse(List.of());
    }

    private <T> @Nullable T read(String name, Function<JsonNode, Optional<T>> read, String form) {
        return member(name, _ -> true, form)
                .flatMap(node -> {
                    Optional<T> value = read.apply(node);
                    if (value.isEmpty()) {
                        report(name, form);
                    }
                    return value;
                })
                .orElse(null);
    }

    private Optional<JsonNode> member(String name, Predicate<JsonNode> fits, String form) {
        readNames.add(name);
        JsonNode node = object.get(name);
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        if (!fits.test(node)) {
            report(name, form);
            return Optional.empty();
        }
        return Optional.of(node);
    }

    static Optional<String> textOf(JsonNode node) {
        if (node.isIntegralNumber()) {
            return Optional.of(node.asString());
        }
        return node.isString() && node.stringValue().length() <= LONGEST_TEXT
                ? Optional.of(node.stringValue())
                : Optional.empty();
    }

    static Optional<Long> numberOf(JsonNode node) {
        if (node.isIntegralNumber()) {
            return node.canConvertToLong() ? Optional.of(node.longValue()) : Optional.empty();
        }
        return node.isString() && node.stringValue().strip().matches("[0-9]{1,18}")
                ? Optional.of(AsciiNumber.parseLong(node.stringValue().strip()))
                : Optional.empty();
    }

    private static boolean isCount(Long number) {
        return number >= 0 && number <= Integer.MAX_VALUE;
    }

    private void report(String name, String form) {
        problems.accept("\"" + name + "\" must be " + form + ", not " + shown(object.path(name)));
    }

    private static String elementOf(String name, String form, JsonNode node) {
        return "\"" + name + "\" has " + shown(node) + ", which is not " + form;
    }

    /// @return the JSON text, shortened to one line
    public static String shown(JsonNode node) {
        if (node.isContainer()) {
            return node.isArray() ? "a list" : "an object";
        }
        String written = node.isString() ? "\"" + start(node.stringValue()) + "\"" : start(node.toString());
        return written.isEmpty() ? "nothing" : written;
    }

    private static String start(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "...";
    }
}
