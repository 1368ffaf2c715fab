package dev.spoolmark.web.library;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.web.item.ItemFormKeys;
import java.util.List;

/// Ids of items in forms: `movie-12`.
final class ItemKeys {

    private ItemKeys() {}

    static String text(MediaId item) {
        return ItemFormKeys.of(item);
    }

    /// @throws ProblemException with [Problem.Invalid] if it is no such text
    static MediaId parse(String text) {
        return ItemFormKeys.parse(text).orElseThrow(() -> new ProblemException(new Problem.Invalid("item")));
    }

    /// @throws ProblemException with [Problem.Invalid] if one is no such text
    static List<MediaId> parse(List<String> texts) {
        return texts.stream().map(ItemKeys::parse).distinct().toList();
    }
}
