package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.Broadcast;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.EpisodeStore;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.SeasonId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Season;
import dev.spoolmark.catalog.SeasonStore;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ingest.SourceFactStore.SourceFacts;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.catalog.lookup.LookupKey.ExternalId;
import dev.spoolmark.catalog.merge.ItemMatcher;
import dev.spoolmark.db.Tx;
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

/// Imports seasons and episodes in one transaction.
///
/// An episode is matched by season and number. If the source of the list renumbered it, [EpisodeRenumbering]
/// moves it first.
final class EpisodeImport {

    private final Tx tx;
    private final Instant now;
    private final MergePolicy policy;
    private final Set<ShowId> listed;
    private final SourceFactTracker sourceFacts;
    private final SourceFactTracker seasonFacts;
    private final Set<EpisodeId> listedNow = new HashSet<>();
    private final Set<EpisodeKey> listedSeasons = new HashSet<>();
    private final List<Long> withdrawnSeasons = new ArrayList<>();
    private final ItemMatcher seasonIds;
    private final ItemMatcher episodeIds;
    private final Map<EpisodeKey, Season> seasons = new HashMap<>();
    private final Map<EpisodeKey, Episode> episodes = new HashMap<>();
    private final Map<EpisodeKey, Season> changedSeasons = new LinkedHashMap<>();
    private final Map<EpisodeKey, Episode> changedEpisodes = new LinkedHashMap<>();

    EpisodeImport(Tx tx, Instant now, Collection<ShowId> existing, List<ShowItem> items) {
        this(tx, now, existing, items, MergePolicy.SOURCE, Set.of(), null);
    }

    /// With a policy for existing values.
    ///
    /// @param primary the data of the primary source about the only show
    static EpisodeImport of(
            Tx tx,
            Instant now,
            Collection<Show> existing,
            List<ShowItem> items,
            MergePolicy policy,
            @Nullable PrimarySourceItem primary) {
        Set<ShowId> knownShows = existing.stream()
                .filter(show -> show.ids().isKnownBeyondImdb())
                .map(Show::id)
                .collect(Collectors.toSet());
        return new EpisodeImport(tx, now, existing.stream().map(Show::id).toList(), items, policy, knownShows, primary);
    }

    private EpisodeImport(
            Tx tx,
            Instant now,
            Collection<ShowId> existing,
            List<ShowItem> items,
            MergePolicy policy,
            Set<ShowId> knownShows,
            @Nullable PrimarySourceItem primary) {
        this.policy = policy;
        this.tx = tx;
        this.now = now;
        List<SeasonItem> incoming =
                items.stream().flatMap(item -> item.seasons().stream()).toList();
        this.seasonIds = new ItemMatcher(
                tx, Kind.SEASON, externalIds(Kind.SEASON, incoming.stream().map(SeasonItem::ids)));
        this.episodeIds = new ItemMatcher(
                tx,
                Kind.EPISODE,
                externalIds(
                        Kind.EPISODE,
                        incoming.stream()
                                .flatMap(season -> season.episodes().stream())
                                .map(EpisodeItem::ids)));
        if (!incoming.isEmpty() || primary != null) {
            SeasonStore.ofShows(tx, existing).values().forEach(all -> all.forEach(this::put));
            EpisodeStore.ofShows(tx, existing).values().forEach(all -> all.forEach(this::put));
        }
        Map<Long, SourceFacts> previous = new HashMap<>();
        Map<Long, SourceFacts> ofSeasons = new HashMap<>();
        if (primary != null) {
            existing.forEach(show -> previous.putAll(SourceFactStore.ofEpisodes(tx, show)));
            existing.forEach(show -> ofSeasons.putAll(SourceFactStore.ofSeasons(tx, show)));
        }
        this.seasonFacts = new SourceFactTracker(Kind.SEASON, primary, ofSeasons);
        this.sourceFacts = new SourceFactTracker(Kind.EPISODE, primary, previous);
        this.listed = policy == MergePolicy.SOURCE ? Set.of() : counted(knownShows);
    }

    /// A season (number 0) or an episode (its number + 1, so that an episode 0 has a key, too).
    private record EpisodeKey(ShowId show, int season, long number) {

        static EpisodeKey of(ShowId show, int season) {
            return new EpisodeKey(show, season, 0);
        }

        static EpisodeKey of(ShowId show, int season, int episode) {
            return new EpisodeKey(show, season, 1L + episode);
        }
    }

    /// @return whether anything changed
    boolean apply(Show show, List<SeasonItem> incoming, List<String> warnings) {
        boolean any = false;
        for (SeasonItem season : incoming) {
            listedSeasons.add(EpisodeKey.of(show.id(), season.number()));
            if (isOpen(show, season)) {
                any |= season(show, season, warnings);
            }
            for (EpisodeItem episode : season.episodes()) {
                any |= episode(show, season.number(), episode, warnings);
            }
        }
        return any;
    }

    void save() {
        SeasonStore.save(tx, changedSeasons.values());
        EpisodeStore.save(tx, changedEpisodes.values());
        sourceFacts.save(tx);
        seasonFacts.save(tx);
        SourceFactStore.save(
                tx,
                Kind.SEASON,
                withdrawnSeasons.stream().collect(Collectors.toMap(id -> id, _ -> new SourceFacts("", 0, now))));
    }

    EpisodeWithdrawalRule withdrawal(PrimarySourceItem primary, @Nullable Instant suspectSince, List<String> warnings) {
        return new EpisodeWithdrawalRule(primary, now, sourceFacts.before(), suspectSince, warnings);
    }

    /// Withdraws episodes that the source no longer lists.
    ///
    /// @return whether there were any
    boolean withdraw(ShowId show, EpisodeWithdrawalRule withdrawal) {
        List<Episode> removed = withdrawal.withdrawn(List.copyOf(episodes.values()), listedNow);
        for (Episode episode : removed) {
            Episode withdrawn = episode.withdrawn();
            changedEpisodes.put(put(withdrawn), withdrawn.changedAt(now));
            sourceFacts.withdrawn(episode.id().value(), now);
        }
        removed.stream().map(Episode::season).distinct().filter(this::isLeft).forEach(season -> withdraw(show, season));
        return !removed.isEmpty();
    }

    private boolean isLeft(int season) {
        return episodes.values().stream().allMatch(episode -> episode.season() != season || episode.provisional());
    }

    private void withdraw(ShowId show, int number) {
        Season season = seasons.get(EpisodeKey.of(show, number));
        if (season != null && !listedSeasons.contains(EpisodeKey.of(show, number))) {
            changedSeasons.put(put(season.withdrawn()), season.withdrawn());
            withdrawnSeasons.add(season.id().value());
        }
    }

    private boolean season(Show show, SeasonItem item, List<String> warnings) {
        Season before = seasons.get(EpisodeKey.of(show.id(), item.number()));
        SeasonId id = before == null ? new SeasonId(tx.newId("item")) : before.id();
        Ids ids = seasonIds.claim(id.value(), show.title() + " season " + item.number(), item.ids(), warnings);
        Season after = before == null
                ? new Season(id, show.id(), item.number(), ids, item.poster(), false)
                : new Season(
                        id,
                        show.id(),
                        item.number(),
                        before.ids().merge(ids),
                        FactMerge.newer(previousPoster(before, item), item.poster()),
                        false);
        note(item, before, after);
        if (after.equals(before)) {
            return false;
        }
        changedSeasons.put(put(after), after);
        return true;
    }

    private void note(SeasonItem item, @Nullable Season before, Season after) {
        if (before != null) {
            seasonFacts.changed(after.id().value(), fields(before.poster()), fields(after.poster()));
        }
        seasonFacts.note(after.id().value(), FieldBits.of(fields(item.poster())), item.unreadable(), null);
    }

    /// @return null if the source provided a poster before and provides none now
    private @Nullable String previousPoster(Season before, SeasonItem item) {
        int withdrawn =
                seasonFacts.withdrawnFacts(before.id().value(), FieldBits.of(fields(item.poster())), item.unreadable());
        return withdrawn == 0 ? before.poster() : null;
    }

    private static @Nullable Object[] fields(@Nullable String poster) {
        return new @Nullable Object[] {poster};
    }

    private boolean episode(Show show, int season, EpisodeItem item, List<String> warnings) {
        Episode previous = episodes.get(EpisodeKey.of(show.id(), season, item.number()));
        if ((previous == null || previous.provisional()) && listed.contains(show.id())) {
            warnings.add(String.format(
                    Locale.ROOT, "S%02dE%02d is not in the list that others give of it", season, item.number()));
            return false;
        }
        EpisodeId id = previous == null ? new EpisodeId(tx.newId("item")) : previous.id();
        EpisodeItem merged = previous == null ? item : policy.apply(item, previous);
        Ids ids = episodeIds.claim(id.value(), name(show, season, item), merged.ids(), warnings);
        Episode after = new Episode(
                id,
                show.id(),
                season,
                item.number(),
                previous == null ? ids : previous.ids().merge(ids),
                facts(previousFacts(previous, item), merged, show.facts().broadcast()),
                false,
                previous == null ? now : previous.updatedAt());
        note(item, previous, after);
        if (after.equals(previous)) {
            return false;
        }
        changedEpisodes.put(put(after), after.changedAt(now));
        return true;
    }

    private static String name(Show show, int season, EpisodeItem item) {
        return String.format(Locale.ROOT, "%s %dx%02d", show.title(), season, item.number());
    }

    /// @return shows that already have episodes; other sources number differently, so a missing number is no
    ///     gap there
    private Set<ShowId> counted(Set<ShowId> shows) {
        return episodes.values().stream()
                .filter(episode -> !episode.provisional())
                .map(Episode::show)
                .filter(shows::contains)
                .collect(Collectors.toSet());
    }

    private boolean isOpen(Show show, SeasonItem season) {
        return !listed.contains(show.id()) || seasons.containsKey(EpisodeKey.of(show.id(), season.number()));
    }

    private void note(EpisodeItem item, @Nullable Episode previous, Episode after) {
        listedNow.add(after.id());
        if (previous != null) {
            sourceFacts.changed(
                    after.id().value(), previous.facts().fields(), after.facts().fields());
        }
        sourceFacts.note(after.id().value(), FieldBits.of(item.facts().fields()), item.unreadable(), null);
    }

    /// @return the previous facts without those that the source provided before and no longer provides
    private EpisodeFacts previousFacts(@Nullable Episode previous, EpisodeItem item) {
        return previous == null
                ? EpisodeFacts.NONE
                : previous.facts()
                        .without(sourceFacts.withdrawnFacts(
                                previous.id().value(), FieldBits.of(item.facts().fields()), item.unreadable()));
    }

    private static EpisodeFacts facts(EpisodeFacts existing, EpisodeItem item, Broadcast broadcast) {
        return existing.merge(item.facts().completedBy(broadcast));
    }

    private EpisodeKey put(Season season) {
        EpisodeKey key = EpisodeKey.of(season.show(), season.number());
        seasons.put(key, season);
        return key;
    }

    private EpisodeKey put(Episode episode) {
        EpisodeKey key = EpisodeKey.of(episode.show(), episode.season(), episode.number());
        episodes.put(key, episode);
        return key;
    }

    private static List<ExternalId> externalIds(Kind kind, Stream<Ids> ids) {
        List<ExternalId> all = new ArrayList<>();
        ids.forEach(idsOf -> all.addAll(idsOf.externalIds(kind)));
        return all;
    }
}
