package dev.spoolmark.hidden;

import dev.spoolmark.catalog.MediaId;
import java.time.Instant;

/// An item that is hidden from a section.
public record HiddenItem(MediaId item, Instant hiddenAt) {}
