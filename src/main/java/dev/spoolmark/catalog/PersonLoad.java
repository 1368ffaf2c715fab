package dev.spoolmark.catalog;

import dev.spoolmark.catalog.CatalogItem.CreditItem;
import dev.spoolmark.catalog.CatalogItem.PersonItem;
import dev.spoolmark.catalog.CreditStore.Line;
import dev.spoolmark.catalog.Loaded.Result;
import dev.spoolmark.store.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Takes people from a source into the catalogue, for one transaction.
final class PersonLoad {

    private final Tx tx;
    private final Instant now;
    private final Precedence precedence;
    private final Map<PersonItem, Long> people = new HashMap<>();

    PersonLoad(Tx tx, Instant now, Precedence precedence) {
        this.precedence = precedence;
        this.tx = tx;
        this.now = now;
    }

    /// No two of the items have a name or an id in common.
    List<Loaded> apply(List<PersonItem> items) {
        Identity identity = new Identity(tx, Kind.PERSON, items, precedence);
        Map<Long, Person> standing = PersonStore.get(
                tx, items.stream().flatMap(item -> identity.find(item).stream()).toList());
        List<Person> changed = new ArrayList<>();
        List<Loaded> outcome = new ArrayList<>();
        for (PersonItem item : items) {
            Person before = identity.find(item).map(standing::get).orElse(null);
            outcome.add(one(item, before, identity, changed));
        }
        PersonStore.save(tx, changed);
        return outcome;
    }

    /// Makes sure that all people of these credits are there.
    void addAll(Collection<CreditItem> credits) {
        List<PersonItem> wanted = credits.stream()
                .map(CreditItem::person)
                .filter(person -> person.name() != null || !person.ids().isEmpty())
                .distinct()
                .toList();
        Portions.of(wanted).forEach(this::apply);
    }

    List<Line> lines(List<CreditItem> credits) {
        List<Line> lines = new ArrayList<>();
        for (CreditItem credit : credits) {
            Long person = people.get(credit.person());
            if (person != null) {
                lines.add(new Line(person, credit.job(), credit.character()));
            }
        }
        return lines;
    }

    private Loaded one(PersonItem item, @Nullable Person before, Identity identity, List<Person> changed) {
        String name = before == null ? item.name() : precedence.later(before.name(), item.name());
        if (name == null) {
            return Loaded.refused("a new person needs a name");
        }
        List<String> remarks = new ArrayList<>();
        long id = before == null ? tx.newId("item") : before.id().value();
        people.put(item, id);
        Ids ids = identity.claim(id, name, item.ids(), remarks);
        if (before == null) {
            String slug = NameStore.claimSlug(tx, Kind.PERSON, id, Slugs.ofPerson(id, name));
            changed.add(new Person(new PersonId(id), ids, slug, name, item.facts(), now));
            return new Loaded(Result.ADDED, remarks);
        }
        Person after = new Person(
                before.id(),
                precedence.isSource() ? before.ids().merge(ids) : ids.merge(before.ids()),
                before.slug(),
                name,
                precedence.isSource()
                        ? before.facts().merge(item.facts())
                        : item.facts().merge(before.facts()),
                before.updatedAt());
        if (Objects.equals(after, before)) {
            return new Loaded(Result.UNCHANGED, remarks);
        }
        changed.add(after.changedAt(Stamp.of(before.updatedAt(), null, now)));
        return new Loaded(Result.UPDATED, remarks);
    }
}
