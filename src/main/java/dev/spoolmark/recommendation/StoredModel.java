package dev.spoolmark.recommendation;

import java.time.Instant;

/// A model with what tells whether it still holds.
///
/// @param pass how often the catalogue had been written when it was learned; a store that counts less is an older
///     copy
record StoredModel(ItemModel model, Instant learned, long pass) {}
