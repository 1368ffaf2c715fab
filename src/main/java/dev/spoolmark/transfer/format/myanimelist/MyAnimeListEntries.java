package dev.spoolmark.transfer.format.myanimelist;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.hidden.HiddenSection;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.XmlElement;
import dev.spoolmark.transfer.record.HiddenRecord;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.NoteRecord;
import dev.spoolmark.transfer.record.RatingRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import dev.spoolmark.transfer.record.SkipReason;
import dev.spoolmark.transfer.record.WatchlistRecord;
import java.util.Locale;

/// Entries of a list. One is often a season of a show, and its episodes are numbered from 1. It has no id but that of
/// its source, so that it is found by its title, or the user decides.
final class MyAnimeListEntries {

    private final RecordSink sink;
    private final MyAnimeListPlays plays;

    MyAnimeListEntries(RecordSink sink) {
        this.sink = sink;
        this.plays = new MyAnimeListPlays(sink);
    }

    void read(RecordSource source, XmlElement anime) {
        String title = anime.text("series_title");
        String type = anime.text("series_type").toLowerCase(Locale.ROOT);
        if (title.isEmpty()) {
            sink.skip(source, SkipReason.NO_ITEM, anime.text("series_animedb_id"));
            return;
        }
        if (type.equals("music") || type.equals("cm") || type.equals("pv")) {
            sink.skip(source, SkipReason.OTHER_MEDIUM, title);
            return;
        }
        ImportedItem item = item(anime, title, type);
        String state = state(anime.text("my_status"));
        plays.write(source, item, anime, state.equals("completed"));
        state(source, item, state);
        rating(source, item, anime.text("my_score"));
        texts(source, item, anime);
    }

    private static ImportedItem item(XmlElement anime, String title, String type) {
        ImportedItem item = type.equals("movie")
                ? ImportedItem.movie(Ids.NONE, title, null)
                : ImportedItem.show(Ids.NONE, title, null);
        Long id = CellValues.id(anime.text("series_animedb_id"));
        return id == null ? item : item.withForeignId("mal:" + id);
    }

    /// Old exports have numbers instead of words.
    private static String state(String text) {
        return switch (text) {
            case "1" -> "watching";
            case "2" -> "completed";
            case "3" -> "onhold";
            case "4" -> "dropped";
            case "6" -> "plantowatch";
            default -> text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        };
    }

    private void state(RecordSource source, ImportedItem item, String state) {
        switch (state) {
            case "plantowatch" -> sink.accept(new WatchlistRecord(source, item, null, null, null));
            case "onhold" -> stopped(source, item, HiddenSection.PROGRESS);
            case "dropped" -> stopped(source, item, HiddenSection.DROPPED);
            default -> {
                // Plays say that it is being watched or was.
            }
        }
    }

    private void stopped(RecordSource source, ImportedItem item, HiddenSection section) {
        if (item.kind() == Kind.SHOW) {
            sink.accept(new HiddenRecord(source, item, section, null));
        } else {
            sink.skip(source, SkipReason.NOT_SUPPORTED, item.title() + ", not watched to the end");
        }
    }

    private void rating(RecordSource source, ImportedItem item, String score) {
        Double number = CellValues.score(score, 10);
        if (number != null) {
            sink.accept(new RatingRecord(source, item, number, null));
        } else if (!CellValues.isNothing(score) && !score.equals("0")) {
            sink.skip(source, SkipReason.INVALID_VALUE, item.title() + ", " + score);
        }
    }

    private void texts(RecordSource source, ImportedItem item, XmlElement anime) {
        String comments = anime.text("my_comments");
        if (!comments.isEmpty()) {
            sink.accept(new NoteRecord(source, item, comments, null));
        }
        String tags = anime.text("my_tags");
        if (!tags.isEmpty()) {
            sink.skip(source, SkipReason.NOT_SUPPORTED, item.title() + ", tags: " + tags);
        }
    }
}
