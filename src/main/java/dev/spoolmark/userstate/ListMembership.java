package dev.spoolmark.userstate;

/// A list of a user, and whether one item is on it.
///
/// @param slug identifies the list among those of the user
public record ListMembership(String slug, String name, boolean contains) {}
