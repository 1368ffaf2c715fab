package dev.spoolmark.catalog.source;

import java.util.List;

/// What the sources know about a text.
///
/// @param titles best first, each movie and show once
/// @param silent the names of the sources that did not respond in time
/// @param isLimited whether nobody was asked, since the user or all users together have searched too often
public record SourceMatches(List<SourceTitle> titles, List<String> silent, boolean isLimited) {

    static final SourceMatches LIMITED = new SourceMatches(List.of(), List.of(), true);

    public SourceMatches {
        titles = List.copyOf(titles);
        silent = List.copyOf(silent);
    }
}
