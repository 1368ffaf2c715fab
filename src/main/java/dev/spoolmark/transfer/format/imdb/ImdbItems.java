package dev.spoolmark.transfer.format.imdb;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.CsvRow;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.SkipReason;
import java.util.Locale;
import java.util.Optional;

/// Items as IMDb names them. The id of an episode is its own; its title follows that of its show.
final class ImdbItems {

    private static final String SEPARATOR = ": ";

    private ImdbItems() {}

    /// @return empty if the row names none; the row is then reported
    static Optional<ImportedItem> item(CsvRow row, RecordSink sink) {
        String id = CellValues.imdb(row.get("const"));
        String title = row.get("title", "original title", "name");
        if (id == null && title.isEmpty()) {
            sink.skip(row.source(), SkipReason.NO_ITEM, row.text());
            return Optional.empty();
        }
        Ids ids = id == null ? Ids.NONE : Ids.ofImdb(id);
        if (id != null && id.startsWith("nm")) {
            return Optional.of(ImportedItem.person(ids, title.isEmpty() ? null : title));
        }
        Optional<ImportedItem> item = item(row, ids, title);
        if (item.isEmpty()) {
            sink.skip(row.source(), SkipReason.OTHER_MEDIUM, row.text());
        }
        return item;
    }

    /// The types were codes such as `tvMiniSeries` and are now words such as `TV Mini Series`. One that is not known is
    /// a
    /// movie or else a show. Empty for games and podcasts.
    private static Optional<ImportedItem> item(CsvRow row, Ids ids, String text) {
        String title = text.isEmpty() ? null : text;
        Integer year = CellValues.year(row.get("year"));
        ImportedItem movie = ImportedItem.movie(ids, title, year);
        ImportedItem show = ImportedItem.show(ids, title, year);
        String type = row.get("title type").toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return switch (type) {
            case "tvepisode", "episode" -> Optional.of(episode(ids, text, row.get("original title")));
            case "tvseries", "series" -> Optional.of(show);
            case "tvminiseries", "miniseries" -> Optional.of(show.or(movie));
            case "movie", "featurefilm", "film", "documentary", "short", "shortfilm", "musicvideo" ->
                Optional.of(movie);
            case "videogame", "game", "podcastseries", "podcastepisode", "podcast" -> Optional.empty();
            default -> Optional.of(movie.or(show));
        };
    }

    /// An episode by its own id, or else by the titles of show and episode. The year of the row is that of the episode,
    /// so
    /// that it does not help to find the show.
    private static ImportedItem episode(Ids ids, String title, String ownTitle) {
        ImportedItem byTitle = byTitle(title, ownTitle);
        return ids.isEmpty()
                ? byTitle
                : new ImportedItem(
                        Kind.EPISODE,
                        Ids.NONE,
                        null,
                        null,
                        null,
                        null,
                        ids,
                        title.isEmpty() ? null : title,
                        null,
                        byTitle.title() == null ? null : byTitle);
    }

    private static ImportedItem byTitle(String title, String ownTitle) {
        String suffix = SEPARATOR + ownTitle;
        int end = !ownTitle.isEmpty() && title.endsWith(suffix)
                ? title.length() - suffix.length()
                : title.lastIndexOf(SEPARATOR);
        String show = end > 0 ? title.substring(0, end) : null;
        return ImportedItem.show(Ids.NONE, show, null)
                .episode(null, end > 0 ? title.substring(end + SEPARATOR.length()) : title);
    }
}
