package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.CreditStore.CreditRow;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.Person;
import dev.spoolmark.catalog.PersonId;
import dev.spoolmark.catalog.PersonStore;
import dev.spoolmark.catalog.ingest.ImportResult.Result;
import dev.spoolmark.catalog.ingest.SourceItem.CreditItem;
import dev.spoolmark.catalog.ingest.SourceItem.PersonItem;
import dev.spoolmark.catalog.lookup.SlugCandidates;
import dev.spoolmark.catalog.lookup.SlugStore;
import dev.spoolmark.catalog.merge.ItemMatcher;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Imports people in one transaction.
final class PersonImport {

    private final Tx tx;
    private final Instant now;
    private final MergePolicy policy;
    private final Map<PersonItem, Long> persons = new HashMap<>();

    PersonImport(Tx tx, Instant now, MergePolicy policy) {
        this.policy = policy;
        this.tx = tx;
        this.now = now;
    }

    /// @param items no two with a common name or id
    List<ImportResult> apply(List<PersonItem> items) {
        ItemMatcher matcher = new ItemMatcher(tx, Kind.PERSON, items, policy);
        Map<Long, Person> existing = PersonStore.get(
                tx, items.stream().flatMap(item -> matcher.find(item).stream()).toList());
        EditedFactGuard edited = EditedFactGuard.of(tx, Kind.PERSON, existing.keySet());
        List<Person> changed = new ArrayList<>();
        List<ImportResult> results = new ArrayList<>();
        for (PersonItem item : items) {
            Person before = matcher.find(item).map(existing::get).orElse(null);
            results.add(
                    importPerson(item, before == null ? item : edited.protect(item, before), before, matcher, changed));
        }
        PersonStore.save(tx, changed);
        return results;
    }

    /// Adds the people of these credits that do not exist.
    void addAll(Collection<CreditItem> credits) {
        List<PersonItem> requested = credits.stream()
                .map(CreditItem::person)
                .filter(person -> person.name() != null || !person.ids().isEmpty())
                .distinct()
                .toList();
        ImportBatches.of(requested).forEach(this::apply);
    }

    List<CreditRow> rows(List<CreditItem> credits) {
        List<CreditRow> rows = new ArrayList<>();
        for (CreditItem credit : credits) {
            Long person = persons.get(credit.person());
            if (person != null) {
                rows.add(new CreditRow(person, credit.job(), credit.character()));
            }
        }
        return rows;
    }

    private ImportResult importPerson(
            PersonItem source, PersonItem item, @Nullable Person before, ItemMatcher matcher, List<Person> changed) {
        String name = before == null ? item.name() : policy.choose(before.name(), item.name());
        if (name == null) {
            return ImportResult.rejected("a new person needs a name");
        }
        List<String> warnings = new ArrayList<>();
        long id = before == null ? tx.newId("item") : before.id().value();
        persons.put(source, id);
        Ids ids = matcher.claim(id, name, item.ids(), warnings);
        if (before == null) {
            String slug = SlugStore.claim(tx, Kind.PERSON, id, SlugCandidates.ofPerson(id, name));
            changed.add(new Person(new PersonId(id), ids, slug, name, item.facts(), now));
            return new ImportResult(Result.ADDED, warnings);
        }
        Person after = new Person(
                before.id(),
                policy.isSource() ? before.ids().merge(ids) : ids.merge(before.ids()),
                before.slug(),
                name,
                policy.isSource()
                        ? before.facts().merge(item.facts())
                        : item.facts().merge(before.facts()),
                before.updatedAt());
        if (Objects.equals(after, before)) {
            return new ImportResult(Result.UNCHANGED, warnings);
        }
        changed.add(after.changedAt(UpdatedAtRule.of(before.updatedAt(), null, now)));
        return new ImportResult(Result.UPDATED, warnings);
    }
}
