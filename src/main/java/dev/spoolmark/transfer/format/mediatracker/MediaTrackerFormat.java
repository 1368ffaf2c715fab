package dev.spoolmark.transfer.format.mediatracker;

import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.JsonElements;
import dev.spoolmark.transfer.file.JsonHead;
import dev.spoolmark.transfer.format.ImportFormat;
import dev.spoolmark.transfer.format.ImportOptions;
import dev.spoolmark.transfer.record.RecordSink;
import java.util.List;

/// Responses of the API of MediaTracker, which has no export: the list of all items, and the details of each movie and
/// show. The names of the files do not matter.
public final class MediaTrackerFormat implements ImportFormat {

    @Override
    public String key() {
        return "mediatracker";
    }

    @Override
    public String title() {
        return "MediaTracker";
    }

    @Override
    public boolean matches(ImportFile file) {
        return !members(file).isEmpty();
    }

    private static List<String> members(ImportFile file) {
        return file.membersOfType(".json").stream()
                .filter(member -> isResponse(JsonHead.of(file, member)))
                .toList();
    }

    private static boolean isResponse(JsonHead head) {
        return head.has("mediaType")
                && (head.has("tmdbId") || head.has("imdbId") || head.has("title"))
                && (head.has("seen") || head.has("seasons") || head.has("seenHistory") || head.has("onWatchlist"));
    }

    /// The details first, since the list says less.
    @Override
    public void read(ImportFile file, ImportOptions options, RecordSink sink) {
        List<String> members = members(file);
        MediaTrackerDetails details = new MediaTrackerDetails(sink);
        members.forEach(member -> JsonElements.forEach(file, member, details::read));
        MediaTrackerIndex index = new MediaTrackerIndex(sink, details.read());
        members.forEach(member -> JsonElements.forEach(file, member, index::read));
    }
}
