package dev.spoolmark.transfer.format.trakt;

import static dev.spoolmark.transfer.file.JsonElements.text;

import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.JsonElements;
import dev.spoolmark.transfer.record.CommentRecord;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.NoteRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import dev.spoolmark.transfer.record.SkipReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Comments and private notes. A reply is skipped, as what it replies to belongs to another user.
final class TraktTexts {

    private final ImportFile file;
    private final TraktMembers members;
    private final RecordSink sink;
    private final TraktAddition addition;

    TraktTexts(ImportFile file, TraktMembers members, RecordSink sink, TraktAddition addition) {
        this.addition = addition;
        this.file = file;
        this.members = members;
        this.sink = sink;
    }

    void read() {
        for (String kind : List.of("movies", "shows", "seasons", "episodes")) {
            members.pages("comments-" + kind).forEach(page -> JsonElements.forEach(file, page, this::comment));
        }
        for (String kind : List.of("movies", "shows", "seasons", "episodes", "people")) {
            members.pages("notes-" + kind).forEach(page -> JsonElements.forEach(file, page, this::note));
        }
    }

    /// The text is in an object of its own, or beside the item.
    private void comment(RecordSource source, JsonNode row) {
        JsonNode comment = row.path("comment").isObject() ? row.path("comment") : row;
        Optional<ImportedItem> item = TraktObjects.item(row);
        String parent = text(comment, "parent_id");
        String text = text(comment, "comment");
        if (!parent.isEmpty() && !parent.equals("0")) {
            sink.skip(source, SkipReason.REPLY, text);
        } else if (item.isEmpty() || text.isEmpty()) {
            sink.skip(source, item.isEmpty() ? SkipReason.NO_ITEM : SkipReason.INVALID_VALUE, row.toString());
        } else {
            Instant at = TraktLibrary.at(comment, "created_at");
            Instant changedAt = addition.isOwn() ? TraktLibrary.at(comment, "updated_at") : null;
            sink.accept(new CommentRecord(
                    source,
                    item.get(),
                    text,
                    comment.path("spoiler").asBoolean(false),
                    comment.path("review").asBoolean(false),
                    at,
                    changedAt == null || changedAt.equals(at) ? null : changedAt));
        }
    }

    private void note(RecordSource source, JsonNode row) {
        JsonNode note = row.path("note");
        Optional<ImportedItem> item = TraktObjects.item(row);
        String text = text(note, "notes");
        if (item.isEmpty() || text.isEmpty()) {
            sink.skip(source, item.isEmpty() ? SkipReason.NO_ITEM : SkipReason.INVALID_VALUE, row.toString());
        } else {
            Instant changedAt = TraktLibrary.at(note, "updated_at");
            Instant createdAt = TraktLibrary.at(note, "created_at");
            sink.accept(new NoteRecord(
                    source,
                    item.get(),
                    text,
                    note.path("spoiler").asBoolean(false),
                    changedAt,
                    createdAt == null ? changedAt : createdAt));
        }
    }
}
