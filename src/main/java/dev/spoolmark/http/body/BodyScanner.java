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

/// Looks at each token or pair of a body once: whether the body is sound, how much memory it will take, and the
/// single values at the top that the record of the method does not have, among which are the credentials.
final class BodyScanner {

    private static final int NAME_OVERHEAD = 16;

    private final BodySchema.Members declared;
    private final Map<String, LenientValue> undeclared = new HashMap<>();
    private final int[] names = new int[HttpLimits.JSON_DEPTH + 2];
    private List<String> previous = List.of();
    private int depth;
    private int undeclaredLength;
    private int values;
    private long textBytes;
    private long memory;

    BodyScanner(BodySchema.Members declared) {
        this.declared = declared;
    }

    Map<String, LenientValue> undeclared() {
        return undeclared;
    }

    /// What it takes in memory once it is built, in bytes.
    long memory() {
        return memory + textBytes;
    }

    /// Reads a whole body without building anything.
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

    /// Reads to the end of the object or list that has just begun. Any other value is over already.
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

    /// The parser keeps the names of all open objects to find those that come twice.
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
        String name = json.currentName();
        if (depth == 1 && name != null && declared.place(name) < 0) {
            keep(name, LenientValue.of(json));
        }
    }

    /// A body that becomes more than this is built when it is known who sent it.
    boolean isBuiltAtOnce() {
        return memory() <= HttpLimits.BODY_BUILT_AT_ONCE;
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

    void form(FormReader form) throws IOException {
        FormReader.Pair pair = next(form);
        while (pair != null) {
            pair = next(form);
        }
    }

    /// Reads the next pair; null after the last.
    FormReader.@Nullable Pair next(FormReader form) throws IOException {
        FormReader.Pair pair = form.next();
        if (pair != null) {
            check(pair);
        }
        return pair;
    }

    private void check(FormReader.Pair pair) {
        List<String> path = pair.path();
        for (int step = shared(previous, path); step < path.size(); step++) {
            count(HttpLimits.FORM_VALUE_MEMORY_BYTES);
        }
        // Names are kept too, until the record is built.
        text(2 * (path.getLast().length() + pair.value().length()));
        String name = path.getFirst();
        if (path.size() > 1) {
            remove(name);
        } else if (declared.place(name) < 0) {
            keep(name, new LenientValue(pair.value(), true));
        }
        previous = path;
    }

    /// How many inner nodes of the last path are also on this one. A value itself is always a new one.
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

    /// Keeps a few. What comes after them, and what is long, is as if it had not been sent.
    private void keep(String name, @Nullable LenientValue value) {
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
