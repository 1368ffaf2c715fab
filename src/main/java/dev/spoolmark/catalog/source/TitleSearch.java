package dev.spoolmark.catalog.source;

import java.util.List;

/// The response of a source to a search for titles.
public sealed interface TitleSearch {

    /// @param titles best first; may be empty
    record Hits(List<SourceTitle> titles) implements TitleSearch {

        public static final Hits NONE = new Hits(List.of());

        public Hits {
            titles = List.copyOf(titles);
        }
    }

    /// The source was not asked, or gave no usable response, for a reason in one line.
    record Unavailable(String reason) implements TitleSearch {}
}
