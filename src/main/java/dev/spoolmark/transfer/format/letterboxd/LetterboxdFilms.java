package dev.spoolmark.transfer.format.letterboxd;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.CsvRow;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.SkipReason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Films as Letterboxd names them: by title and year, without ids of other providers. Some are shows, since Letterboxd
/// also has miniseries.
final class LetterboxdFilms {

    private static final double STARS = 5;

    private LetterboxdFilms() {}

    /// The film of a row of an export.
    ///
    /// @return empty if the row names none; the row is then reported
    static Optional<ImportedItem> film(CsvRow row, RecordSink sink) {
        String name = row.get("name");
        if (name.isEmpty()) {
            sink.skip(row.source(), SkipReason.NO_ITEM, row.text());
            return Optional.empty();
        }
        return Optional.of(film(Ids.NONE, name, CellValues.year(row.get("year"))));
    }

    /// @param ids of a film; only the IMDb id is also one of a show
    static ImportedItem film(Ids ids, @Nullable String name, @Nullable Integer year) {
        Ids ofShow = new Ids(ids.imdb(), null, null, null, null);
        return ImportedItem.movie(ids, name, year).or(ImportedItem.show(ofShow, name, year));
    }

    /// Stars from 0.5 to 5 as a score from 1 to 10. Null if there are none.
    static @Nullable Double score(CsvRow row) {
        return CellValues.score(row.get("rating"), STARS);
    }
}
