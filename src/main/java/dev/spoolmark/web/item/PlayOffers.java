package dev.spoolmark.web.item;

import dev.spoolmark.account.Account;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.history.MarkedWatched;
import dev.spoolmark.history.PlayEntry;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.together.OfferedPlay;
import dev.spoolmark.web.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Offers the plays that a form has added to the friends whom the form names.
final class PlayOffers {

    private static final int MAX_FRIENDS = 20;
    private static final int MAX_PLAYS = 100;

    private final ItemPageFeatures features;

    PlayOffers(ItemPageFeatures features) {
        this.features = features;
    }

    /// Offers a single play.
    ///
    /// @param time when it was watched
    /// @param storedAt when the play of the viewer was stored
    void offer(PageRequest request, Watchable item, WatchedTime time, @Nullable Duration length, Instant storedAt) {
        offer(request, () -> List.of(new OfferedPlay(item, time, length)), storedAt);
    }

    /// Offers the plays of episodes that a form has added together, at most 100.
    ///
    /// @param storedAt when the plays of the viewer were stored
    void offer(PageRequest request, Show show, List<MarkedWatched> episodes, Instant storedAt) {
        List<EpisodeId> ids = episodes.stream()
                .flatMap(mark -> mark.item().id() instanceof EpisodeId id ? Stream.of(id) : Stream.empty())
                .toList();
        offer(
                request,
                () -> {
                    List<PlayEntry> added = features
                            .plays()
                            .added(request.account().id(), ids, storedAt)
                            .stream()
                            .limit(MAX_PLAYS)
                            .toList();
                    Map<EpisodeId, Episode> full = features.catalog().episodes(ids);
                    return added.stream()
                            .map(play -> new OfferedPlay(play.item(), play.time(), length(show, full, play)))
                            .toList();
                },
                storedAt);
    }

    private static @Nullable Duration length(Show show, Map<EpisodeId, Episode> full, PlayEntry play) {
        return play.item().id() instanceof EpisodeId id
                ? Optional.ofNullable(full.get(id))
                        .flatMap(episode -> episode.length(show))
                        .orElse(null)
                : null;
    }

    /// The fields `with` are names of friends. Whom the viewer may offer nothing gets nothing. A provisional
    /// item is offered to nobody, since it exists for the viewer alone.
    private void offer(PageRequest request, Supplier<List<OfferedPlay>> plays, Instant storedAt) {
        List<String> names = request.form().all("with").stream()
                .distinct()
                .limit(MAX_FRIENDS)
                .toList();
        if (names.isEmpty()) {
            return;
        }
        List<OfferedPlay> all = plays.get();
        Set<MediaId> provisional = Set.copyOf(features.catalog()
                .provisional(all.stream().map(play -> play.item().id()).toList()));
        List<OfferedPlay> known = all.stream()
                .filter(play -> !provisional.contains(play.item().id()))
                .toList();
        if (!known.isEmpty()) {
            for (String name : names) {
                features.accounts().find(name).ifPresent(friend -> offer(request.account(), friend, known, storedAt));
            }
        }
    }

    /// The play of the viewer is stored whether the friend can store it or not.
    private void offer(Account self, Account friend, List<OfferedPlay> plays, Instant storedAt) {
        try {
            features.together().offer(self, friend.id(), plays, storedAt);
        } catch (ProblemException rejected) {
            // The friend has the highest number of plays.
        }
    }
}
