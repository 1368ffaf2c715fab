package dev.spoolmark.history;

import dev.spoolmark.catalog.MediaId;
import java.time.Instant;

/// That somebody watched something, once.
///
/// @param id unique among everybody's plays; a later play has a higher one
public record Play(long id, MediaId item, Instant watchedAt, PlayAction action) {}
