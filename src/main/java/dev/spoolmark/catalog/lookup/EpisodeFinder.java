package dev.spoolmark.catalog.lookup;

import dev.spoolmark.catalog.EpisodeRef;
import dev.spoolmark.catalog.EpisodeSummary;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.ItemDescriptor;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.catalog.ShowRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds episodes in the guides of their shows: by their own ids first, then by show, season and number
/// (`docs/spec/v1/show.md`).
public final class EpisodeFinder {

    private final LookupCache names;
    private final Map<ShowRef, ShowId> shows;
    private final Map<ShowId, ShowGuide> guides;

    public EpisodeFinder(LookupCache names, Map<ShowRef, ShowId> shows, Map<ShowId, ShowGuide> guides) {
        this.names = names;
        this.shows = shows;
        this.guides = guides;
    }

    /// An id that is not in the guide of the show can belong to an episode of another show.
    private record ById(EpisodeRef ref) implements ItemDescriptor {

        @Override
        public Kind kind() {
            return Kind.EPISODE;
        }

        @Override
        public @Nullable Long id() {
            return ref.id();
        }

        @Override
        public Ids ids() {
            return ref.ids();
        }

        @Override
        public @Nullable String title() {
            return null;
        }

        @Override
        public @Nullable Integer year() {
            return null;
        }
    }

    public Map<EpisodeRef, EpisodeId> find(Collection<EpisodeRef> refs) {
        Map<EpisodeRef, EpisodeId> found = new HashMap<>();
        List<ById> byOwnId = new ArrayList<>();
        for (EpisodeRef ref : refs) {
            Long tvdb = ref.ids().tvdb();
            Optional<EpisodeSummary> own =
                    tvdb == null ? Optional.empty() : guide(ref).flatMap(g -> g.episodeByTvdb(tvdb));
            if (ref.id() != null || (own.isEmpty() && !ref.ids().isEmpty())) {
                byOwnId.add(new ById(ref));
            }
            own.or(() -> byNumber(ref)).ifPresent(head -> found.put(ref, head.id()));
        }
        names.find(Kind.EPISODE, byOwnId).forEach((by, id) -> found.put(by.ref(), new EpisodeId(id)));
        return found;
    }

    private Optional<EpisodeSummary> byNumber(EpisodeRef ref) {
        return guide(ref).flatMap(guide -> guide.episode(ref.season(), ref.number()));
    }

    private Optional<ShowGuide> guide(EpisodeRef ref) {
        return Optional.ofNullable(shows.get(ref.show())).map(guides::get);
    }
}
