package dev.spoolmark.catalog.source;

import dev.spoolmark.catalog.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An external provider of metadata. A lookup can take long and never throws.
public interface Source {

    /// @return the name in settings and warnings
    String name();

    boolean supports(Kind kind);

    /// @return until when no requests are sent to it, after failures or at its request
    Optional<Instant> openUntil();

    SourceResult lookUp(SourceQuery query);

    /// @return whether titles can be searched there with [#search]
    default boolean isSearchable() {
        return false;
    }

    /// Searches movies and shows by their titles. Can take long and never throws.
    default TitleSearch search(String text) {
        return TitleSearch.Hits.NONE;
    }

    /// @return what changed there within this time, if the source can say
    default List<SourceChanges> changesSince(Duration window) {
        return List.of();
    }
}
