package dev.spoolmark.transfer.format.watcharr;

import dev.spoolmark.history.WatchedTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The log of a movie or show, oldest entry first.
///
/// @param zone of the days on which entries were made
record WatcharrActivities(List<WatcharrActivity> all, ZoneId zone) {

    private static final Comparator<WatcharrActivity> BY_TIME =
            Comparator.comparing(activity -> Objects.requireNonNullElse(activity.createdAt(), Instant.MIN));

    static WatcharrActivities of(JsonNode row, ZoneId zone) {
        List<WatcharrActivity> all = new ArrayList<>();
        row.path("activity").forEach(activity -> all.add(WatcharrActivity.of(activity)));
        all.sort(BY_TIME);
        return new WatcharrActivities(all, zone);
    }

    /// Entries that Watcharr counts as plays.
    List<WatcharrActivity> counted() {
        return all.stream().filter(WatcharrActivity::isCounted).toList();
    }

    /// Entries that say that the movie or the whole show was watched.
    List<WatcharrActivity> finished() {
        return all.stream().filter(WatcharrActivity::isFinishedTitle).toList();
    }

    /// The times that the user has entered for plays of an episode.
    List<WatchedTime> customTimes(int season, int number) {
        return all.stream()
                .filter(activity -> activity.isFinished(season, number))
                .map(WatcharrActivity::customTime)
                .filter(time -> !time.isUnknown())
                .toList();
    }

    /// When something was watched: the time that the user has entered, or else the day of the entry.
    WatchedTime time(WatcharrActivity activity) {
        if (!activity.customTime().isUnknown()) {
            return activity.customTime();
        }
        return activity.isImported() ? WatchedTime.UNKNOWN : day(activity.createdAt());
    }

    /// The day on which something was marked as watched. Unknown on the day of an import into Watcharr.
    WatchedTime day(@Nullable Instant createdAt) {
        if (createdAt == null) {
            return WatchedTime.UNKNOWN;
        }
        LocalDate day = LocalDate.ofInstant(createdAt, zone);
        boolean isImported = all.stream()
                .filter(WatcharrActivity::isImported)
                .map(WatcharrActivity::createdAt)
                .filter(Objects::nonNull)
                .anyMatch(at -> LocalDate.ofInstant(at, zone).equals(day));
        return isImported ? WatchedTime.UNKNOWN : WatchedTime.of(day);
    }

    /// When the rating was last changed; null if the log does not say.
    @Nullable
    Instant ratedAt() {
        return all.stream()
                .filter(WatcharrActivity::isRating)
                .reduce((before, after) -> after)
                .map(activity -> activity.customTime().isUnknown()
                        ? activity.createdAt()
                        : activity.customTime().at())
                .orElse(null);
    }
}
