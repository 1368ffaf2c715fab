package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.EpisodeStore;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.ShowStore;
import dev.spoolmark.catalog.edit.EpisodeNumbering;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.catalog.merge.CompletionResult;
import dev.spoolmark.catalog.merge.CompletionResult.Result;
import dev.spoolmark.catalog.merge.DuplicateResolver;
import dev.spoolmark.catalog.merge.ItemAliasStore;
import dev.spoolmark.catalog.merge.ItemMatcher;
import dev.spoolmark.catalog.merge.ItemMerger;
import dev.spoolmark.catalog.merge.SameItemRule.MergeCandidate;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Applies data of a source to an item that exists, in one transaction that holds the lock of
/// [dev.spoolmark.catalog.CatalogWriteLock].
public final class ItemUpdater {

    private static final System.Logger LOG = System.getLogger(ItemUpdater.class.getName());

    private final Tx tx;
    private final Instant now;
    private final List<String> warnings = new ArrayList<>();

    public ItemUpdater(Tx tx, Instant now) {
        this.tx = tx;
        this.now = now;
    }

    /// @param primary the data of the primary source; null for files
    public CompletionResult movie(MovieId requested, MovieItem movie, @Nullable PrimarySourceItem primary) {
        DuplicateResolver duplicates = new DuplicateResolver(tx, now, movie);
        MovieId start = new MovieId(ItemAliasStore.target(tx, Kind.MOVIE, requested.value()));
        Optional<String> reason = duplicates.mismatchReason(start);
        if (reason.isPresent()) {
            return CompletionResult.rejected(start, reason.get());
        }
        MovieId id = new MovieId(duplicates.resolve(start).id().value());
        ImportResult loaded = new MovieImport(tx, now, movie, new ItemMatcher(tx, id, movie), primary)
                .apply()
                .getFirst();
        return completed(id, loaded, duplicates);
    }

    /// @param primary the data of the primary source; null for files
    public CompletionResult show(ShowId requested, ShowItem show, @Nullable PrimarySourceItem primary) {
        DuplicateResolver duplicates = new DuplicateResolver(tx, now, show);
        ShowId start = new ShowId(ItemAliasStore.target(tx, Kind.SHOW, requested.value()));
        Optional<String> reason = duplicates.mismatchReason(start);
        if (reason.isPresent()) {
            return CompletionResult.rejected(start, reason.get());
        }
        ShowId id = new ShowId(duplicates.resolve(start).id().value());
        ImportResult loaded =
                isForeignList(id, primary) ? load(id, show.withoutSeasons(), null) : load(id, show, primary);
        if (!show.seasons().isEmpty()) {
            reportUnplaced(id);
        }
        return completed(id, loaded, duplicates);
    }

    private ImportResult load(ShowId id, ShowItem show, @Nullable PrimarySourceItem primary) {
        boolean moved = primary != null
                && EpisodeRenumbering.apply(
                        tx, now, id, EpisodeNumbering.of(tx, id).apply(show.seasons()), primary.complete());
        return new ShowImport(tx, now, show, new ItemMatcher(tx, id, show), primary, moved)
                .apply()
                .getFirst();
    }

    /// @return whether the source replaces an unavailable one whose episode list the show has: two lists must
    ///     not be mixed
    private boolean isForeignList(ShowId id, @Nullable PrimarySourceItem primary) {
        return primary != null
                && primary.fallback()
                && SourceFactStore.of(tx, id)
                        .filter(facts -> !facts.source().equals(primary.source()))
                        .isPresent();
    }

    /// Merges two items on request.
    public CompletionResult merge(MediaId from, MediaId into) {
        MediaId source = MediaId.of(from.kind(), ItemAliasStore.target(tx, from.kind(), from.value()));
        MediaId target = MediaId.of(into.kind(), ItemAliasStore.target(tx, into.kind(), into.value()));
        for (MediaId item : List.of(source, target)) {
            if (MergeCandidate.of(tx, item).isEmpty()) {
                throw new ProblemException(new Problem.NotFound(item.kind().key()));
            }
        }
        if (source.equals(target)) {
            return new CompletionResult(Result.UNCHANGED, target, List.of(), List.of());
        }
        new ItemMerger(tx, now).items(source, target);
        return new CompletionResult(Result.MERGED, target, List.of(source), warnings);
    }

    /// The number from the source decides which episode it is. A provisional one with another number is
    /// merged into it.
    public CompletionResult episode(EpisodeId requested, int season, EpisodeItem item) {
        EpisodeId start = new EpisodeId(ItemAliasStore.target(tx, Kind.EPISODE, requested.value()));
        Episode episode = EpisodeStore.get(tx, List.of(start)).get(start);
        if (episode == null) {
            return CompletionResult.rejected(start, "the episode is not in the catalog");
        }
        if (episode.ids().isDifferentItem(item.ids())) {
            return CompletionResult.rejected(start, "the source describes another episode");
        }
        if (episode.season() == season && episode.number() == item.number()) {
            boolean any = load(episode.show(), season, item, warnings);
            return new CompletionResult(any ? Result.COMPLETED : Result.UNCHANGED, start, List.of(), warnings);
        }
        if (at(episode.show(), season, item.number()).isEmpty()) {
            load(episode.show(), season, item, new ArrayList<>());
        }
        Episode existing = at(episode.show(), season, item.number()).orElseThrow();
        new ItemMerger(tx, now).episodes(episode, existing);
        load(episode.show(), season, item, warnings);
        return new CompletionResult(Result.MERGED, existing.id(), List.of(start), warnings);
    }

    private boolean load(ShowId id, int season, EpisodeItem episode, List<String> warnings) {
        List<SeasonItem> seasons = List.of(new SeasonItem(season, Ids.NONE, null, List.of(episode)));
        ShowItem item = new ShowItem(Ids.NONE, null, null, ShowFacts.NONE, List.of(), seasons, null);
        EpisodeImport load = new EpisodeImport(tx, now, List.of(id), List.of(item));
        Show show = ShowStore.get(tx, List.of(id)).get(id);
        if (show == null || !load.apply(show, seasons, warnings)) {
            return false;
        }
        load.save();
        ShowStore.save(tx, List.of(show.changedAt(now)));
        return true;
    }

    private Optional<Episode> at(ShowId show, int season, int number) {
        return EpisodeStore.ofShows(tx, List.of(show)).getOrDefault(show, List.of()).stream()
                .filter(episode -> episode.season() == season && episode.number() == number)
                .findFirst();
    }

    private void reportUnplaced(ShowId show) {
        EpisodeStore.ofShows(tx, List.of(show)).getOrDefault(show, List.of()).stream()
                .filter(episode -> episode.provisional() && !PendingDeletions.isOne(episode.number()))
                .forEach(episode -> warnings.add("episode " + episode.season() + "x" + episode.number()
                        + " is not listed by the source and stays provisional"));
    }

    private CompletionResult completed(MediaId id, ImportResult loaded, DuplicateResolver duplicates) {
        loaded.warnings().forEach(warning -> LOG.log(System.Logger.Level.WARNING, warning));
        warnings.addAll(0, loaded.warnings());
        Result result = !duplicates.mergedAway().isEmpty()
                ? Result.MERGED
                : loaded.result() == ImportResult.Result.UNCHANGED ? Result.UNCHANGED : Result.COMPLETED;
        return new CompletionResult(result, id, duplicates.mergedAway(), warnings);
    }
}
