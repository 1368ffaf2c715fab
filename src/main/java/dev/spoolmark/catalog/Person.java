package dev.spoolmark.catalog;

import java.time.Instant;

/// Somebody on screen or behind it.
public record Person(PersonId id, Ids ids, String slug, String name, PersonFacts facts, Instant updatedAt) {

    public Person changedAt(Instant instant) {
        return new Person(id, ids, slug, name, facts, instant);
    }
}
