package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.Broadcast;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ingest.SourceFactStore.SourceFacts;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.catalog.merge.ItemMatcher;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final Set<EpisodeId> listedNow = new HashSet<>();
    private final ItemMatcher episodeIds;
    private final EditedFactGuard edited;
    private final SeasonImport seasons;
    private final EpisodeIndex index = new EpisodeIndex();

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
        this.episodeIds = new ItemMatcher(
                tx,
                Kind.EPISODE,
                incoming.stream()
                        .flatMap(season -> season.episodes().stream())
                        .flatMap(episode -> episode.ids().externalIds(Kind.EPISODE).stream())
                        .toList());
        if (!incoming.isEmpty() || primary != null) {
            index.load(tx, existing);
        }
        this.edited = EditedFactGuard.ofShows(tx, Kind.EPISODE, incoming.isEmpty() ? List.of() : existing);
        this.seasons = new SeasonImport(tx, now, index, existing, incoming, primary);
        Map<Long, SourceFacts> previous = new HashMap<>();
        if (primary != null) {
            existing.forEach(show -> previous.putAll(SourceFactStore.ofEpisodes(tx, show)));
        }
        this.sourceFacts = new SourceFactTracker(Kind.EPISODE, primary, previous);
        // Other sources number differently, so a missing number is no gap there.
        this.listed = policy == MergePolicy.SOURCE ? Set.of() : index.withEpisodes(knownShows);
    }

    /// @return whether anything changed
    boolean apply(Show show, List<SeasonItem> incoming, List<String> warnings) {
        boolean any = false;
        for (SeasonItem season : incoming) {
            seasons.addListed(show, season);
            if (isOpen(show, season)) {
                any |= seasons.apply(show, season, warnings);
            }
            for (EpisodeItem episode : season.episodes()) {
                any |= episode(show, season.number(), episode, warnings);
            }
        }
        return any;
    }

    void save() {
        index.save(tx);
        sourceFacts.save(tx);
        seasons.saveFacts();
    }

    EpisodeWithdrawalRule withdrawal(PrimarySourceItem primary, @Nullable Instant suspectSince, List<String> warnings) {
        return new EpisodeWithdrawalRule(primary, now, sourceFacts.before(), suspectSince, warnings);
    }

    /// Withdraws episodes that the source no longer lists.
    ///
    /// @return whether there were any
    boolean withdraw(ShowId show, EpisodeWithdrawalRule withdrawal) {
        List<Episode> removed = withdrawal.withdrawn(index.episodes(), listedNow);
        for (Episode episode : removed) {
            index.change(episode.withdrawn(), now);
            sourceFacts.withdrawn(episode.id().value(), now);
        }
        removed.stream()
                .map(Episode::season)
                .distinct()
                .filter(index::isWithoutEpisodes)
                .forEach(season -> seasons.withdraw(show, season));
        return !removed.isEmpty();
    }

    private boolean episode(Show show, int season, EpisodeItem item, List<String> warnings) {
        Episode previous = index.episode(show.id(), season, item.number());
        if ((previous == null || previous.provisional()) && listed.contains(show.id())) {
            warnings.add(String.format(
                    Locale.ROOT, "S%02dE%02d is not in the list that others give of it", season, item.number()));
            return false;
        }
        EpisodeId id = previous == null ? new EpisodeId(tx.newId("item")) : previous.id();
        EpisodeItem merged = previous == null ? item : edited.protect(policy.apply(item, previous), previous);
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
        index.change(after, now);
        return true;
    }

    private static String name(Show show, int season, EpisodeItem item) {
        return String.format(Locale.ROOT, "%s %dx%02d", show.title(), season, item.number());
    }

    private boolean isOpen(Show show, SeasonItem season) {
        return !listed.contains(show.id()) || index.season(show.id(), season.number()) != null;
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
}
