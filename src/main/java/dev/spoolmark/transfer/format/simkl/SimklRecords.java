package dev.spoolmark.transfer.format.simkl;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.hidden.HiddenSection;
import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.record.HiddenRecord;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.NoteRecord;
import dev.spoolmark.transfer.record.PlayCountRecord;
import dev.spoolmark.transfer.record.PlayRecord;
import dev.spoolmark.transfer.record.RatingRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import dev.spoolmark.transfer.record.SkipReason;
import dev.spoolmark.transfer.record.WatchlistRecord;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes what both files of Simkl say about an item.
final class SimklRecords {

    /// The most episodes of a season. A larger number is none.
    private static final int MAX_EPISODES = 5_000;

    private final RecordSink sink;

    SimklRecords(RecordSink sink) {
        this.sink = sink;
    }

    /// The state without spaces, in lower case.
    static String state(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    /// @param at when the item was added to this list; null if unknown
    void state(RecordSource source, ImportedItem item, String state, @Nullable Instant at) {
        boolean isShow = item.kind() == Kind.SHOW;
        switch (state) {
            case "plantowatch" -> sink.accept(new WatchlistRecord(source, item, null, at, null));
            case "hold", "onhold" -> stopped(source, item, isShow, HiddenSection.PROGRESS);
            case "dropped", "notinteresting" -> stopped(source, item, isShow, HiddenSection.DROPPED);
            default -> {
                // Plays say that it is being watched or was.
            }
        }
    }

    private void stopped(RecordSource source, ImportedItem item, boolean isShow, HiddenSection section) {
        if (isShow) {
            sink.accept(new HiddenRecord(source, item, section, null));
        } else {
            sink.skip(source, SkipReason.NOT_SUPPORTED, item.title() + ", not watched to the end");
        }
    }

    void play(RecordSource source, ImportedItem item, String at) {
        Optional<WatchedTime> time = SimklTime.parse(at);
        if (time.isEmpty()) {
            sink.skip(source, SkipReason.INVALID_DATE, item.title() + ", " + at);
        } else if (time.get().isUnknown()) {
            sink.accept(new PlayCountRecord(source, item, 1));
        } else {
            sink.accept(new PlayRecord(source, item, time.get(), PlayAction.SEEN));
        }
    }

    /// Writes the plays up to an episode of one season: the last one at its time, the others at unknown times. How many
    /// episodes the seasons before it have is not in the file.
    void playsUpTo(RecordSource source, ImportedItem show, SimklMark mark, String at) {
        if (mark.number() > MAX_EPISODES) {
            sink.skip(source, SkipReason.INVALID_VALUE, show.title() + ", " + mark.number() + " episodes");
            return;
        }
        if (mark.season() > 1) {
            needsEpisodes(source, show.title() + ", seasons before " + mark.season());
        }
        for (int number = 1; number < mark.number(); number++) {
            sink.accept(new PlayCountRecord(source, show.episode(mark.season(), number, Ids.NONE), 1));
        }
        play(source, show.episode(mark.season(), mark.number(), Ids.NONE), at);
    }

    void needsEpisodes(RecordSource source, String text) {
        sink.skip(source, SkipReason.NEEDS_EPISODES, text);
    }

    void rating(RecordSource source, ImportedItem item, String score, @Nullable Instant at) {
        Double number = CellValues.score(score, 10);
        if (number != null) {
            sink.accept(new RatingRecord(source, item, number, at));
        } else if (!CellValues.isNothing(score) && !score.equals("0")) {
            sink.skip(source, SkipReason.INVALID_VALUE, item.title() + ", " + score);
        }
    }

    void note(RecordSource source, ImportedItem item, String text) {
        if (!text.isEmpty()) {
            sink.accept(new NoteRecord(source, item, text, null));
        }
    }
}
