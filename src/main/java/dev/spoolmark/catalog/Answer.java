package dev.spoolmark.catalog;

import java.util.List;

/// What a source says to a question.
public sealed interface Answer {

    /// It knows the thing.
    ///
    /// @param loose episodes that have no place of their own there
    /// @param remarks what of it could not be read, one line each
    record Told(CatalogItem item, List<LooseEpisode> loose, List<String> remarks) implements Answer {

        public Told {
            loose = List.copyOf(loose);
            remarks = List.copyOf(remarks);
        }
    }

    /// It does not know the thing; the remarks say so where more is to be said.
    record Unknown(List<String> remarks) implements Answer {

        public static final Unknown PLAIN = new Unknown(List.of());

        public Unknown {
            remarks = List.copyOf(remarks);
        }
    }

    /// It could not be asked, for a reason in one line.
    record Failed(String reason) implements Answer {}
}
