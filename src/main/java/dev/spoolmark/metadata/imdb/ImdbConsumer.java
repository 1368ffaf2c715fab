package dev.spoolmark.metadata.imdb;

import dev.spoolmark.catalog.CatalogItem;
import dev.spoolmark.catalog.Kind;
import java.util.Optional;

/// Whoever takes what is read from a folder of IMDb's data sets.
public interface ImdbConsumer {

    /// A part of the work begins, which has that many steps.
    void begins(String part, long steps);

    void progress(long steps);

    void item(CatalogItem item);

    /// How many people rated the title with this id, which is of that kind.
    void renown(Kind kind, String tconst, int votes);

    /// A row there is nothing; `reason` says why.
    void refused(String file, long line, String reason);

    /// A value of a row cannot be read and counts as absent; the row is taken without it.
    default void odd(String file, long line, String reason) {}

    /// Whether a movie or a show with this id is in the catalogue, so that what hangs on it is wanted.
    Optional<Kind> kindOf(String tconst);

    /// Everything handed over before is to be in the catalogue before the next question is answered.
    void finishLoading();
}
