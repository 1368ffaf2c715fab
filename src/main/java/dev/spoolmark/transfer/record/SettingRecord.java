package dev.spoolmark.transfer.record;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Settings of the user in an export of this server.
///
/// @param name of the page or the year that they are about; empty for settings of the account
/// @param values by their names
/// @param at when they were stored; null if unknown
public record SettingRecord(
        RecordSource source,
        Group group,
        String name,
        Map<String, String> values,
        @Nullable Instant at) implements ImportRecord {

    public SettingRecord {
        values = Map.copyOf(new TreeMap<>(values));
    }

    /// What settings are about.
    public enum Group {

        /// Time zone, language and similar.
        DISPLAY,

        /// What the user has written about themselves.
        PROFILE,

        /// Who may see what.
        VISIBILITY,

        /// The filter of a page.
        PAGE_FILTER,

        /// A year whose review is shared.
        SHARED_REVIEW;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What it is about, for reports.
    public String label() {
        return name.isEmpty() ? group.key() : group.key() + " " + name;
    }
}
