package dev.spoolmark.lists;

/// A slug that leads to a list: the present one or a former one.
public record ListSlug(String slug, ListId list) {}
