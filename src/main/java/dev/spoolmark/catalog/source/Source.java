package dev.spoolmark.catalog.source;

import dev.spoolmark.catalog.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Somebody outside who can tell what a movie or show is. Asking takes its time and never throws.
public interface Source {

    /// The name in settings and remarks.
    String name();

    boolean supports(Kind kind);

    /// Until when it is left alone, after failures or because it asked for it.
    Optional<Instant> openUntil();

    SourceResult lookUp(SourceQuery question);

    /// What changed there in the last so much time, where it can say so.
    default List<SourceChanges> changesSince(Duration window) {
        return List.of();
    }
}
