package dev.spoolmark.userstate;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.EpisodeSummary;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Season;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.collection.CollectionItems;
import dev.spoolmark.history.PlayHistory;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.watchlist.Watchlist;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Loads the states of the items of a page with one query for each kind of data, whatever the length of the page.
public final class UserItemStates {

    private final Catalog catalog;
    private final Ratings ratings;
    private final PlayHistory plays;
    private final CollectionItems collection;
    private final Watchlist watchlist;

    public UserItemStates(
            Catalog catalog, Ratings ratings, PlayHistory plays, CollectionItems collection, Watchlist watchlist) {
        this.catalog = catalog;
        this.ratings = ratings;
        this.plays = plays;
        this.collection = collection;
        this.watchlist = watchlist;
    }

    /// The states of items. Shows and seasons have no plays and are not collected.
    public UserItemPage of(ProfileView profile, Collection<? extends MediaId> items) {
        if (items.isEmpty()) {
            return UserItemPage.EMPTY;
        }
        return new UserItemPage(
                ratings.of(profile, items),
                playCounts(profile, items),
                collection.since(profile, items).keySet(),
                watchlist.since(profile, items).keySet());
    }

    /// The states of items. Shows and seasons count the plays of their episodes, and are collected if one of these
    /// is.
    ///
    /// @param seasons the seasons among the items
    public UserItemPage withEpisodes(
            ProfileView profile, Collection<? extends MediaId> items, Collection<Season> seasons) {
        UserItemPage own = of(profile, items);
        Set<ShowId> shows = items.stream()
                .filter(ShowId.class::isInstance)
                .map(ShowId.class::cast)
                .collect(Collectors.toSet());
        Set<ShowId> showsOfSeasons = seasons.stream().map(Season::show).collect(Collectors.toSet());
        if (shows.isEmpty() && showsOfSeasons.isEmpty()) {
            return own;
        }
        Set<ShowId> all = new HashSet<>(shows);
        all.addAll(showsOfSeasons);
        Map<ShowId, Set<EpisodeId>> episodes = collection.episodes(profile, all);
        Map<MediaId, Integer> counts = new HashMap<>(own.plays());
        counts.putAll(playsOfShows(profile, shows));
        Set<MediaId> collected = new HashSet<>(own.collected());
        collected.addAll(episodes.keySet());
        if (!seasons.isEmpty()) {
            Map<ShowId, ShowGuide> guides = catalog.guides(showsOfSeasons);
            counts.putAll(playsOfSeasons(profile, seasons, guides));
            seasons.stream()
                    .filter(season -> !Collections.disjoint(
                            episodes.getOrDefault(season.show(), Set.of()), episodesOf(guides, season)))
                    .forEach(season -> collected.add(season.id()));
        }
        return new UserItemPage(own.scores(), counts, collected, own.watchlisted());
    }

    /// The number of plays of the episodes of each show. Shows without plays are absent.
    public Map<ShowId, Integer> playsOfShows(ProfileView profile, Collection<ShowId> shows) {
        return shows.isEmpty() ? Map.of() : plays.ofShows(profile, shows);
    }

    /// Counts the plays of those episodes only that were played.
    private Map<MediaId, Integer> playsOfSeasons(
            ProfileView profile, Collection<Season> seasons, Map<ShowId, ShowGuide> guides) {
        Set<EpisodeId> played = plays.watchedEpisodes(profile, guides.keySet()).values().stream()
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        Map<MediaId, Integer> ofEpisodes = playCounts(
                profile,
                seasons.stream()
                        .flatMap(season -> episodesOf(guides, season).stream())
                        .filter(played::contains)
                        .toList());
        Map<MediaId, Integer> counts = new HashMap<>();
        for (Season season : seasons) {
            counts.put(
                    season.id(),
                    episodesOf(guides, season).stream()
                            .mapToInt(episode -> ofEpisodes.getOrDefault(episode, 0))
                            .sum());
        }
        return counts;
    }

    private Map<MediaId, Integer> playCounts(ProfileView profile, Collection<? extends MediaId> items) {
        Map<MediaId, Integer> counts = new HashMap<>();
        plays.watched(profile, items).forEach((item, summary) -> counts.put(item, summary.plays()));
        return counts;
    }

    private static List<EpisodeId> episodesOf(Map<ShowId, ShowGuide> guides, Season season) {
        ShowGuide guide = guides.get(season.show());
        return guide == null
                ? List.of()
                : guide.episodesOf(season.number()).stream()
                        .map(EpisodeSummary::id)
                        .toList();
    }
}
