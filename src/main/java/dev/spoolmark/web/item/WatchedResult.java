package dev.spoolmark.web.item;

import dev.spoolmark.web.UndoToken;

/// What a form that marks items as watched has done.
sealed interface WatchedResult {

    /// Plays were added, now or by an earlier delivery of the same form.
    record Added(UndoToken undo) implements WatchedResult {}

    /// Nothing was added.
    ///
    /// @param notice name of a text whose key begins with `notice.`
    record Nothing(String notice) implements WatchedResult {}

    /// Nothing was added, since the date of the form is wrong; the form has the error.
    record WrongDate() implements WatchedResult {}
}
