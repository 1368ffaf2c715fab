package dev.spoolmark.catalog;

import org.jspecify.annotations.Nullable;

/// The job of a person in one movie or show; for an actor with the character.
public record PersonCredit(
        MediaId item, String job, @Nullable String character) {}
