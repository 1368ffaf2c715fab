package dev.spoolmark.catalog.edit;

import java.util.Map;
import java.util.Set;

/// The result of an edit.
public sealed interface EditResult {

    /// @param fields the changed fields, which are protected from now on; empty if nothing changed
    record Saved(EditedItem.Facts facts, Set<FactField> fields) implements EditResult {

        public Saved {
            fields = Set.copyOf(fields);
        }
    }

    /// The item has changed since the form was opened. Nothing was stored.
    record Outdated(EditedItem.Facts facts) implements EditResult {}

    /// Nothing was stored.
    record Rejected(EditedItem.Facts facts, Map<FactField, FactError> errors) implements EditResult {

        public Rejected {
            errors = Map.copyOf(errors);
        }
    }
}
