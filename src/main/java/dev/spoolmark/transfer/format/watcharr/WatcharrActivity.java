package dev.spoolmark.transfer.format.watcharr;

import static dev.spoolmark.transfer.file.JsonElements.text;

import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.transfer.file.CellValues;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An entry of the log of a movie or show.
///
/// @param type such as `ADDED_WATCHED`, `STATUS_CHANGED` or `EPISODE_ADDED`
/// @param data details: a word, or JSON in a string
/// @param createdAt when the user entered it; null if unknown
/// @param customTime when the user says it was; unknown if the user says nothing
record WatcharrActivity(String type, String data, @Nullable Instant createdAt, WatchedTime customTime) {

    private static final Pattern FINISHED = Pattern.compile("\"?FINISHED\"?|.*\"status\"\\s*:\\s*\"FINISHED\".*");
    private static final Pattern SEASON = Pattern.compile("\"season\"\\s*:\\s*\"?(\\d{1,6})");
    private static final Pattern EPISODE = Pattern.compile("\"episode\"\\s*:\\s*\"?(\\d{1,6})");

    static WatcharrActivity of(JsonNode row) {
        return new WatcharrActivity(
                text(row, "type"),
                text(row, "data"),
                CellValues.instant(text(row, "createdAt")),
                CellValues.time(text(row, "customDate"), ZoneOffset.UTC).orElse(WatchedTime.UNKNOWN));
    }

    private boolean isFinished() {
        return FINISHED.matcher(data.strip()).matches();
    }

    /// Whether the movie or the whole show was marked as watched.
    boolean isFinishedTitle() {
        return isFinished() && !type.startsWith("EPISODE") && !type.startsWith("SEASON");
    }

    boolean isFinished(int season, int number) {
        return type.startsWith("EPISODE")
                && isFinished()
                && is(SEASON.matcher(data), season)
                && is(EPISODE.matcher(data), number);
    }

    private static boolean is(Matcher found, int number) {
        return found.find() && Integer.valueOf(number).equals(CellValues.count(found.group(1)));
    }

    /// Whether an import into Watcharr made it, so that its time is not one of the user.
    boolean isImported() {
        return type.startsWith("IMPORTED");
    }

    boolean isRating() {
        return type.contains("RATING_CHANGED") && !type.startsWith("EPISODE") && !type.startsWith("SEASON");
    }
}
