package dev.spoolmark.app;

import dev.spoolmark.catalog.BaseState;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How it stands with a folder that the server keeps up with, as `catalog status` says it.
final class BaseLines {

    private BaseLines() {}

    /// @param known what a server left word of, if any has looked at the folder yet
    static List<String> of(Path folder, Optional<BaseState> known) {
        List<String> lines = new ArrayList<>();
        lines.add(BaseRefresh.IMDB + ": " + folder
                + " is loaded when its files change (to leave sources.imdb.folder unset ends that)");
        known.filter(BaseState::underWay).ifPresent(_ -> lines.add(BaseRefresh.IMDB + " is being loaded"));
        known.ifPresent(state -> lines.addAll(past(state)));
        if (lines.size() == 1) {
            lines.add(BaseRefresh.IMDB + " was not loaded yet");
        }
        return lines;
    }

    private static List<String> past(BaseState state) {
        List<String> lines = new ArrayList<>();
        Instant loadedAt = state.loadedAt();
        if (loadedAt != null) {
            lines.add(BaseRefresh.IMDB + " was last loaded at " + told(loadedAt) + ": " + state.outcome());
        }
        Instant errorAt = state.errorAt();
        if (errorAt != null) {
            lines.add(BaseRefresh.IMDB + " could not be loaded at " + told(errorAt) + ": " + state.error()
                    + "; tried again " + next(state, errorAt));
        }
        return lines;
    }

    /// What could not even be looked at is tried again with the next look.
    private static String next(BaseState state, Instant errorAt) {
        return state.dueAt().isAfter(errorAt) ? "after " + told(state.dueAt()) : "every minute";
    }

    private static String told(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
