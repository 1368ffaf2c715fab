package dev.spoolmark.transfer.run;

import dev.spoolmark.account.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An import of a file.
///
/// @param format key of the format
/// @param records of the file; 0 if they were not counted
/// @param position records that are done
/// @param lastRank last rank of the watchlist or of the favourites before, whichever is larger
/// @param problem why it has ended early; null if it has not
/// @param endedAt null while it has not ended
public record ImportRun(
        UserId user,
        long id,
        String format,
        String fileName,
        ImportChoices choices,
        ImportStatus status,
        long records,
        long position,
        ImportCounts counts,
        int lastRank,
        @Nullable String problem,
        Instant createdAt,
        @Nullable Instant endedAt) {}
