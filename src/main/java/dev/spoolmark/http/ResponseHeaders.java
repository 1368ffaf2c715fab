package dev.spoolmark.http;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The header fields of a response in their order, each name once except `Set-Cookie`. Names are compared with case,
/// since the code writes each the same way everywhere.
public final class ResponseHeaders {

    private static final int INITIAL_CAPACITY = 14;

    private String[] names;
    private String[] values;
    private int count;

    ResponseHeaders() {
        this(new String[INITIAL_CAPACITY], new String[INITIAL_CAPACITY], 0);
    }

    private ResponseHeaders(String[] names, String[] values, int count) {
        this.names = names;
        this.values = values;
        this.count = count;
    }

    /// A copy of the fields.
    ResponseHeaders copy() {
        return new ResponseHeaders(names.clone(), values.clone(), count);
    }

    /// Sets a field or replaces its value.
    public ResponseHeaders put(String name, String value) {
        int at = find(name);
        if (at < 0) {
            return add(name, value);
        }
        values[at] = value;
        return this;
    }

    /// Adds a cookie, beside those that were added before.
    public ResponseHeaders addCookie(String field) {
        return add("Set-Cookie", field);
    }

    private ResponseHeaders add(String name, String value) {
        grow();
        names[count] = name;
        values[count] = value;
        count++;
        return this;
    }

    /// Appends a member to a comma-separated field.
    public ResponseHeaders append(String name, String member) {
        String before = value(name);
        return put(name, before == null ? member : before + ", " + member);
    }

    @Nullable
    public String value(String name) {
        int at = find(name);
        return at < 0 ? null : values[at];
    }

    public void forEach(BiConsumer<String, String> field) {
        for (int at = 0; at < count; at++) {
            field.accept(names[at], values[at]);
        }
    }

    private int find(String name) {
        for (int at = 0; at < count; at++) {
            if (names[at].equals(name)) {
                return at;
            }
        }
        return -1;
    }

    private void grow() {
        if (count == names.length) {
            names = Arrays.copyOf(names, 2 * count);
            values = Arrays.copyOf(values, 2 * count);
        }
    }
}
