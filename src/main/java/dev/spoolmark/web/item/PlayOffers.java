package dev.spoolmark.web.item;

import dev.spoolmark.account.Account;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.web.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Offers a play that a form has added to the friends whom the form names.
final class PlayOffers {

    private static final int MAX_FRIENDS = 20;

    private final ItemPageFeatures features;

    PlayOffers(ItemPageFeatures features) {
        this.features = features;
    }

    /// The fields `with` are names of friends. Whom the viewer may offer nothing gets nothing. A provisional
    /// item is offered to nobody, since it exists for the viewer alone.
    ///
    /// @param time when it was watched
    /// @param storedAt when the play of the viewer was stored
    void offer(PageRequest request, Watchable item, WatchedTime time, @Nullable Duration length, Instant storedAt) {
        List<String> names = request.form().all("with").stream()
                .distinct()
                .limit(MAX_FRIENDS)
                .toList();
        if (names.isEmpty()
                || !features.catalog().provisional(List.of(item.id())).isEmpty()) {
            return;
        }
        for (String name : names) {
            features.accounts()
                    .find(name)
                    .ifPresent(friend -> offer(request.account(), friend, item, time, length, storedAt));
        }
    }

    /// The play of the viewer is stored whether the friend can store it or not.
    private void offer(
            Account self,
            Account friend,
            Watchable item,
            WatchedTime time,
            @Nullable Duration length,
            Instant storedAt) {
        try {
            features.together().offer(self, friend.id(), item, time, length, storedAt);
        } catch (ProblemException rejected) {
            // The friend has the highest number of plays.
        }
    }
}
