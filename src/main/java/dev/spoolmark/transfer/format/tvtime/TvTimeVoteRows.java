package dev.spoolmark.transfer.format.tvtime;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.CsvRow;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.RatingRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.SkipReason;
import java.util.Map;
import java.util.Optional;

/// Scores of movies and episodes. A score is one of five words, which have numbers.
final class TvTimeVoteRows {

    private static final Map<String, Double> SCORES = Map.of("1", 2.0, "27", 4.0, "28", 6.0, "29", 8.0, "3", 10.0);

    private final TvTimeMembers members;
    private final TvTimeIndex index;
    private final RecordSink sink;

    TvTimeVoteRows(TvTimeMembers members, TvTimeIndex index, RecordSink sink) {
        this.members = members;
        this.index = index;
        this.sink = sink;
    }

    void read() {
        TvTimeMembers.VOTES.forEach(name -> members.forEach(name, sink, this::vote));
    }

    private void vote(CsvRow row) {
        String key = row.get("vote_key");
        Double score = SCORES.get(key.substring(key.lastIndexOf('-') + 1));
        Optional<ImportedItem> item = item(row);
        if (item.isEmpty() || score == null) {
            sink.skip(row.source(), item.isEmpty() ? SkipReason.NO_ITEM : SkipReason.INVALID_VALUE, row.text());
            return;
        }
        sink.accept(new RatingRecord(
                row.source(), item.get(), score, CellValues.instant(row.get("created_at", "updated_at"))));
    }

    private Optional<ImportedItem> item(CsvRow row) {
        Long episode = CellValues.id(row.get("episode_id"));
        if (episode != null) {
            return TvTimeItems.episode(
                    TvTimeItems.show(Ids.NONE, row.get("series_name", "tv_show_name")),
                    CellValues.count(row.get("season_number", "episode_season_number")),
                    CellValues.count(row.get("episode_number")),
                    Ids.ofTvdb(episode),
                    false);
        }
        String uuid = row.get("uuid");
        String title = row.get("movie_name");
        return index.movie(uuid)
                .or(() ->
                        title.isEmpty() ? Optional.empty() : Optional.of(TvTimeItems.movie(Ids.NONE, title, "", uuid)));
    }
}
