package dev.spoolmark.transfer.record;

import java.util.Locale;

/// Something about a file that its user should know, such as that it is not complete.
///
/// @param detail names the part of the file; empty for none
public record ImportWarning(RecordSource source, Topic topic, String detail) implements ImportRecord {

    /// What the warning is about.
    public enum Topic {
        PARTIAL_EXPORT("the other tracker could not export"),
        OLD_ENCODING("decoded as windows-1252, as it is not UTF-8"),
        PEOPLE_NOT_FOLLOWED("people are not followed by an import"),
        FUTURE_DATE("dates are in the future"),
        EXTRA_CELLS("rows are longer than the heading"),
        SMART_LIST("a list by rules has become an empty list"),
        CHANGED_MEMBER("a file of the archive is missing or not as it was exported"),
        NO_DATES("the file says what was watched, not when");

        private final String text;

        Topic(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }

        /// The name in message files and the database.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
