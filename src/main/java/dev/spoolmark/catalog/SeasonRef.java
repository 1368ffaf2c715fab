package dev.spoolmark.catalog;

/// A reference to a season by its show and number. Number 0 is the season of specials.
public record SeasonRef(ShowRef show, int number) implements ItemRef {}
