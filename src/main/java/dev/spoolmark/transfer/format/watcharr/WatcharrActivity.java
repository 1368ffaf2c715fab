package dev.spoolmark.transfer.format.watcharr;

import static dev.spoolmark.transfer.file.JsonElements.text;

import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.transfer.file.CellValues;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
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
/// @param isCounted whether Watcharr counts it as a play, which versions since 2026 write
/// @param isImported whether an import into Watcharr made it, so that its time of creation is not one of the user
record WatcharrActivity(
        String type,
        String data,
        @Nullable Instant createdAt,
        WatchedTime customTime,
        boolean isCounted,
        boolean isImported) {

    private static final String IMPORTED = "IMPORTED";

    /// An entry for each play that an import knew, with its time and often without data.
    private static final String IMPORTED_PLAY = "IMPORTED_ADDED_WATCHED";

    /// Numbers of the imports that make entries: of files, of Jellyfin and of Plex.
    private static final Set<String> IMPORTS = Set.of("2", "3", "5");

    private static final Pattern FINISHED = Pattern.compile("\"?FINISHED\"?|.*\"status\"\\s*:\\s*\"FINISHED\".*");
    private static final Pattern SEASON = Pattern.compile("\"season\"\\s*:\\s*\"?(\\d{1,6})");
    private static final Pattern EPISODE = Pattern.compile("\"episode\"\\s*:\\s*\"?(\\d{1,6})");

    static WatcharrActivity of(JsonNode row) {
        String type = text(row, "type");
        return new WatcharrActivity(
                type,
                text(row, "data"),
                CellValues.instant(text(row, "createdAt")),
                CellValues.time(text(row, "customDate"), ZoneOffset.UTC).orElse(WatchedTime.UNKNOWN),
                CellValues.isTrue(text(row, "countAsPlay")),
                type.startsWith(IMPORTED) || IMPORTS.contains(text(row, "createdBy")));
    }

    private boolean isFinished() {
        return (type.startsWith(IMPORTED_PLAY) && data.isEmpty())
                || FINISHED.matcher(data.strip()).matches();
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

    boolean isRating() {
        return type.equals("RATING_CHANGED") || type.equals("IMPORTED_RATING");
    }
}
