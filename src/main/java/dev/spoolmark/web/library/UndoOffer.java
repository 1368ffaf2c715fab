package dev.spoolmark.web.library;

import dev.spoolmark.web.PageRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The offer of a page to undo the last change of several entries.
///
/// @param undo for the form
/// @param message what was done
/// @param next address of the page
public record UndoOffer(String undo, String message, String next) {

    /// The offer for the change in the address, or null.
    ///
    /// @param next address of the page without the change
    static @Nullable UndoOffer of(PageRequest request, String next) {
        Optional<BulkUndo> changed = request.query("changed").flatMap(BulkUndo::parse);
        return changed.map(change -> new UndoOffer(change.text(), change.message(request.text()), next))
                .orElse(null);
    }
}
