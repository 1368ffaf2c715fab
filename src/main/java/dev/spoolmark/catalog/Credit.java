package dev.spoolmark.catalog;

import org.jspecify.annotations.Nullable;

/// The job of a person in a movie or show; for an actor with the character.
public record Credit(Person person, String job, @Nullable String character) {}
