package dev.spoolmark.catalog;

import dev.spoolmark.catalog.CatalogItem.EpisodeItem;
import dev.spoolmark.catalog.CatalogItem.MovieItem;
import dev.spoolmark.catalog.CatalogItem.SeasonItem;
import dev.spoolmark.catalog.CatalogItem.ShowItem;
import dev.spoolmark.catalog.Completed.Result;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Sameness.Candidate;
import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import dev.spoolmark.store.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a source told, taken to the item it was told about, in one transaction behind the [Gate].
final class Completing {

    private static final System.Logger LOG = System.getLogger(Completing.class.getName());

    private final Tx tx;
    private final Instant now;
    private final List<String> remarks = new ArrayList<>();

    Completing(Tx tx, Instant now) {
        this.tx = tx;
        this.now = now;
    }

    /// @param statement what the source that decides says of it by itself, where it is a source that tells
    Completed movie(MovieId wanted, MovieItem told, @Nullable SourceStatement statement) {
        Joining joining = new Joining(tx, now, told);
        MovieId start = new MovieId(AliasStore.target(tx, Kind.MOVIE, wanted.value()));
        Optional<String> reason = joining.reasonAgainst(start);
        if (reason.isPresent()) {
            return Completed.refused(start, reason.get());
        }
        MovieId id = new MovieId(joining.joined(start).id().value());
        Loaded loaded = new MovieLoad(tx, now, told, new Identity(tx, id, told), statement)
                .apply()
                .getFirst();
        return completed(id, loaded, joining);
    }

    /// @param statement what the source that decides says of it by itself, where it is a source that tells
    Completed show(ShowId wanted, ShowItem told, @Nullable SourceStatement statement) {
        Joining joining = new Joining(tx, now, told);
        ShowId start = new ShowId(AliasStore.target(tx, Kind.SHOW, wanted.value()));
        Optional<String> reason = joining.reasonAgainst(start);
        if (reason.isPresent()) {
            return Completed.refused(start, reason.get());
        }
        ShowId id = new ShowId(joining.joined(start).id().value());
        Loaded loaded =
                isForeignList(id, statement) ? load(id, told.withoutSeasons(), null) : load(id, told, statement);
        if (!told.seasons().isEmpty()) {
            reportUnplaced(id);
        }
        return completed(id, loaded, joining);
    }

    private Loaded load(ShowId id, ShowItem told, @Nullable SourceStatement statement) {
        boolean moved = statement != null && Renumbering.apply(tx, now, id, told, statement.whole());
        return new ShowLoad(tx, now, told, new Identity(tx, id, told), statement, moved)
                .apply()
                .getFirst();
    }

    /// Whether a source only stands in for the one whose list of episodes the show has: two lists make a third.
    private boolean isForeignList(ShowId id, @Nullable SourceStatement statement) {
        return statement != null
                && statement.standIn()
                && SourceFactStore.of(tx, id)
                        .filter(facts -> !facts.source().equals(statement.source()))
                        .isPresent();
    }

    /// Because somebody says that they are one.
    Completed merge(MediaId from, MediaId into) {
        MediaId goes = MediaId.of(from.kind(), AliasStore.target(tx, from.kind(), from.value()));
        MediaId stays = MediaId.of(into.kind(), AliasStore.target(tx, into.kind(), into.value()));
        for (MediaId item : List.of(goes, stays)) {
            if (Candidate.of(tx, item).isEmpty()) {
                throw new Refusal(new Problem.NotFound(item.kind().word()));
            }
        }
        if (goes.equals(stays)) {
            return new Completed(Result.UNCHANGED, stays, List.of(), List.of());
        }
        new Union(tx, now).items(goes, stays);
        return new Completed(Result.MERGED, stays, List.of(goes), remarks);
    }

    /// The number that the source gives it decides which it is; what a client counted otherwise becomes that one.
    Completed episode(EpisodeId wanted, int season, EpisodeItem told) {
        EpisodeId start = new EpisodeId(AliasStore.target(tx, Kind.EPISODE, wanted.value()));
        Episode episode = EpisodeStore.get(tx, List.of(start)).get(start);
        if (episode == null) {
            return Completed.refused(start, "the episode is not in the catalogue");
        }
        if (episode.ids().isOtherThan(told.ids())) {
            return Completed.refused(start, "the source speaks of another episode");
        }
        if (episode.season() == season && episode.number() == told.number()) {
            boolean any = load(episode.show(), season, told, remarks);
            return new Completed(any ? Result.COMPLETED : Result.UNCHANGED, start, List.of(), remarks);
        }
        if (at(episode.show(), season, told.number()).isEmpty()) {
            load(episode.show(), season, told, new ArrayList<>());
        }
        Episode there = at(episode.show(), season, told.number()).orElseThrow();
        new Union(tx, now).episodes(episode, there);
        load(episode.show(), season, told, remarks);
        return new Completed(Result.MERGED, there.id(), List.of(start), remarks);
    }

    private boolean load(ShowId id, int season, EpisodeItem told, List<String> said) {
        List<SeasonItem> seasons = List.of(new SeasonItem(season, Ids.NONE, null, List.of(told)));
        ShowItem item = new ShowItem(Ids.NONE, null, null, ShowFacts.NONE, List.of(), seasons, null);
        EpisodeLoad load = new EpisodeLoad(tx, now, List.of(id), List.of(item));
        Show show = ShowStore.get(tx, List.of(id)).get(id);
        if (show == null || !load.apply(show, seasons, said)) {
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
                .filter(episode -> episode.provisional() && !SetAside.isOne(episode.number()))
                .forEach(episode -> remarks.add("episode " + episode.season() + "x" + episode.number()
                        + " is not among those told and stays as clients named it"));
    }

    private Completed completed(MediaId id, Loaded loaded, Joining joining) {
        loaded.remarks().forEach(remark -> LOG.log(System.Logger.Level.WARNING, remark));
        remarks.addAll(0, loaded.remarks());
        Result result = !joining.gone().isEmpty()
                ? Result.MERGED
                : loaded.result() == Loaded.Result.UNCHANGED ? Result.UNCHANGED : Result.COMPLETED;
        return new Completed(result, id, joining.gone(), remarks);
    }
}
