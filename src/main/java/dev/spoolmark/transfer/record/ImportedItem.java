package dev.spoolmark.transfer.record;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import org.jspecify.annotations.Nullable;

/// An item as a file names it.
///
/// @param ids external ids of the movie, show or person; of a season or episode those of its show
/// @param title title of the movie or show, or name of the person; of a season or episode that of its show
/// @param year of the movie or show
/// @param season of a season or episode; null if unknown
/// @param number of an episode in its season; null if unknown
/// @param ownIds external ids of the season or episode itself
/// @param episodeTitle title of the episode, by which it is found if its number is unknown
/// @param foreignId what identifies it in its source beyond these ids, such as `mal:21`; decisions of the user are
/// remembered by it. Null if title, year and ids do
/// @param otherwise what it is if nothing is known by this name, such as a show of the same title
public record ImportedItem(
        Kind kind,
        Ids ids,
        @Nullable String title,
        @Nullable Integer year,
        @Nullable Integer season,
        @Nullable Integer number,
        Ids ownIds,
        @Nullable String episodeTitle,
        @Nullable String foreignId,
        @Nullable ImportedItem otherwise) {

    public static ImportedItem movie(Ids ids, @Nullable String title, @Nullable Integer year) {
        return title(Kind.MOVIE, ids, title, year);
    }

    public static ImportedItem show(Ids ids, @Nullable String title, @Nullable Integer year) {
        return title(Kind.SHOW, ids, title, year);
    }

    public static ImportedItem person(Ids ids, @Nullable String name) {
        return title(Kind.PERSON, ids, name, null);
    }

    private static ImportedItem title(Kind kind, Ids ids, @Nullable String title, @Nullable Integer year) {
        return new ImportedItem(kind, ids, title, year, null, null, Ids.NONE, null, null, null);
    }

    /// A season of this show.
    public ImportedItem season(int season, Ids own) {
        return new ImportedItem(Kind.SEASON, ids, title, year, season, null, own, null, foreignId, null);
    }

    /// An episode of this show.
    public ImportedItem episode(int season, int number, Ids own) {
        return new ImportedItem(Kind.EPISODE, ids, title, year, season, number, own, null, foreignId, null);
    }

    /// An episode of this show that is known by its title.
    ///
    /// @param season null if unknown
    public ImportedItem episode(@Nullable Integer season, String episodeTitle) {
        return new ImportedItem(Kind.EPISODE, ids, title, year, season, null, Ids.NONE, episodeTitle, foreignId, null);
    }

    /// An episode that is known only by its own ids.
    public static ImportedItem episode(Ids own) {
        return new ImportedItem(Kind.EPISODE, Ids.NONE, null, null, null, null, own, null, null, null);
    }

    public ImportedItem withForeignId(String id) {
        return new ImportedItem(kind, ids, title, year, season, number, ownIds, episodeTitle, id, otherwise);
    }

    public ImportedItem or(ImportedItem other) {
        return new ImportedItem(kind, ids, title, year, season, number, ownIds, episodeTitle, foreignId, other);
    }

    /// The show of a season or episode; the item itself otherwise.
    public ImportedItem ofTitle() {
        return kind == Kind.SEASON || kind == Kind.EPISODE
                ? new ImportedItem(Kind.SHOW, ids, title, year, null, null, Ids.NONE, null, foreignId, null)
                : this;
    }
}
