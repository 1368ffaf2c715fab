package dev.spoolmark.app.jobs;

import dev.spoolmark.catalog.ingest.DatasetStatus;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The state of a dataset directory, as `catalog status` prints it.
public final class ImdbStatusText {

    private ImdbStatusText() {}

    /// @param status state stored by a server, if any has checked the directory
    public static List<String> of(Path folder, Optional<DatasetStatus> status) {
        List<String> lines = new ArrayList<>();
        lines.add(ImdbRefresh.IMDB + ": " + folder
                + " is imported when its files change (unset sources.imdb.folder to turn this off)");
        status.filter(DatasetStatus::running).ifPresent(_ -> lines.add(ImdbRefresh.IMDB + " is being imported"));
        status.ifPresent(state -> lines.addAll(lastResults(state)));
        if (lines.size() == 1) {
            lines.add(ImdbRefresh.IMDB + " was not imported yet");
        }
        return lines;
    }

    private static List<String> lastResults(DatasetStatus state) {
        List<String> lines = new ArrayList<>();
        Instant loadedAt = state.loadedAt();
        if (loadedAt != null) {
            lines.add(ImdbRefresh.IMDB + " was last imported at " + format(loadedAt) + ": " + state.outcome());
        }
        Instant errorAt = state.errorAt();
        if (errorAt != null) {
            lines.add(ImdbRefresh.IMDB + " could not be imported at " + format(errorAt) + ": " + state.error()
                    + "; next attempt " + nextAttempt(state, errorAt));
        }
        return lines;
    }

    /// If the check itself failed, the next check tries again.
    private static String nextAttempt(DatasetStatus state, Instant errorAt) {
        return state.dueAt().isAfter(errorAt) ? "after " + format(state.dueAt()) : "every minute";
    }

    private static String format(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
