package dev.spoolmark.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The header of a request: names in any case, each with its values in the order sent.
final class Fields {

    private static final int SEPARATORS = ": \r\n".length();

    private final Map<String, List<String>> values = new HashMap<>();
    private int count;
    private int bytes;
    private int longest;

    void add(String name, String value) {
        values.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>(1))
                .add(value);
        int size = name.length() + value.length() + SEPARATORS;
        count++;
        bytes += size;
        longest = Math.max(longest, size);
    }

    /// Whether there are more or longer fields than the limits allow.
    boolean tooLarge() {
        return count > Limits.HEADER_FIELDS
                || bytes > Limits.HEADER_BYTES
                || longest > Limits.HEADER_FIELD_BYTES + SEPARATORS;
    }

    Optional<String> first(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst());
    }

    List<String> all(String name) {
        return values.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    boolean has(String name) {
        return !all(name).isEmpty();
    }

    /// The members of a field that is a list, over all its lines, without blanks around them.
    List<String> listed(String name) {
        List<String> lines = all(name);
        if (lines.isEmpty()) {
            return lines;
        }
        return lines.stream()
                .flatMap(line -> List.of(line.split(",", -1)).stream())
                .map(String::strip)
                .filter(member -> !member.isEmpty())
                .toList();
    }
}
