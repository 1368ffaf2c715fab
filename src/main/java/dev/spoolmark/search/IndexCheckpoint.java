package dev.spoolmark.search;

import dev.spoolmark.core.AsciiNumber;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/// How far the index has followed the store. It is written into the index, together with what it speaks of.
///
/// @param pass the last pass through the gate of the catalogue
/// @param people when the last account changed
/// @param votes when votes were last counted
record IndexCheckpoint(long pass, Instant people, Instant votes) {

    /// Nothing has been read.
    static final IndexCheckpoint NONE = new IndexCheckpoint(0, Instant.EPOCH, Instant.EPOCH);

    /// Raised when the entries are made in another way, so that older indexes are made anew.
    private static final String FORM = "2";

    Map<String, String> written() {
        return Map.of(
                "form", FORM,
                "revision", Long.toString(pass),
                "users", Long.toString(people.toEpochMilli()),
                "votes", Long.toString(votes.toEpochMilli()));
    }

    /// Nothing that can be used is as good as nothing.
    static IndexCheckpoint read(Map<String, String> written) {
        return Objects.equals(written.get("form"), FORM)
                ? new IndexCheckpoint(number(written, "revision"), instant(written, "users"), instant(written, "votes"))
                : NONE;
    }

    private static Instant instant(Map<String, String> written, String name) {
        return Instant.ofEpochMilli(number(written, name));
    }

    private static long number(Map<String, String> written, String name) {
        return AsciiNumber.parseLong(written.getOrDefault(name, "0"));
    }
}
