package dev.spoolmark.transfer.format.seriesguide;

import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.JsonHead;
import java.util.List;

/// What a file of a backup is about. Its first object says so; its name does not count.
enum SeriesGuideMember {
    SHOWS,
    MOVIES,
    LISTS,
    OTHER;

    static SeriesGuideMember of(ImportFile file, String member) {
        JsonHead head = JsonHead.of(file, member);
        if (!head.isArray()) {
            return OTHER;
        }
        if (head.has("list_id") && head.has("items")) {
            return LISTS;
        }
        if (head.has("in_watchlist") || head.has("in_collection") || head.has("released_utc_ms")) {
            return MOVIES;
        }
        return head.has("release_weekday")
                        || head.has("last_watched_ms")
                        || (head.has("language") && head.has("notify"))
                ? SHOWS
                : OTHER;
    }

    /// The members of a file that are about this.
    List<String> of(ImportFile file) {
        return file.membersOfType(".json").stream()
                .filter(member -> of(file, member) == this)
                .toList();
    }
}
