package dev.spoolmark.http.body;

import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.HttpLimits;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Scans each token or pair of a body once: whether the body is valid, how much memory it will take, and the
/// single values at the top level that the record of the method does not declare, such as credentials.
final class BodyScanner {

    private static final int NAME_OVERHEAD = 16;

    private final BodySchema.RecordSchema declared;
    private final Map<String, LenientValue> undeclared = new HashMap<>();
    private final int[] names = new int[HttpLimits.JSON_DEPTH + 2];
    private List<String> previous = List.of();
    private int depth;
    private int undeclaredLength;
    private int values;
    private long textBytes;
    private long memory;

    BodyScanner(BodySchema.RecordSchema declared) {
        this.declared = declared;
    }

    /// Objects and lists are [LenientValue#UNREADABLE].
    Map<String, LenientValue> undeclared() {
        return undeclared;
    }

    /// Memory of the bound body, in bytes.
    long memory() {
        return memory + textBytes;
    }

    /// Scans a whole body without building objects.
    void json(JsonParser json) {
        switch (next(json)) {
            case START_OBJECT -> finish(json, 0);
            case START_ARRAY -> {
                // PHP writes an object without members as `[]`.
                if (next(json) != JsonToken.END_ARRAY) {
                    throw unreadable("the body is a list where an object belongs");
                }
            }
            case null, default -> throw unreadable("the body is not an object");
        }
        if (next(json) != null) {
            throw unreadable("something follows the end of the body");
        }
    }

    /// Reads the next token; null after the last.
    @Nullable
    JsonToken next(JsonParser json) {
        JsonToken token = json.nextToken();
        switch (token) {
            case PROPERTY_NAME -> name(json.currentName());
            case START_OBJECT, START_ARRAY -> {
                if (depth > 0) {
                    count(HttpLimits.VALUE_MEMORY_BYTES);
                    undeclared(json.currentName(), LenientValue.UNREADABLE);
                }
                names[++depth] = 0;
            }
            case END_OBJECT, END_ARRAY -> depth--;
            case null -> {
                if (depth > 0) {
                    throw unreadable("the body is not proper JSON");
                }
            }
            default -> value(json, token);
        }
        return token;
    }

    /// Skips to the end of the object or list that has just begun. Does nothing for other values.
    void skipChildren(JsonParser json) {
        if (json.currentToken().isStructStart()) {
            finish(json, depth - 1);
        }
    }

    private void finish(JsonParser json, int outer) {
        while (depth > outer) {
            JsonToken _ = next(json);
        }
    }

    /// The parser stores the names of all open objects to detect duplicates.
    private void name(String name) {
        checkNul(name);
        names[depth] += name.length() + NAME_OVERHEAD;
        int all = 0;
        for (int outer = 1; outer <= depth; outer++) {
            all += names[outer];
        }
        if (all > HttpLimits.BODY_NAMES) {
            throw new ProblemException(new Problem.TooBig(HttpLimits.BODY_NAMES, "bytes of names"));
        }
    }

    private void value(JsonParser json, JsonToken token) {
        count(HttpLimits.VALUE_MEMORY_BYTES);
        if (token == JsonToken.VALUE_STRING) {
            text(json);
        } else if (token.isNumeric()) {
            checkNumber(json.getString());
        }
        undeclared(json.currentName(), LenientValue.of(json));
    }

    private void undeclared(@Nullable String name, @Nullable LenientValue value) {
        if (depth == 1 && name != null && declared.indexOf(name) < 0) {
            store(name, value);
        }
    }

    /// Whether the body is small enough to be bound before its sender is known.
    boolean isBoundEarly() {
        return memory() <= HttpLimits.BODY_BOUND_EARLY_BYTES;
    }

    private void text(JsonParser json) {
        char[] all = json.getStringCharacters();
        int from = json.getStringOffset();
        int length = json.getStringLength();
        boolean wide = false;
        for (int at = from; at < from + length; at++) {
            if (all[at] == '\0') {
                throw unreadable("a text holds a NUL");
            }
            wide |= all[at] > 0xFF;
        }
        text(wide ? 2 * length : length);
    }

    void form(FormPairReader form) throws IOException {
        FormPairReader.Pair pair = next(form);
        while (pair != null) {
            pair = next(form);
        }
    }

    /// Reads the next pair; null after the last.
    FormPairReader.@Nullable Pair next(FormPairReader form) throws IOException {
        FormPairReader.Pair pair = form.next();
        if (pair != null) {
            check(pair);
        }
        return pair;
    }

    private void check(FormPairReader.Pair pair) {
        List<String> path = pair.path();
        for (int step = shared(previous, path); step < path.size(); step++) {
            count(HttpLimits.FORM_VALUE_MEMORY_BYTES);
        }
        // Names are also stored until the record is built.
        text(2 * (path.getLast().length() + pair.value().length()));
        String name = path.getFirst();
        if (declared.indexOf(name) < 0) {
            store(name, path.size() > 1 ? LenientValue.UNREADABLE : new LenientValue(pair.value(), true));
        }
        previous = path;
    }

    /// Number of inner nodes that the previous path and this one have in common. A value is always a new node.
    private static int shared(List<String> previous, List<String> path) {
        int max = Math.min(previous.size(), path.size()) - 1;
        int shared = 0;
        while (shared < max
                && !path.get(shared).isEmpty()
                && previous.get(shared).equals(path.get(shared))) {
            shared++;
        }
        return shared;
    }

    private void count(int bytes) {
        memory += bytes;
        if (++values > HttpLimits.BODY_VALUES) {
            throw new ProblemException(new Problem.TooBig(HttpLimits.BODY_VALUES, "values"));
        }
    }

    private void text(int bytes) {
        textBytes += bytes;
        if (textBytes > HttpLimits.BODY_TEXT_BYTES) {
            throw new ProblemException(new Problem.TooBig(HttpLimits.BODY_TEXT_BYTES, "bytes of text"));
        }
    }

    /// Stores a few values; further and long ones are ignored.
    private void store(String name, @Nullable LenientValue value) {
        remove(name);
        if (value == null) {
            return;
        }
        int length = name.length() + value.text().length();
        if (undeclared.size() < HttpLimits.UNDECLARED_MEMBERS
                && undeclaredLength + length <= HttpLimits.UNDECLARED_TEXT) {
            undeclared.put(name, value);
            undeclaredLength += length;
        }
    }

    private void remove(String name) {
        LenientValue before = undeclared.remove(name);
        if (before != null) {
            undeclaredLength -= name.length() + before.text().length();
        }
    }

    private static void checkNul(String text) {
        if (text.indexOf('\0') >= 0) {
            throw unreadable("a text holds a NUL");
        }
    }

    private static void checkNumber(String text) {
        if (text.length() > HttpLimits.JSON_NUMBER || exponent(text) > HttpLimits.JSON_EXPONENT) {
            throw unreadable("a number is too long");
        }
    }

    private static int exponent(String number) {
        int mark = Math.max(number.indexOf('e'), number.indexOf('E'));
        if (mark < 0) {
            return 0;
        }
        try {
            return Math.abs(AsciiNumber.parseInt(number.substring(mark + 1)));
        } catch (NumberFormatException tooLong) {
            return Integer.MAX_VALUE;
        }
    }

    private static ProblemException unreadable(String reason) {
        return new ProblemException(new Problem.Unreadable(reason));
    }
}
