package dev.spoolmark.web.item;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The part of the search page with titles at the sources.
///
/// @param names of the sources, as a text
/// @param text what was searched for
/// @param address of the page on which the sources have been asked
/// @param isSearched whether they have been asked
/// @param hits what they found
/// @param messages which sources did not respond, or that nothing was found
public record SourceTitleView(
        String names, String text, String address, boolean isSearched, List<Hit> hits, List<String> messages) {

    public SourceTitleView {
        hits = List.copyOf(hits);
        messages = List.copyOf(messages);
    }

    /// A title at a source.
    ///
    /// @param detail kind, year and source
    /// @param address of its page, with the base path; null if it is not in the catalog
    /// @param kind `movie` or `show`
    /// @param id at the source: `tmdb:272`
    public record Hit(String title, String detail, @Nullable String address, String kind, String id) {}
}
