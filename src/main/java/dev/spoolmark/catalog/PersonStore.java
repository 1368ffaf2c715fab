package dev.spoolmark.catalog;

import dev.spoolmark.catalog.ingest.IdAndGenreRows;
import dev.spoolmark.catalog.lookup.LookupKey;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/// Stores people.
public final class PersonStore {

    static final String COLUMNS = "p.person_id, p.slug, p.name, p.biography, p.birthday, p.birthplace, p.headshot, "
            + "p.updated_at, " + ColumnCodecs.ids(Kind.PERSON, "p.person_id");

    private static final String SAVE = String.format(Locale.ROOT, """
            INSERT INTO person (person_id, slug, name, name_key, biography, birthday, birthplace, headshot, updated_at,
                                revision)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, %s)
            ON CONFLICT (person_id) DO UPDATE SET
                name = excluded.name, name_key = excluded.name_key, biography = excluded.biography,
                birthday = excluded.birthday, birthplace = excluded.birthplace, headshot = excluded.headshot,
                updated_at = excluded.updated_at, revision = excluded.revision
            """, CatalogWriteLock.CURRENT_REVISION);

    private PersonStore() {}

    public static Map<Long, Person> get(Tx tx, Collection<Long> requested) {
        Map<Long, Person> found = new LinkedHashMap<>();
        requested.stream()
                .distinct()
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(batch -> tx.forEach(
                        "SELECT " + COLUMNS + " FROM person p WHERE p.person_id IN (" + Tx.placeholders(batch.size())
                                + ") ORDER BY p.person_id",
                        row -> found.put(row.getLong(1), person(row)),
                        Tx.padToPlaceholders(batch)));
        return found;
    }

    public static void save(Tx tx, Collection<Person> persons) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        IdAndGenreRows children = new IdAndGenreRows(Kind.PERSON);
        for (Person person : persons) {
            rows.add(row(person));
            children.add(person.id().value(), person.ids(), List.of());
        }
        tx.updateAll(SAVE, rows);
        children.replaceIds(tx);
    }

    /// Reads [#COLUMNS] from the first columns of a row.
    static Person person(Row row) {
        PersonFacts facts = new PersonFacts(
                row.textOrNull(4), ColumnCodecs.date(row.textOrNull(5)), row.textOrNull(6), row.textOrNull(7));
        return new Person(
                new PersonId(row.getLong(1)),
                Ids.parse(row.textOrNull(9)),
                row.getString(2),
                row.getString(3),
                facts,
                row.instant(8));
    }

    private static @Nullable Object[] row(Person person) {
        PersonFacts facts = person.facts();
        return new @Nullable Object[] {
            person.id().value(),
            person.slug(),
            person.name(),
            LookupKey.TitleKey.key(person.name()),
            facts.biography(),
            ColumnCodecs.text(facts.birthday()),
            facts.birthplace(),
            facts.headshot(),
            person.updatedAt()
        };
    }
}
