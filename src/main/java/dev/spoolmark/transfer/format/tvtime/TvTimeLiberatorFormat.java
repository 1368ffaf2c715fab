package dev.spoolmark.transfer.format.tvtime;

import static dev.spoolmark.transfer.file.JsonElements.text;

import dev.spoolmark.lists.Privacy;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.JsonElements;
import dev.spoolmark.transfer.format.ImportFormat;
import dev.spoolmark.transfer.format.ImportOptions;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.ListItemRecord;
import dev.spoolmark.transfer.record.ListRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import dev.spoolmark.transfer.record.SkipReason;
import tools.jackson.databind.JsonNode;

/// Files of the TV Time Liberator, a tool that read the API of TV Time: a table of everything, the same as JSON, and
/// lists. JSON has the ids of shows beside those of episodes, and how often something was watched.
public final class TvTimeLiberatorFormat implements ImportFormat {

    @Override
    public String key() {
        return "tvtime-liberator";
    }

    @Override
    public String title() {
        return "TV Time Liberator";
    }

    @Override
    public boolean matches(ImportFile file) {
        return !new TvTimeLiberatorMembers(file).isEmpty();
    }

    @Override
    public void read(ImportFile file, ImportOptions options, RecordSink sink) {
        TvTimeLiberatorMembers members = new TvTimeLiberatorMembers(file);
        TvTimePlays plays = new TvTimePlays(sink);
        TvTimeLibrary library = new TvTimeLibrary(sink);
        TvTimeObjects objects = new TvTimeObjects(file, sink, plays, library);
        if (members.document("shows").isPresent() && members.document("movies").isPresent()) {
            members.document("shows").ifPresent(objects::shows);
            members.document("movies").ifPresent(objects::movies);
        } else {
            TvTimeLiberatorRows rows = new TvTimeLiberatorRows(sink, plays, library);
            members.activity().forEach(member -> rows.read(file, member));
        }
        members.document("favorites")
                .ifPresent(
                        member -> JsonElements.forEach(file, member, (source, row) -> favorites(source, row, library)));
        members.document("lists")
                .ifPresent(member -> JsonElements.forEach(file, member, (source, row) -> list(source, row, sink)));
    }

    private static void favorites(RecordSource source, JsonNode row, TvTimeLibrary library) {
        row.path("shows").forEach(show -> favorite(source, TvTimeItems.show(show), library));
        row.path("movies").forEach(movie -> favorite(source, TvTimeItems.movie(movie), library));
    }

    private static void favorite(RecordSource source, ImportedItem item, TvTimeLibrary library) {
        if (TvTimeObjects.isNamed(item)) {
            library.favorite(source, item);
        }
    }

    private static void list(RecordSource source, JsonNode row, RecordSink sink) {
        String name = text(row, "name");
        if (name.isEmpty()) {
            sink.skip(source, SkipReason.UNREADABLE, row.toString());
            return;
        }
        String key = name + " " + source.line();
        Privacy privacy = row.path("is_public").asBoolean(false) ? Privacy.PUBLIC : Privacy.PRIVATE;
        sink.accept(new ListRecord(source, key, name, text(row, "description"), privacy, false, true, null, null));
        row.path("shows").forEach(show -> item(source, TvTimeItems.show(show), key, show, sink));
        row.path("movies").forEach(movie -> item(source, TvTimeItems.movie(movie), key, movie, sink));
    }

    private static void item(RecordSource source, ImportedItem item, String list, JsonNode entry, RecordSink sink) {
        if (TvTimeObjects.isNamed(item)) {
            sink.accept(
                    new ListItemRecord(source, item, list, null, CellValues.instant(text(entry, "added_at")), null));
        } else {
            sink.skip(source, SkipReason.NO_ITEM, entry.toString());
        }
    }
}
