package dev.spoolmark.metadata;

import java.time.DateTimeException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The members of one JSON object, read strictly: each has its type, and [#refuseOthers] knows which were never asked
/// for. An absent member and `null` are the same.
final class Members {

    private final String what;
    private final JsonNode object;
    private final Set<String> asked = new HashSet<>();

    private Members(String what, JsonNode object) {
        this.what = what;
        this.object = object;
    }

    /// The members of `node`, which stands for a `what`.
    static Members of(String what, JsonNode node) {
        if (!node.isObject()) {
            throw new Unfit("a " + what + " must be an object");
        }
        return new Members(what, node);
    }

    @Nullable
    String text(String name) {
        return member(name, JsonNode::isString, "a text")
                .map(JsonNode::stringValue)
                .orElse(null);
    }

    String needed(String name) {
        String text = text(name);
        if (text == null || text.isBlank()) {
            throw new Unfit("a " + what + " needs \"" + name + "\"");
        }
        return text;
    }

    @Nullable
    Integer count(String name) {
        return member(name, node -> node.isIntegralNumber() && node.canConvertToInt(), "a whole number")
                .map(JsonNode::intValue)
                .orElse(null);
    }

    /// A count that must be there, from 0 to `last`.
    int needed(String name, int last) {
        Integer count = count(name);
        if (count == null || count < 0 || count > last) {
            throw new Unfit("a " + what + " needs \"" + name + "\" from 0 to " + last);
        }
        return count;
    }

    @Nullable
    Long number(String name) {
        return member(name, node -> node.isIntegralNumber() && node.canConvertToLong(), "a whole number")
                .map(JsonNode::longValue)
                .orElse(null);
    }

    /// A text in a form of its own, such as a date; `form` describes it.
    <T> @Nullable T parsed(String name, Function<String, T> parse, String form) {
        String text = text(name);
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return parse.apply(text.strip());
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            throw new Unfit("\"" + name + "\" must be " + form);
        }
    }

    /// What `read` makes of the object with that name, or `absent`.
    <T extends @Nullable Object> T object(String name, Function<Members, T> read, T absent) {
        Optional<JsonNode> node = member(name, JsonNode::isObject, "an object");
        return node.isPresent() ? read.apply(new Members(name, node.get())) : absent;
    }

    List<String> texts(String name) {
        List<JsonNode> all = elements(name);
        if (!all.stream().allMatch(JsonNode::isString)) {
            throw new Unfit("\"" + name + "\" must be a list of texts");
        }
        return all.stream().map(JsonNode::stringValue).toList();
    }

    /// What `read` makes of each object in the list with that name; one of them is a `element`.
    <T> List<T> list(String name, String element, Function<Members, T> read) {
        return elements(name).stream()
                .map(node -> read.apply(Members.of(element, node)))
                .toList();
    }

    /// Refuses the object when it has a member that nobody asked for: a misspelt fact would be lost without a word.
    void refuseOthers() {
        object.propertyNames().stream()
                .filter(name -> !asked.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Unfit("unknown member \"" + name + "\" in " + what);
                });
    }

    private List<JsonNode> elements(String name) {
        return member(name, JsonNode::isArray, "a list")
                .map(array -> array.valueStream().toList())
                .orElse(List.of());
    }

    private Optional<JsonNode> member(String name, Function<JsonNode, Boolean> fits, String type) {
        asked.add(name);
        JsonNode node = object.get(name);
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        if (!fits.apply(node)) {
            throw new Unfit("\"" + name + "\" must be " + type);
        }
        return Optional.of(node);
    }
}
