package dev.spoolmark.transfer;

import dev.spoolmark.catalog.EpisodePosition;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.collection.CollectedItem;
import dev.spoolmark.collection.CollectedShow;
import dev.spoolmark.favorite.FavoriteEntry;
import dev.spoolmark.hidden.HiddenItem;
import dev.spoolmark.hidden.HiddenSection;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.rating.Rating;
import dev.spoolmark.rewatch.RewatchEntry;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.watchlist.WatchlistEntry;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/// The members about items: ratings, watchlist, favourites, collection and hidden items.
final class LibraryMembers {

    private final ExportSources sources;
    private final ItemObjects items;
    private final ProfileView self;

    LibraryMembers(ExportSources sources, ItemObjects items, ProfileView self) {
        this.sources = sources;
        this.items = items;
        this.self = self;
    }

    /// @return the number of ratings
    long writeRatings(ExportArchive archive) {
        long count = 0;
        for (Kind kind : List.of(Kind.MOVIE, Kind.SHOW, Kind.SEASON, Kind.EPISODE)) {
            count += archive.<Rating>array(
                    "ratings-" + kind.key() + "s",
                    (after, max) -> sources.ratings().page(self, kind, after, max),
                    rows -> described(
                            rows,
                            Rating::item,
                            rating -> new JsonObject()
                                    .put("rated_at", ExportTime.of(rating.at()))
                                    .put("rating", rating.score().value())));
        }
        return count;
    }

    /// @return the number of items
    long writeWatchlist(ExportArchive archive) {
        return archive.<WatchlistEntry>array(
                "lists-watchlist",
                (after, max) -> sources.watchlist().page(self, after, max),
                rows -> described(
                        rows,
                        WatchlistEntry::item,
                        entry -> ListMembers.entry(entry.rank(), entry.id(), entry.listedAt(), entry.note())));
    }

    void writeFavorites(ExportArchive archive) {
        archive.<FavoriteEntry>array(
                "lists-favorites",
                (after, max) -> sources.favorites().page(self, after, max),
                rows -> described(
                        rows,
                        FavoriteEntry::item,
                        entry -> ListMembers.entry(entry.rank(), entry.id(), entry.listedAt(), entry.note())));
    }

    void writeHidden(ExportArchive archive) {
        hidden(archive, "hidden-calendar", HiddenSection.CALENDAR);
        hidden(archive, "hidden-progress-watched", HiddenSection.PROGRESS);
        archive.<RewatchEntry>array(
                "hidden-progress-watched-reset",
                (after, max) -> sources.rewatches().page(self, after, max),
                rows -> described(
                        rows,
                        RewatchEntry::item,
                        row -> new JsonObject().put("hidden_at", ExportTime.of(row.startedAt()))));
        archive.emptyArray("hidden-progress-collected");
        hidden(archive, "hidden-recommendations", HiddenSection.RECOMMENDATIONS);
        hidden(archive, "hidden-dropped", HiddenSection.DROPPED);
    }

    private void hidden(ExportArchive archive, String name, HiddenSection section) {
        archive.<HiddenItem>array(
                name,
                (after, max) -> sources.hidden().page(self, section, after, max),
                rows -> described(
                        rows,
                        HiddenItem::item,
                        row -> new JsonObject().put("hidden_at", ExportTime.of(row.hiddenAt()))));
    }

    /// Rows with the item at their end.
    private <R> List<JsonObject> described(List<R> rows, Function<R, MediaId> item, Function<R, JsonObject> row) {
        return rendered(rows, item, (page, one) -> page.describe(row.apply(one), item.apply(one)));
    }

    private <R> List<JsonObject> rendered(
            List<R> rows, Function<R, MediaId> item, BiFunction<ItemObjects.Page, R, JsonObject> render) {
        ItemObjects.Page page = items.page(rows.stream().map(item));
        return rows.stream().map(row -> render.apply(page, row)).toList();
    }

    /// @return the number of movies and episodes
    long writeCollection(ExportArchive archive) {
        archive.<CollectedShow>array(
                "collection-shows",
                (after, max) -> sources.collection().shows(self, after, max),
                rows -> ShowBatches.of(rows, CollectedShow::episodes, this::shows));
        return collected(archive, "collection-movies", Kind.MOVIE)
                + collected(archive, "collection-episodes", Kind.EPISODE);
    }

    private long collected(ExportArchive archive, String name, Kind kind) {
        return archive.<CollectedItem>array(
                name,
                (after, max) -> sources.collection().page(self, kind, after, max),
                rows -> rendered(rows, CollectedItem::item, (page, row) -> {
                    String time = ExportTime.of(row.collectedAt());
                    return page.putItem(
                                    new JsonObject().put("collected_at", time).put("updated_at", time), row.item())
                            .put("metadata", CollectionMetadata.of(row.details()));
                }));
    }

    private List<JsonObject> shows(List<CollectedShow> batch) {
        Map<ShowId, List<CollectedItem>> collected = sources.collection()
                .collectedEpisodes(
                        self,
                        batch.stream()
                                .filter(show -> ShowBatches.isListed(show.episodes()))
                                .map(CollectedShow::show)
                                .toList());
        ItemObjects.Page titles = items.page(batch.stream().map(CollectedShow::show));
        Map<? extends MediaId, EpisodePosition> positions = items.positions(
                collected.values().stream().flatMap(List::stream).map(CollectedItem::item));
        return batch.stream()
                .map(show -> {
                    String last = ExportTime.of(show.lastAt());
                    JsonObject row =
                            new JsonObject().put("last_collected_at", last).put("last_updated_at", last);
                    return titles.putItem(row, show.show())
                            .put("seasons", seasons(collected.getOrDefault(show.show(), List.of()), positions));
                })
                .toList();
    }

    private static List<JsonObject> seasons(
            List<CollectedItem> collected, Map<? extends MediaId, EpisodePosition> positions) {
        ShowSeasons seasons = new ShowSeasons();
        for (CollectedItem row : collected) {
            EpisodePosition position = positions.get(row.item());
            if (position != null) {
                seasons.add(
                        position,
                        new JsonObject()
                                .put("collected_at", ExportTime.of(row.collectedAt()))
                                .put("metadata", CollectionMetadata.of(row.details())));
            }
        }
        return seasons.toJson();
    }
}
