package dev.spoolmark.web.item;

import dev.spoolmark.catalog.Credit;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.web.Layout;
import java.util.List;

/// A member of the cast or crew on the page of a movie or show.
///
/// @param address of the page of the person, with the base path
/// @param role the character, or the job of a member who is no actor
public record CastLine(String address, String name, String role) {

    /// The most lines of a page.
    private static final int MAX_LINES = 100;

    static List<CastLine> of(ItemPageFeatures features, Layout layout, MediaId item) {
        return features.catalog().credits(item).stream()
                .limit(MAX_LINES)
                .map(credit -> new CastLine(
                        layout.link(ItemLinks.person(credit.person().slug())),
                        credit.person().name(),
                        role(credit)))
                .toList();
    }

    private static String role(Credit credit) {
        String character = credit.character();
        return character == null || character.isEmpty() ? credit.job() : character;
    }
}
