package dev.spoolmark.catalog.edit;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.audit.Audit;
import dev.spoolmark.account.audit.AuditAction;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.CatalogWriteLock;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.EpisodeStore;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.MovieStore;
import dev.spoolmark.catalog.Season;
import dev.spoolmark.catalog.SeasonStore;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ShowStore;
import dev.spoolmark.catalog.Title;
import dev.spoolmark.catalog.ingest.PendingDeletions;
import dev.spoolmark.catalog.lookup.ItemTitleStore;
import dev.spoolmark.catalog.lookup.SlugAssigner;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Makes provisional movies and shows visible to all users, by the decision of an administrator.
public final class ItemConfirmation {

    private final Database database;
    private final InstantSource clock;
    private final Catalog catalog;
    private final Audit audit;

    public ItemConfirmation(Database database, InstantSource clock, Catalog catalog, Audit audit) {
        this.database = database;
        this.clock = clock;
        this.catalog = catalog;
        this.audit = audit;
    }

    /// Confirms a movie, or a show with the seasons and episodes that clients have named.
    ///
    /// @return false if it is not provisional, is no movie or show, or has no title but its id
    /// @throws dev.spoolmark.core.ProblemException with `NotAllowed` if the account is not an administrator
    public boolean confirm(EditedItem item, Account administrator, Actor by) {
        administrator.requireAdministrator();
        boolean isConfirmed = database.write(tx -> {
            CatalogWriteLock.lockAndIncrement(tx);
            boolean any = EditableItem.find(tx, item)
                    .filter(found -> confirm(tx, found))
                    .isPresent();
            if (any) {
                String subject =
                        item.kind().key() + " " + item.id() + " " + ItemTitleStore.nameOf(tx, item.kind(), item.id());
                audit.note(tx, AuditAction.CATALOG_CONFIRMED, administrator.id().value(), by, subject);
            }
            return any;
        });
        catalog.invalidateAll();
        return isConfirmed;
    }

    private boolean confirm(Tx tx, EditableItem found) {
        Instant now = clock.instant();
        return switch (found) {
            case EditableItem.OfMovie(Movie movie)
            when isConfirmable(movie) -> {
                MovieStore.save(
                        tx,
                        List.of(new Movie(
                                movie.id(),
                                movie.ids(),
                                slug(tx, Kind.MOVIE, movie),
                                movie.title(),
                                movie.year(),
                                movie.facts(),
                                false,
                                now)));
                yield true;
            }
            case EditableItem.OfShow(Show show)
            when isConfirmable(show) -> {
                ShowStore.save(
                        tx,
                        List.of(new Show(
                                show.id(),
                                show.ids(),
                                slug(tx, Kind.SHOW, show),
                                show.title(),
                                show.year(),
                                show.facts(),
                                false,
                                now)));
                confirmParts(tx, show.id(), now);
                yield true;
            }
            default -> false;
        };
    }

    private static boolean isConfirmable(Title title) {
        return title.provisional() && !title.hasTitleFromId();
    }

    /// A provisional item has a slug of its own, which keeps leading to it.
    private static String slug(Tx tx, Kind kind, Title title) {
        return new SlugAssigner(tx, kind).slug(title, title.title(), title.year());
    }

    /// No source lists the episodes of a provisional show, so none of them was withdrawn.
    private static void confirmParts(Tx tx, ShowId show, Instant now) {
        List<Season> seasons = SeasonStore.ofShows(tx, List.of(show)).getOrDefault(show, List.of());
        SeasonStore.save(
                tx,
                seasons.stream()
                        .filter(season -> season.provisional() && !PendingDeletions.isOne(season.number()))
                        .map(season -> new Season(
                                season.id(), season.show(), season.number(), season.ids(), season.poster(), false))
                        .toList());
        List<Episode> episodes = EpisodeStore.ofShows(tx, List.of(show)).getOrDefault(show, List.of());
        EpisodeStore.save(
                tx,
                episodes.stream()
                        .filter(episode -> episode.provisional() && !PendingDeletions.isOne(episode.number()))
                        .map(episode -> new Episode(
                                episode.id(),
                                episode.show(),
                                episode.season(),
                                episode.number(),
                                episode.ids(),
                                episode.facts(),
                                false,
                                now))
                        .toList());
    }
}
