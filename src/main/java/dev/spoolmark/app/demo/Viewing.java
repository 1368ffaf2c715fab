package dev.spoolmark.app.demo;

import dev.spoolmark.history.PlayAction;
import java.time.Instant;

/// One viewing of a movie or an episode, from beginning to end.
///
/// @param isFirst whether the user has not seen it before
record Viewing(DemoTitles.Viewable viewable, Instant startsAt, PlayAction action, boolean isFirst) {

    Instant endsAt() {
        return startsAt.plus(viewable.runtime());
    }

    /// The time of the play: a check-in counts from its beginning.
    Instant watchedAt() {
        return action == PlayAction.CHECKIN ? startsAt : endsAt();
    }
}
