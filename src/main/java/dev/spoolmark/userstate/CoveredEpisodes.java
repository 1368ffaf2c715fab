package dev.spoolmark.userstate;

import dev.spoolmark.account.SpoilerLevel;
import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.db.Database;
import dev.spoolmark.social.ProfileView;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// The episodes whose titles and contents pages cover for a user, by the [SpoilerLevel] that the user has chosen.
/// With [SpoilerLevel#NEXT] these are the episodes that come after the last watched one of their show, in the
/// order that the user has chosen for it, and the specials of a show with a watched episode.
///
/// For rows of many shows; the page of one show has the same rule.
public final class CoveredEpisodes {

    private final Database database;
    private final CoveredEpisodeStore store = new CoveredEpisodeStore();

    public CoveredEpisodes(Database database) {
        this.database = database;
    }

    /// Those of these items that are covered, with one statement, or none if the user covers nothing.
    ///
    /// @param self the view of the user on their own profile
    /// @param items at most 500; those that are no episodes are never covered
    public Set<EpisodeId> of(ProfileView self, Collection<? extends MediaId> items) {
        SpoilerLevel level = self.account().preferences().pages().spoilers();
        List<Long> episodes = items.stream()
                .filter(EpisodeId.class::isInstance)
                .map(MediaId::value)
                .distinct()
                .toList();
        UserId user = self.ownerAlone();
        return level == SpoilerLevel.OFF || episodes.isEmpty()
                ? Set.of()
                : database.read(tx -> store.covered(tx, user, episodes, level == SpoilerLevel.NEXT));
    }
}
