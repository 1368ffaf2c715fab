package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.Ids;

/// An episode that a source tells of without a place of its own: a special without a number, or the second with one
/// number.
///
/// @param what how to call it in a remark
public record UnplacedEpisode(String what, Ids ids, EpisodeFacts facts) {}
