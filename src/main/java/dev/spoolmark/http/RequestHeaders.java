package dev.spoolmark.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The header fields of a request. Names are compared without case; the values of a name are in the order sent. A
/// linear search is faster than hashing for so few.
public final class RequestHeaders {

    private static final int SEPARATORS = ": \r\n".length();

    private final List<String> names = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private int bytes;
    private int longest;

    void add(String name, String value) {
        names.add(name);
        values.add(value);
        int size = name.length() + value.length() + SEPARATORS;
        bytes += size;
        longest = Math.max(longest, size);
    }

    /// Replaces the value of Host. Several Host fields, or none, stay as they are.
    RequestHeaders withHost(String authority) {
        if (all("host").size() == 1) {
            values.set(find("host", 0), authority);
        }
        return this;
    }

    /// Whether the fields exceed the limits in number or size.
    boolean tooLarge() {
        return names.size() > HttpLimits.HEADER_FIELDS
                || bytes > HttpLimits.HEADER_BYTES
                || longest > HttpLimits.HEADER_FIELD_BYTES + SEPARATORS;
    }

    Optional<String> first(String name) {
        int at = find(name, 0);
        return at < 0 ? Optional.empty() : Optional.of(values.get(at));
    }

    List<String> all(String name) {
        List<String> all = List.of();
        for (int at = find(name, 0); at >= 0; at = find(name, at + 1)) {
            all = all.isEmpty() ? new ArrayList<>(1) : all;
            all.add(values.get(at));
        }
        return all;
    }

    boolean has(String name) {
        return find(name, 0) >= 0;
    }

    /// The members of a comma-separated field over all its lines, without blanks around them and without empty ones.
    public List<String> listed(String name) {
        int at = find(name, 0);
        if (at < 0) {
            return List.of();
        }
        List<String> members = new ArrayList<>(4);
        for (; at >= 0; at = find(name, at + 1)) {
            for (String member : values.get(at).split(",", -1)) {
                if (!member.isBlank()) {
                    members.add(member.strip());
                }
            }
        }
        return members;
    }

    private int find(String name, int from) {
        for (int at = from; at < names.size(); at++) {
            if (names.get(at).equalsIgnoreCase(name)) {
                return at;
            }
        }
        return -1;
    }
}
