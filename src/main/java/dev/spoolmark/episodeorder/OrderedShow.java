package dev.spoolmark.episodeorder;

import dev.spoolmark.catalog.MediaId;
import java.time.Instant;

/// A show whose episodes a user wants in the order in which they aired.
///
/// @param setAt when the user chose it
public record OrderedShow(MediaId show, Instant setAt) {}
