package dev.spoolmark.transfer.record;

import dev.spoolmark.lists.ListOrigin;
import dev.spoolmark.lists.Privacy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A list of the user. It precedes its items.
///
/// @param key identifies it in the file
/// @param showNumbers whether items are shown with their rank
/// @param rules of a list by rules of this server; null for a list of items
/// @param createdAt null if unknown
/// @param origin what an export of this server says about it; null in others
public record ListRecord(
        RecordSource source,
        String key,
        String name,
        String description,
        Privacy privacy,
        boolean showNumbers,
        boolean allowComments,
        @Nullable String rules,
        @Nullable Instant createdAt,
        @Nullable ListOrigin origin)
        implements ImportRecord {

    public ListRecord(
            RecordSource source,
            String key,
            String name,
            String description,
            Privacy privacy,
            boolean showNumbers,
            boolean allowComments,
            @Nullable String rules,
            @Nullable Instant createdAt) {
        this(source, key, name, description, privacy, showNumbers, allowComments, rules, createdAt, null);
    }

    /// A private list that only has a name.
    public static ListRecord named(RecordSource source, String key, String name) {
        return new ListRecord(source, key, name, "", Privacy.PRIVATE, false, true, null, null);
    }
}
