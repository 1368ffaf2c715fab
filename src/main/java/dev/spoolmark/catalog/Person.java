package dev.spoolmark.catalog;

import java.time.Instant;

/// A member of the cast or crew.
public record Person(PersonId id, Ids ids, String slug, String name, PersonFacts facts, Instant updatedAt) {

    public Person changedAt(Instant instant) {
        return new Person(id, ids, slug, name, facts, instant);
    }
}
