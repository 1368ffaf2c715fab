package dev.spoolmark.app.demo;

import dev.spoolmark.account.AppId;
import dev.spoolmark.account.UserId;
import dev.spoolmark.history.MarkedWatched;
import dev.spoolmark.scrobble.PlaybackReport;
import java.util.List;

/// Reports the viewings of a user, each at its time.
///
/// @param app the application that reports them
record DemoPlays(PastFeatures features, UserId user, AppId app) {

    /// @throws IllegalStateException if a viewing is not stored as a play of its own
    void report(List<Viewing> viewings) {
        viewings.forEach(viewing -> {
            if (!isStored(viewing)) {
                throw new IllegalStateException("not stored: " + viewing);
            }
        });
    }

    private boolean isStored(Viewing viewing) {
        PlaybackReport report = new PlaybackReport(
                viewing.viewable().item(), null, viewing.viewable().runtime(), PlaybackReport.MAX_PERCENT, app);
        PastFeatures ended = features.at(viewing.endsAt());
        return switch (viewing.action()) {
            case SCROBBLE -> ended.scrobbles().scrobble(user, report);
            case CHECKIN -> {
                features.at(viewing.startsAt()).scrobbles().checkIn(user, report);
                features.at(viewing.endsAt()).expiredCheckins().flush(user);
                yield true;
            }
            case SEEN ->
                !ended.plays()
                        .seen(user, List.of(MarkedWatched.once(report.item(), viewing.endsAt())), app)
                        .isEmpty();
        };
    }
}
