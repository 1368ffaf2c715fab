package dev.spoolmark.catalog;

import dev.spoolmark.catalog.CatalogItem.EpisodeItem;
import dev.spoolmark.catalog.CatalogItem.SeasonItem;
import dev.spoolmark.catalog.CatalogItem.ShowItem;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.SeasonId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Name.ForeignId;
import dev.spoolmark.catalog.SourceFactStore.SourceFacts;
import dev.spoolmark.store.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Takes seasons and episodes from a source into the catalogue, for one transaction.
///
/// An episode is found by its season and number. Where the source of the list gives it another number than before,
/// [Renumbering] moves it first.
final class EpisodeLoad {

    private final Tx tx;
    private final Instant now;
    private final Precedence precedence;
    private final Set<ShowId> listed;
    private final GivenFacts given;
    private final GivenFacts givenOfSeasons;
    private final Set<EpisodeId> listedNow = new HashSet<>();
    private final Set<Place> listedSeasons = new HashSet<>();
    private final List<Long> goneSeasons = new ArrayList<>();
    private final Identity seasonIds;
    private final Identity episodeIds;
    private final Map<Place, Season> seasons = new HashMap<>();
    private final Map<Place, Episode> episodes = new HashMap<>();
    private final Map<Place, Season> changedSeasons = new LinkedHashMap<>();
    private final Map<Place, Episode> changedEpisodes = new LinkedHashMap<>();

    EpisodeLoad(Tx tx, Instant now, Collection<ShowId> standing, List<ShowItem> items) {
        this(tx, now, standing, items, Precedence.SOURCE, Set.of(), null);
    }

    /// For shows of which the catalogue knows better than the source, where it knows.
    ///
    /// @param statement what the source that decides says of the only show
    static EpisodeLoad of(
            Tx tx,
            Instant now,
            Collection<Show> standing,
            List<ShowItem> items,
            Precedence precedence,
            @Nullable SourceStatement statement) {
        Set<ShowId> known = standing.stream()
                .filter(show -> show.ids().isKnownBeyondImdb())
                .map(Show::id)
                .collect(Collectors.toSet());
        return new EpisodeLoad(tx, now, standing.stream().map(Show::id).toList(), items, precedence, known, statement);
    }

    private EpisodeLoad(
            Tx tx,
            Instant now,
            Collection<ShowId> standing,
            List<ShowItem> items,
            Precedence precedence,
            Set<ShowId> known,
            @Nullable SourceStatement statement) {
        this.precedence = precedence;
        this.tx = tx;
        this.now = now;
        List<SeasonItem> told =
                items.stream().flatMap(item -> item.seasons().stream()).toList();
        this.seasonIds =
                new Identity(tx, Kind.SEASON, foreign(Kind.SEASON, told.stream().map(SeasonItem::ids)));
        this.episodeIds = new Identity(
                tx,
                Kind.EPISODE,
                foreign(
                        Kind.EPISODE,
                        told.stream()
                                .flatMap(season -> season.episodes().stream())
                                .map(EpisodeItem::ids)));
        if (!told.isEmpty() || statement != null) {
            SeasonStore.ofShows(tx, standing).values().forEach(all -> all.forEach(this::remember));
            EpisodeStore.ofShows(tx, standing).values().forEach(all -> all.forEach(this::remember));
        }
        Map<Long, SourceFacts> before = new HashMap<>();
        Map<Long, SourceFacts> ofSeasons = new HashMap<>();
        if (statement != null) {
            standing.forEach(show -> before.putAll(SourceFactStore.ofEpisodes(tx, show)));
            standing.forEach(show -> ofSeasons.putAll(SourceFactStore.ofSeasons(tx, show)));
        }
        this.givenOfSeasons = new GivenFacts(Kind.SEASON, statement, ofSeasons);
        this.given = new GivenFacts(Kind.EPISODE, statement, before);
        this.listed = precedence == Precedence.SOURCE ? Set.of() : counted(known);
    }

    /// A season (number 0) or an episode of it (its number, counted from 1, so that an episode 0 has a place, too).
    private record Place(ShowId show, int season, long number) {

        static Place of(ShowId show, int season) {
            return new Place(show, season, 0);
        }

        static Place of(ShowId show, int season, int episode) {
            return new Place(show, season, 1L + episode);
        }
    }

    /// Whether anything was new.
    boolean apply(Show show, List<SeasonItem> told, List<String> remarks) {
        boolean any = false;
        for (SeasonItem season : told) {
            listedSeasons.add(Place.of(show.id(), season.number()));
            if (isOpen(show, season)) {
                any |= season(show, season, remarks);
            }
            for (EpisodeItem episode : season.episodes()) {
                any |= episode(show, season.number(), episode, remarks);
            }
        }
        return any;
    }

    void save() {
        SeasonStore.save(tx, changedSeasons.values());
        EpisodeStore.save(tx, changedEpisodes.values());
        given.save(tx);
        givenOfSeasons.save(tx);
        SourceFactStore.save(
                tx,
                Kind.SEASON,
                goneSeasons.stream().collect(Collectors.toMap(id -> id, _ -> new SourceFacts("", 0, now))));
    }

    Withdrawal withdrawal(SourceStatement statement, @Nullable Instant doubtedSince, List<String> remarks) {
        return new Withdrawal(statement, now, given.before(), doubtedSince, remarks);
    }

    /// Takes back what the source no longer lists of the show; says whether there was any.
    boolean withdraw(ShowId show, Withdrawal withdrawal) {
        List<Episode> gone = withdrawal.among(List.copyOf(episodes.values()), listedNow);
        for (Episode episode : gone) {
            Episode withdrawn = episode.withdrawn();
            changedEpisodes.put(remember(withdrawn), withdrawn.changedAt(now));
            given.withdrawn(episode.id().value(), now);
        }
        gone.stream().map(Episode::season).distinct().filter(this::isLeft).forEach(season -> withdraw(show, season));
        return !gone.isEmpty();
    }

    private boolean isLeft(int season) {
        return episodes.values().stream().allMatch(episode -> episode.season() != season || episode.provisional());
    }

    private void withdraw(ShowId show, int number) {
        Season season = seasons.get(Place.of(show, number));
        if (season != null && !listedSeasons.contains(Place.of(show, number))) {
            changedSeasons.put(remember(season.withdrawn()), season.withdrawn());
            goneSeasons.add(season.id().value());
        }
    }

    private boolean season(Show show, SeasonItem item, List<String> remarks) {
        Season before = seasons.get(Place.of(show.id(), item.number()));
        SeasonId id = before == null ? new SeasonId(tx.newId("item")) : before.id();
        Ids ids = seasonIds.claim(id.value(), show.title() + " season " + item.number(), item.ids(), remarks);
        Season after = before == null
                ? new Season(id, show.id(), item.number(), ids, item.poster(), false)
                : new Season(
                        id,
                        show.id(),
                        item.number(),
                        before.ids().merge(ids),
                        Facts.newer(standingPoster(before, item), item.poster()),
                        false);
        note(item, before, after);
        if (after.equals(before)) {
            return false;
        }
        changedSeasons.put(remember(after), after);
        return true;
    }

    private void note(SeasonItem item, @Nullable Season before, Season after) {
        if (before != null) {
            givenOfSeasons.changed(after.id().value(), fields(before.poster()), fields(after.poster()));
        }
        givenOfSeasons.note(after.id().value(), FieldBits.of(fields(item.poster())), item.unreadable(), null);
    }

    /// Nothing when the source gave it and gives none any longer.
    private @Nullable String standingPoster(Season before, SeasonItem item) {
        int taken =
                givenOfSeasons.takenBack(before.id().value(), FieldBits.of(fields(item.poster())), item.unreadable());
        return taken == 0 ? before.poster() : null;
    }

    private static @Nullable Object[] fields(@Nullable String poster) {
        return new @Nullable Object[] {poster};
    }

    private boolean episode(Show show, int season, EpisodeItem item, List<String> remarks) {
        Episode before = episodes.get(Place.of(show.id(), season, item.number()));
        if ((before == null || before.provisional()) && listed.contains(show.id())) {
            remarks.add(String.format(
                    Locale.ROOT, "S%02dE%02d is not in the list that others give of it", season, item.number()));
            return false;
        }
        EpisodeId id = before == null ? new EpisodeId(tx.newId("item")) : before.id();
        EpisodeItem said = before == null ? item : precedence.heard(item, before);
        Ids ids = episodeIds.claim(id.value(), name(show, season, item), said.ids(), remarks);
        Episode after = new Episode(
                id,
                show.id(),
                season,
                item.number(),
                before == null ? ids : before.ids().merge(ids),
                facts(standingFacts(before, item), said, show.facts().broadcast()),
                false,
                before == null ? now : before.updatedAt());
        note(item, before, after);
        if (after.equals(before)) {
            return false;
        }
        changedEpisodes.put(remember(after), after.changedAt(now));
        return true;
    }

    private static String name(Show show, int season, EpisodeItem item) {
        return String.format(Locale.ROOT, "%s %dx%02d", show.title(), season, item.number());
    }

    /// Those of which there are episodes. Others count differently, so that a number missing there is no gap.
    private Set<ShowId> counted(Set<ShowId> shows) {
        return episodes.values().stream()
                .filter(episode -> !episode.provisional())
                .map(Episode::show)
                .filter(shows::contains)
                .collect(Collectors.toSet());
    }

    private boolean isOpen(Show show, SeasonItem season) {
        return !listed.contains(show.id()) || seasons.containsKey(Place.of(show.id(), season.number()));
    }

    private void note(EpisodeItem item, @Nullable Episode before, Episode after) {
        listedNow.add(after.id());
        if (before != null) {
            given.changed(
                    after.id().value(), before.facts().fields(), after.facts().fields());
        }
        given.note(after.id().value(), FieldBits.of(item.facts().fields()), item.unreadable(), null);
    }

    /// Without what the source gave and gives no longer.
    private EpisodeFacts standingFacts(@Nullable Episode before, EpisodeItem item) {
        return before == null
                ? EpisodeFacts.NONE
                : before.facts()
                        .without(given.takenBack(
                                before.id().value(), FieldBits.of(item.facts().fields()), item.unreadable()));
    }

    private static EpisodeFacts facts(EpisodeFacts standing, EpisodeItem item, Broadcast broadcast) {
        return standing.merge(item.facts().completedBy(broadcast));
    }

    private Place remember(Season season) {
        Place place = Place.of(season.show(), season.number());
        seasons.put(place, season);
        return place;
    }

    private Place remember(Episode episode) {
        Place place = Place.of(episode.show(), episode.season(), episode.number());
        episodes.put(place, episode);
        return place;
    }

    private static List<ForeignId> foreign(Kind kind, Stream<Ids> ids) {
        List<ForeignId> all = new ArrayList<>();
        ids.forEach(some -> all.addAll(some.foreign(kind)));
        return all;
    }
}
