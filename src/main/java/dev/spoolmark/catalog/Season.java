package dev.spoolmark.catalog;

import dev.spoolmark.catalog.MediaId.SeasonId;
import dev.spoolmark.catalog.MediaId.ShowId;
import org.jspecify.annotations.Nullable;

/// A season of a show. Number 0 holds the specials.
public record Season(
        SeasonId id,
        ShowId show,
        int number,
        Ids ids,
        @Nullable String poster,
        boolean provisional) {}
