package dev.spoolmark.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An item or a user in the index.
///
/// @param names the title, then alternative titles
/// @param codes external ids, which find the item when the query consists of one
/// @param votes number of users who rated the item: of two equal hits, the one with more votes comes first
/// @param externalVotes number of votes at external sources, which decides between equal numbers of votes
/// @param searchable whether the item can be found
record IndexDocument(
        DocumentType type,
        long id,
        List<String> names,
        @Nullable Integer year,
        List<String> codes,
        long votes,
        long externalVotes,
        boolean searchable) {

    IndexDocument {
        names = List.copyOf(names);
        codes = List.copyOf(codes);
    }
}
