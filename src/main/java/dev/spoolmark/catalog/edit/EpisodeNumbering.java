package dev.spoolmark.catalog.edit;

import dev.spoolmark.catalog.EpisodePosition;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.db.Tx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The episodes of a show whose numbers administrators have edited: a source lists them at another place.
///
/// @param places from the place in the lists of sources to the place in the catalog
public record EpisodeNumbering(Map<EpisodePosition, EpisodePosition> places) {

    public EpisodeNumbering {
        places = Map.copyOf(places);
    }

    public static EpisodeNumbering of(Tx tx, ShowId show) {
        return new EpisodeNumbering(EditedFactStore.numbers(tx, show));
    }

    /// The list of a source with each episode at its place in the catalog. An episode that the source lists at the
    /// place
    /// of an edited one is left out.
    public List<SeasonItem> apply(List<SeasonItem> listed) {
        if (places.isEmpty()) {
            return listed;
        }
        Set<EpisodePosition> occupied = new HashSet<>(places.values());
        Map<Integer, List<EpisodeItem>> episodes = new TreeMap<>();
        for (SeasonItem season : listed) {
            for (EpisodeItem episode : season.episodes()) {
                EpisodePosition source = new EpisodePosition(season.number(), episode.number());
                EpisodePosition place = places.getOrDefault(source, source);
                if (places.containsKey(source) || !occupied.contains(place)) {
                    episodes.computeIfAbsent(place.season(), number -> new ArrayList<>())
                            .add(new EpisodeItem(place.number(), episode.ids(), episode.facts(), episode.unreadable()));
                }
            }
        }
        return seasons(listed, episodes);
    }

    private static List<SeasonItem> seasons(List<SeasonItem> listed, Map<Integer, List<EpisodeItem>> episodes) {
        Map<Integer, List<EpisodeItem>> left = new HashMap<>(episodes);
        List<SeasonItem> seasons = new ArrayList<>();
        for (SeasonItem season : listed) {
            List<EpisodeItem> own = left.remove(season.number());
            seasons.add(new SeasonItem(
                    season.number(),
                    season.ids(),
                    season.poster(),
                    own == null ? List.of() : own,
                    season.unreadable()));
        }
        new TreeMap<>(left).forEach((number, own) -> seasons.add(new SeasonItem(number, Ids.NONE, null, own)));
        return seasons;
    }
}
