package dev.spoolmark.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The header of a request: names in any case, each with its values in the order sent. There are few of them, so
/// they are looked through rather than hashed.
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

    /// Puts another Host in the place of the one that there is. Several, or none, stay as they are.
    RequestHeaders withHost(String authority) {
        if (all("host").size() == 1) {
            values.set(find("host", 0), authority);
        }
        return this;
    }

    /// Whether there are more or longer fields than the limits allow.
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

    /// The members of a field that is a list, over all its lines, without blanks around them.
    public List<String> listed(String name) {
        if (!has(name)) {
            return List.of();
        }
        return all(name).stream()
                .flatMap(line -> List.of(line.split(",", -1)).stream())
                .map(String::strip)
                .filter(member -> !member.isEmpty())
                .toList();
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
