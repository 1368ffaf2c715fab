package dev.spoolmark.transfer.file;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The heading of a table.
final class CsvColumns {

    static final CsvColumns NONE = new CsvColumns(List.of());

    private final Map<String, Integer> numbers = new HashMap<>();
    private final int size;

    /// Of two columns with the same name the first one counts.
    CsvColumns(List<String> names) {
        size = names.size();
        for (int i = 0; i < names.size(); i++) {
            numbers.putIfAbsent(names.get(i), i);
        }
    }

    static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /// The number of a column from 0; -1 if there is none of this name.
    int number(String name) {
        return numbers.getOrDefault(name, -1);
    }

    int size() {
        return size;
    }
}
