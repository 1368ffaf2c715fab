package dev.spoolmark.catalog;

/// An episode that a source tells of without a place of its own: a special without a number, or the second with one
/// number.
///
/// @param what how to call it in a remark
public record LooseEpisode(String what, Ids ids, EpisodeFacts facts) {}
