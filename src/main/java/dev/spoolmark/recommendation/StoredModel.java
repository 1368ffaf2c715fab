package dev.spoolmark.recommendation;

import java.time.Instant;

/// A model with the data that decides whether it is current.
///
/// @param revision the catalog revision at the training; a database with a lower revision is an older copy
record StoredModel(ItemModel model, Instant trainedAt, long revision) {}
