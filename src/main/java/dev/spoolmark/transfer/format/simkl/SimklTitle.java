package dev.spoolmark.transfer.format.simkl;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.record.ImportedItem;
import org.jspecify.annotations.Nullable;

/// An entry as it is named, as one of several kinds.
record SimklTitle(String title, String year, String imdb, String tmdb, String tvdb) {

    ImportedItem movie(String foreignId) {
        return ImportedItem.movie(CellValues.ids(imdb, tmdb, ""), name(), CellValues.year(year))
                .withForeignId(foreignId);
    }

    ImportedItem show(String foreignId) {
        return ImportedItem.show(ids(), name(), CellValues.year(year)).withForeignId(foreignId);
    }

    /// An entry of anime is often one season of a show, and its episodes are numbered from 1. The ids of that show are
    /// left out, as they would make them episodes of its first season.
    ImportedItem anime(String foreignId) {
        return ImportedItem.show(Ids.NONE, name(), CellValues.year(year)).withForeignId(foreignId);
    }

    Ids ids() {
        return CellValues.ids(imdb, tmdb, tvdb);
    }

    private @Nullable String name() {
        return title.isEmpty() ? null : title;
    }
}
