package dev.spoolmark.catalog;

import dev.spoolmark.catalog.ingest.InputCleaner;
import dev.spoolmark.catalog.lookup.SlugStore;
import dev.spoolmark.db.Database;
import java.util.List;
import java.util.Optional;

/// Finds people and what they worked on. People come from sources only, so all users may see them.
public final class PersonLookup {

    /// The most credits of a person that are read.
    private static final int MAX_CREDITS = 500;

    private final Database database;

    public PersonLookup(Database database) {
        this.database = database;
    }

    /// The person that a slug leads to or ever led to.
    ///
    /// @param slug in any case
    public Optional<Person> find(String slug) {
        String clean = InputCleaner.slug(slug);
        return clean == null
                ? Optional.empty()
                : database.read(tx -> SlugStore.find(tx, Kind.PERSON, clean)
                        .flatMap(id -> Optional.ofNullable(
                                PersonStore.get(tx, List.of(id)).get(id))));
    }

    /// The movies and shows of a person, at most 500 credits, by kind and id.
    public List<PersonCredit> credits(PersonId person) {
        return database.read(tx -> CreditStore.ofPerson(tx, person, MAX_CREDITS));
    }
}
