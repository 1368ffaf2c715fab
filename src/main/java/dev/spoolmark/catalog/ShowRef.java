package dev.spoolmark.catalog;

import dev.spoolmark.catalog.ingest.InputCleaner;
import org.jspecify.annotations.Nullable;

/// A reference to a show; see [TitleRef] for the order in which its parts are tried. Values that cannot be right
/// (0, an empty text, an IMDb id of a person) count as absent.
///
/// @param id the id in this catalog
/// @param slug in any case
/// @param year if absent, the year in brackets at the end of the title
public record ShowRef(
        @Nullable Long id,
        @Nullable String slug,
        Ids ids,
        @Nullable String title,
        @Nullable Integer year) implements TitleRef {

    public static final ShowRef NONE = new ShowRef(Ids.NONE, null, null);

    public ShowRef {
        id = InputCleaner.id(id);
        slug = InputCleaner.slug(slug);
        ids = ids.ofTitle();
        title = InputCleaner.title(title);
        year = InputCleaner.yearOf(title, year);
    }

    public ShowRef(Ids ids, @Nullable String title, @Nullable Integer year) {
        this(null, null, ids, title, year);
    }

    @Override
    public Kind kind() {
        return Kind.SHOW;
    }

    @Override
    public boolean isEnough(Ids counted) {
        return !counted.isEmpty() || title != null;
    }
}
