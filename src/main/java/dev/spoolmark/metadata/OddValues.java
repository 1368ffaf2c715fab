package dev.spoolmark.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Which values of an object are not what its source says they are. [Lenient] counts each as absent; here they are
/// named, one line each.
final class OddValues {

    private OddValues() {}

    /// What a member is.
    enum Form {
        TEXT("a text"),
        COUNT("a whole number from 0"),
        NUMBER("a whole number"),
        DATE("a date"),
        TIME("a time"),
        LIST("a list"),
        OBJECT("an object");

        private final String words;

        Form(String words) {
            this.words = words;
        }
    }

    static List<String> in(JsonNode object, Map<String, Form> forms) {
        List<String> odd = new ArrayList<>();
        new TreeMap<>(forms).forEach((name, form) -> {
            if (isGiven(object.path(name)) && !isRead(object, name, form)) {
                odd.add("\"" + name + "\" must be " + form.words + ", not " + Members.shown(object.path(name)));
            }
        });
        return odd;
    }

    /// The same of a part of an answer, which is named before each.
    static List<String> in(String part, JsonNode object, Map<String, Form> forms) {
        return in(object, forms).stream().map(odd -> part + ": " + odd).toList();
    }

    private static boolean isGiven(JsonNode node) {
        return !node.isMissingNode()
                && !node.isNull()
                && !(node.isString() && node.stringValue().isBlank());
    }

    private static boolean isRead(JsonNode object, String name, Form form) {
        return switch (form) {
            case TEXT -> Lenient.text(object, name).isPresent();
            case COUNT -> Lenient.count(object, name) != null;
            case NUMBER -> Lenient.number(object, name) != null;
            case DATE -> Lenient.date(object, name) != null;
            case TIME -> Lenient.time(object, name).isPresent();
            case LIST -> object.path(name).isArray();
            case OBJECT -> object.path(name).isObject();
        };
    }
}
