package dev.spoolmark.history;

import dev.spoolmark.account.AppId;
import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.account.UserId;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.account.deletion.UserRows;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Database;
import dev.spoolmark.social.ProfileView;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/// The plays of users, and their summaries.
public final class PlayHistory {

    /// Items per transaction, so that a large request does not keep others from writing.
    private static final int ITEMS_A_TRANSACTION = 500;
    private static final int PLAYS_A_TRANSACTION = 500;

    private final Database database;
    private final PlayRecorder recorder;
    private final PendingPlays pendingPlays;
    private final InstantSource clock;
    private final PlayStore plays = new PlayStore();
    private final HistoryPageStore pages = new HistoryPageStore();
    private final WatchedSummaryStore watched = new WatchedSummaryStore();
    private final WatchedLibraryStore library = new WatchedLibraryStore();

    public PlayHistory(Database database, PlayRecorder recorder, PendingPlays pendingPlays, InstantSource clock) {
        this.database = database;
        this.recorder = recorder;
        this.pendingPlays = pendingPlays;
        this.clock = clock;
    }

    /// Marks items as watched. Items that have plays keep them; if an item occurs more than once, the last
    /// counts. Repeating a call that was interrupted does no harm.
    ///
    /// @return the items that had no play before
    public Set<MediaId> seen(UserId user, Collection<MarkedWatched> all, @Nullable AppId app) {
        Instant now = clock.instant();
        Map<Watchable, MarkedWatched> last = new LinkedHashMap<>();
        all.forEach(seen -> last.put(seen.item(), seen));
        pendingPlays.flush(user);
        checkQuota(user, last.values());
        Set<MediaId> newlySeen = new HashSet<>();
        byPlays(last.values())
                .forEach(batch ->
                        newlySeen.addAll(database.write(tx -> recorder.markWatched(tx, user, batch, app, now))));
        return newlySeen;
    }

    /// Batches of at most 500 plays; an item with more plays is a batch of its own.
    private static List<List<MarkedWatched>> byPlays(Collection<MarkedWatched> all) {
        List<List<MarkedWatched>> chunks = new ArrayList<>();
        List<MarkedWatched> chunk = new ArrayList<>();
        int plays = 0;
        for (MarkedWatched seen : all) {
            if (!chunk.isEmpty() && plays + seen.times() > PLAYS_A_TRANSACTION) {
                chunks.add(chunk);
                chunk = new ArrayList<>();
                plays = 0;
            }
            chunk.add(seen);
            plays += seen.times();
        }
        if (!chunk.isEmpty()) {
            chunks.add(chunk);
        }
        return chunks;
    }

    /// Marks items as unseen and removes all their plays.
    ///
    /// @return the number of items that had plays
    public int unseen(UserId user, Collection<Watchable> items) {
        Instant now = clock.instant();
        pendingPlays.flush(user);
        return items.stream()
                .distinct()
                .gather(Gatherers.windowFixed(ITEMS_A_TRANSACTION))
                .mapToInt(batch -> database.write(tx -> recorder.markUnwatched(tx, user, batch, now)))
                .sum();
    }

    /// The summaries of these movies and episodes. Items never played and never marked are absent.
    public Map<MediaId, WatchedSummary> watched(ProfileView profile, Collection<? extends MediaId> items) {
        pendingPlays.flush(profile.owner(ProfileSection.HISTORY));
        return database.read(tx -> watched.of(tx, profile.owner(ProfileSection.HISTORY), items));
    }

    /// The plays of these kinds (movie, episode) and actions, newest first. Of several plays of an item at
    /// the same time, one.
    public List<Play> recent(ProfileView profile, Set<Kind> kinds, Set<PlayAction> actions, int limit) {
        pendingPlays.flush(profile.owner(ProfileSection.HISTORY));
        return database.read(tx -> plays.recent(tx, profile.owner(ProfileSection.HISTORY), kinds, actions, limit));
    }

    /// The plays that a filter selects, newest first, those of unknown time last.
    ///
    /// @param after where the last page ended
    public PlayPage page(ProfileView profile, PlayFilter filter, Optional<PlayPosition> after, int size) {
        UserId owner = profile.owner(ProfileSection.HISTORY);
        pendingPlays.flush(owner);
        return PlayPage.of(database.read(tx -> pages.page(tx, owner, filter, after, size + 1)), size);
    }

    /// One play of the user.
    public Optional<PlayEntry> play(ProfileView profile, long id) {
        UserId owner = profile.owner(ProfileSection.HISTORY);
        return database.read(tx -> pages.find(tx, owner, List.of(id))).stream().findFirst();
    }

    /// Deletions of several plays, which can be undone.
    public PlayDeletions deletions() {
        return recorder.deletions(database, clock);
    }

    /// Changes of the times of plays, which can be undone.
    public PlayTimes times() {
        return recorder.times(database, clock);
    }

    /// Plays of files.
    public PlayImports imports() {
        return recorder.imports();
    }

    /// The number of plays of the episodes of each show. Shows without plays are absent.
    public Map<ShowId, Integer> ofShows(ProfileView profile, Collection<ShowId> shows) {
        return database.read(tx -> watched.playsOfShows(tx, profile.owner(ProfileSection.HISTORY), shows));
    }

    /// The watched movies, by id.
    public List<MovieId> moviesWatched(ProfileView profile) {
        pendingPlays.flush(profile.owner(ProfileSection.HISTORY));
        return database.read(tx -> library.movies(tx, profile.owner(ProfileSection.HISTORY)));
    }

    /// The shows with at least one watched episode, by id.
    public List<ShowId> showsWatched(ProfileView profile) {
        pendingPlays.flush(profile.owner(ProfileSection.HISTORY));
        return database.read(tx -> library.shows(tx, profile.owner(ProfileSection.HISTORY)));
    }

    /// The watched episodes of these shows.
    public Map<ShowId, Set<EpisodeId>> watchedEpisodes(ProfileView profile, Collection<ShowId> shows) {
        pendingPlays.flush(profile.owner(ProfileSection.HISTORY));
        return database.read(tx -> library.watchedEpisodes(tx, profile.owner(ProfileSection.HISTORY), shows));
    }

    /// The shows with at least one episode that is marked as unseen.
    public List<ShowId> showsUnseen(ProfileView profile) {
        return database.read(tx -> library.showsUnseen(tx, profile.owner(ProfileSection.HISTORY)));
    }

    /// The episodes of these shows that are marked as unseen.
    public Map<ShowId, Set<EpisodeId>> unseenEpisodes(ProfileView profile, Collection<ShowId> shows) {
        return database.read(tx -> library.unseenEpisodes(tx, profile.owner(ProfileSection.HISTORY), shows));
    }

    private void checkQuota(UserId user, Collection<MarkedWatched> requested) {
        long more = requested.stream().mapToLong(MarkedWatched::times).sum();
        database.read(tx -> {
            recorder.refuseBeyondQuota(tx, user, more);
            return true;
        });
    }

    /// What a deleted account leaves in the tables of this feature.
    public static List<UserDataEraser> erasers() {
        return List.of(
                UserRows.of("play", "play_id").shownAs("plays"),
                UserRows.of("play_dedup", "kind", "item_id"),
                UserRows.of("play_month", "month"),
                UserRows.of("watched", "kind", "item_id"));
    }
}
