package dev.spoolmark.catalog.provisional;

import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.EpisodeRef;
import dev.spoolmark.catalog.EpisodeStore;
import dev.spoolmark.catalog.EpisodeSummary;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.SeasonId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Season;
import dev.spoolmark.catalog.SeasonStore;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.catalog.lookup.ExternalIdStore;
import dev.spoolmark.catalog.lookup.LookupKey.ExternalId;
import dev.spoolmark.catalog.lookup.ShowGuideCache;
import dev.spoolmark.catalog.source.SourceJobStore;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Stores provisional episodes with their shows and seasons, in a transaction that holds the lock of
/// [dev.spoolmark.catalog.CatalogWriteLock].
final class ProvisionalEpisodeWriter {

    private final Tx tx;
    private final Instant now;
    private final Map<ShowRef, ShowId> shows = new HashMap<>();
    private final Map<ExternalId, Long> owners;
    private final Set<String> imdbOfOtherKinds;
    private final Map<ShowId, ShowGuide> guides;
    private final Map<Numbered, EpisodeId> newEpisodeIds = new HashMap<>();
    private final Map<Numbered, Season> newSeasons = new HashMap<>();
    private final List<Episode> newEpisodes = new ArrayList<>();

    ProvisionalEpisodeWriter(Tx tx, Instant now, Collection<EpisodeRef> requested) {
        this.tx = tx;
        this.now = now;
        List<ShowRef> showRefs =
                requested.stream().map(EpisodeRef::show).distinct().toList();
        new ProvisionalItemWriter(tx, now, Kind.SHOW)
                .findOrCreate(showRefs)
                .forEach((ref, id) -> shows.put(ref, new ShowId(id)));
        this.owners = new HashMap<>(ExternalIdStore.owners(tx, Kind.EPISODE, ids(requested)));
        Set<String> imdb = new HashSet<>();
        requested.forEach(ref -> imdb.addAll(ref.ids().imdbOf(Kind.EPISODE)));
        this.imdbOfOtherKinds =
                ExternalIdStore.imdbOfOtherKinds(tx, Kind.EPISODE, imdb).keySet();
        this.guides = ShowGuideCache.read(tx, shows.values());
    }

    /// A number in a show; episode 0 stands for the season.
    private record Numbered(ShowId show, int season, int number) {}

    private static List<ExternalId> ids(Collection<EpisodeRef> refs) {
        return refs.stream()
                .flatMap(ref -> ref.ids().externalIds(Kind.EPISODE).stream())
                .toList();
    }

    /// @param requested only sufficient references
    /// @return existing and new episodes
    Map<EpisodeRef, EpisodeId> findOrCreate(Collection<EpisodeRef> requested) {
        Map<EpisodeRef, EpisodeId> stored = new HashMap<>();
        for (EpisodeRef ref : requested) {
            if (shows.containsKey(ref.show())) {
                stored.put(ref, find(ref).orElseGet(() -> make(ref)));
            }
        }
        SeasonStore.save(tx, newSeasons.values());
        EpisodeStore.save(tx, newEpisodes);
        SourceJobStore.queue(
                tx,
                Kind.SHOW,
                newEpisodes.stream()
                        .map(episode -> episode.show().value())
                        .distinct()
                        .toList(),
                now);
        return stored;
    }

    Collection<ShowId> touched() {
        return shows.values();
    }

    private Optional<EpisodeId> find(EpisodeRef ref) {
        return ids(List.of(ref)).stream()
                .map(owners::get)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .map(EpisodeId::new)
                .or(() -> guide(ref).episode(ref.season(), ref.number()).map(EpisodeSummary::id))
                .or(() -> Optional.ofNullable(newEpisodeIds.get(numbered(ref))));
    }

    private EpisodeId make(EpisodeRef ref) {
        Numbered numbered = numbered(ref);
        EpisodeId id = new EpisodeId(tx.newId("item"));
        makeSeason(numbered);
        Ids ids = ref.ids().withoutImdb(imdbOfOtherKinds);
        newEpisodes.add(new Episode(
                id, numbered.show(), numbered.season(), numbered.number(), ids, EpisodeFacts.NONE, true, now));
        newEpisodeIds.put(numbered, id);
        ids(List.of(ref)).forEach(own -> owners.put(own, id.value()));
        return id;
    }

    private void makeSeason(Numbered episode) {
        Numbered season = new Numbered(episode.show(), episode.season(), 0);
        if (guide(episode.show()).season(episode.season()).isEmpty() && !newSeasons.containsKey(season)) {
            SeasonId id = new SeasonId(tx.newId("item"));
            newSeasons.put(season, new Season(id, episode.show(), episode.season(), Ids.NONE, null, true));
        }
    }

    private Numbered numbered(EpisodeRef ref) {
        return new Numbered(guide(ref).show().id(), ref.season(), ref.number());
    }

    private ShowGuide guide(EpisodeRef ref) {
        return guide(Objects.requireNonNull(shows.get(ref.show()), "only episodes of kept shows are kept"));
    }

    private ShowGuide guide(ShowId show) {
        return Objects.requireNonNull(guides.get(show), "the guide of a kept show can be read");
    }
}
