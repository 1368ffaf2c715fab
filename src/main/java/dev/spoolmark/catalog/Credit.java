package dev.spoolmark.catalog;

import org.jspecify.annotations.Nullable;

/// That a person did a job in a movie or show; an actor as a character.
public record Credit(Person person, String job, @Nullable String character) {}
