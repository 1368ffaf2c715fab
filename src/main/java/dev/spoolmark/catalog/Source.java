package dev.spoolmark.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Somebody outside who can tell what a movie or show is. Asking takes its time and never throws.
public interface Source {

    /// The name in settings and remarks.
    String name();

    boolean tellsOf(Kind kind);

    /// Until when it is left alone, after failures or because it asked for it.
    Optional<Instant> openUntil();

    Answer ask(Question question);

    /// What changed there in the last so much time, where it can say so.
    default List<Changes> changes(Duration lately) {
        return List.of();
    }
}
