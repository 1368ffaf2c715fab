package dev.spoolmark.web.item;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row of the first page.
///
/// @param name of the section in texts and in the page: `up_next`
/// @param more address of the page with all of it, below the base path
public record HomeSection(String name, List<HomeCard> cards, String more) {

    static final String UP_NEXT = "up_next";
    static final String RESUME = "resume";

    public HomeSection {
        cards = List.copyOf(cards);
    }

    /// Whether each card stands for a show, whose episode changes when it was watched.
    public boolean isOfShows() {
        return name.equals(UP_NEXT);
    }

    /// The address of the form that takes an item off this section; null if there is none.
    public @Nullable String dismissAction() {
        return name.equals(RESUME) ? "/track/resume/delete" : null;
    }
}
