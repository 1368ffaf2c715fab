package dev.spoolmark.api.v1;

import dev.spoolmark.account.Account;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.EpisodeHead;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.SeasonId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Season;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.history.Plays;
import dev.spoolmark.social.Gate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the caller thinks and has done of the things on a list. It stands on the item, beside the thing (`user.md`,
/// user/list). A show counts the plays of its episodes, and one of them makes a season watched.
final class V1OwnListed {

    private final Catalog catalog;
    private final Gate gate;
    private final Plays plays;
    private final V1Personal personal;

    V1OwnListed(Catalog catalog, Gate gate, Plays plays, V1Personal personal) {
        this.catalog = catalog;
        this.gate = gate;
        this.plays = plays;
        this.personal = personal;
    }

    Page of(@Nullable Account caller, List<MediaId> items, V1Media.Page things) {
        List<ShowId> shows = items.stream()
                .filter(ShowId.class::isInstance)
                .map(ShowId.class::cast)
                .toList();
        return new Page(
                caller != null,
                personal.of(caller, items),
                personal.playsOfShows(caller, shows),
                caller == null ? Set.of() : watched(caller, things.seasons().values()));
    }

    private Set<SeasonId> watched(Account caller, Collection<Season> seasons) {
        Set<ShowId> shows = seasons.stream().map(Season::show).collect(Collectors.toSet());
        if (shows.isEmpty()) {
            return Set.of();
        }
        Map<ShowId, Set<EpisodeId>> episodes = plays.watchedEpisodes(gate.own(caller), shows);
        Map<ShowId, ShowGuide> guides = catalog.guides(shows);
        return seasons.stream()
                .filter(season -> hasOne(guides.get(season.show()), season, episodes))
                .map(Season::id)
                .collect(Collectors.toSet());
    }

    private static boolean hasOne(@Nullable ShowGuide guide, Season season, Map<ShowId, Set<EpisodeId>> watched) {
        Set<EpisodeId> seen = watched.getOrDefault(season.show(), Set.of());
        return guide != null
                && guide.episodesOf(season.number()).stream()
                        .map(EpisodeHead::id)
                        .anyMatch(seen::contains);
    }

    /// What was found for one page; nothing is said to a stranger.
    record Page(boolean signedIn, V1Personal.Page own, Map<ShowId, Integer> plays, Set<SeasonId> watched) {

        V1Object putOn(V1Object object, MediaId item) {
            if (!signedIn) {
                return object;
            }
            return switch (item) {
                case MovieId id -> own.putOn(object, id);
                case EpisodeId id -> own.putOn(object, id);
                case ShowId id -> {
                    int count = plays.getOrDefault(id, 0);
                    yield own.putOpinion(object.put("watched", count > 0).put("plays", count), id);
                }
                case SeasonId id -> own.putOpinion(object.put("watched", watched.contains(id)), id);
            };
        }
    }
}
