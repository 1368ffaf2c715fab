package dev.spoolmark.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing as the index knows it.
///
/// @param names what it is called; the first is its title, the others are its titles elsewhere
/// @param codes ids that others give it, which find it when typed alone
/// @param votes how many people have an opinion of it: of two equal hits, the better known comes first
/// @param renown how many elsewhere do, which decides between those that as many here know
/// @param listed whether it may be found at all
record IndexDocument(
        DocumentType subject,
        long id,
        List<String> names,
        @Nullable Integer year,
        List<String> codes,
        long votes,
        long renown,
        boolean listed) {

    IndexDocument {
        names = List.copyOf(names);
        codes = List.copyOf(codes);
    }
}
