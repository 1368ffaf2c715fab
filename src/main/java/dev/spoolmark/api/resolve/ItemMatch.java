package dev.spoolmark.api.resolve;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.core.Problem;

/// What one [ItemRequest] resolved to.
public sealed interface ItemMatch {

    record Found(MediaId item) implements ItemMatch {}

    record Missing(Problem reason) implements ItemMatch {}
}
