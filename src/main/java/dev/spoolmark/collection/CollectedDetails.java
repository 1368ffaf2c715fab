package dev.spoolmark.collection;

import dev.spoolmark.db.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The medium of a collected item.
///
/// @param words those that are known
/// @param is3d null if unknown
public record CollectedDetails(
        Map<CollectedField, String> words, @Nullable Boolean is3d) {

    public static final CollectedDetails NONE = new CollectedDetails(Map.of(), null);

    /// Columns of the table, in the order of [#columns()].
    static final String COLUMNS = "media_type, resolution, hdr, audio, audio_channels, is_3d";

    public CollectedDetails {
        words = Collections.unmodifiableMap(new EnumMap<>(copy(words)));
    }

    private static Map<CollectedField, String> copy(Map<CollectedField, String> words) {
        Map<CollectedField, String> copy = new EnumMap<>(CollectedField.class);
        copy.putAll(words);
        return copy;
    }

    /// @param first position of the first of [#COLUMNS]
    static CollectedDetails of(Row row, int first) {
        CollectedDetails details = NONE;
        int position = first;
        for (CollectedField field : CollectedField.values()) {
            details = details.withStored(field, row.textOrNull(position++));
        }
        Long is3d = row.numberOrNull(position);
        return details.with3d(is3d == null ? null : is3d != 0);
    }

    /// The stored values, joined by single spaces; an unknown value is empty.
    ///
    /// @throws IllegalArgumentException for another number of values
    public static CollectedDetails parse(String joined) {
        String[] values = joined.split(" ", -1);
        int count = CollectedField.values().length;
        if (values.length != count + 1) {
            throw new IllegalArgumentException("details of " + values.length + " values");
        }
        CollectedDetails details = NONE;
        int position = 0;
        for (CollectedField field : CollectedField.values()) {
            String word = values[position++];
            details = details.withStored(field, word.isEmpty() ? null : word);
        }
        return values[count].isEmpty() ? details : details.with3d(values[count].equals("1"));
    }

    /// With a word that is allowed; any other, or null, removes the word.
    public CollectedDetails with(CollectedField field, @Nullable String word) {
        return withStored(field, word != null && field.words().contains(word) ? word : null);
    }

    private CollectedDetails withStored(CollectedField field, @Nullable String word) {
        Map<CollectedField, String> changed = copy(words);
        if (word == null) {
            changed.remove(field);
        } else {
            changed.put(field, word);
        }
        return new CollectedDetails(changed, is3d);
    }

    public CollectedDetails with3d(@Nullable Boolean value) {
        return new CollectedDetails(words, value);
    }

    public @Nullable String word(CollectedField field) {
        return words.get(field);
    }

    /// Whether nothing is known.
    public boolean isEmpty() {
        return words.isEmpty() && is3d == null;
    }

    /// The values of the columns: texts, then 0 or 1; null where unknown.
    public List<@Nullable Object> columns() {
        List<@Nullable Object> values = new ArrayList<>();
        for (CollectedField field : CollectedField.values()) {
            values.add(words.get(field));
        }
        Boolean value = is3d;
        values.add(value == null ? null : (Object) (value ? 1L : 0L));
        return values;
    }
}
