package dev.spoolmark.search;

import dev.spoolmark.core.AsciiNumber;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/// How far the index has followed the database. It is stored in the index, in the same commit as the documents.
///
/// @param revision the last catalog revision
/// @param accountsChangedAt time of the last change of an account
/// @param votesCountedAt time of the last count of votes
record IndexCheckpoint(long revision, Instant accountsChangedAt, Instant votesCountedAt) {

    /// Nothing has been read.
    static final IndexCheckpoint NONE = new IndexCheckpoint(0, Instant.EPOCH, Instant.EPOCH);

    /// Increased when documents are built differently, so that older indexes are rebuilt.
    private static final String FORMAT = "2";

    Map<String, String> toCommitData() {
        return Map.of(
                "form", FORMAT,
                "revision", Long.toString(revision),
                "users", Long.toString(accountsChangedAt.toEpochMilli()),
                "votes", Long.toString(votesCountedAt.toEpochMilli()));
    }

    /// An invalid checkpoint counts as [#NONE].
    static IndexCheckpoint read(Map<String, String> written) {
        return Objects.equals(written.get("form"), FORMAT)
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
