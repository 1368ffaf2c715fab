package dev.spoolmark.transfer.format.ryot;

import static dev.spoolmark.transfer.file.JsonElements.text;

import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.format.RatingCells;
import dev.spoolmark.transfer.record.CommentRecord;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.NoteRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import dev.spoolmark.transfer.record.SkipReason;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/// Reviews: a rating from 0 to 100, a text, or both. A private text is a note, and a public one a comment. Comments of
/// other users on a review are skipped.
final class RyotReviews {

    private static final double HIGHEST = 100;

    private final RecordSink sink;
    private final RecordSource source;
    private final ImportedItem title;

    RyotReviews(RecordSink sink, RecordSource source, ImportedItem title) {
        this.sink = sink;
        this.source = source;
        this.title = title;
    }

    void read(JsonNode reviews) {
        reviews.forEach(this::review);
    }

    private void review(JsonNode row) {
        ImportedItem item = RyotItems.part(title, row);
        JsonNode review = row.path("review");
        Instant at = CellValues.instant(text(review, "date"));
        RatingCells.write(sink, source, item, text(row, "rating"), HIGHEST, at);
        String text = text(review, "text");
        if (!text.isEmpty() && text(review, "visibility").equals("public")) {
            boolean isSpoiler = CellValues.isTrue(text(review, "spoiler"));
            sink.accept(new CommentRecord(source, item, text, isSpoiler, true, at));
        } else if (!text.isEmpty()) {
            sink.accept(new NoteRecord(source, item, text, at));
        }
        row.path("comments").forEach(reply -> sink.skip(source, SkipReason.REPLY, title.title() + ": " + reply));
    }
}
