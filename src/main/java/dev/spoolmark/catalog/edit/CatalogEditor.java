package dev.spoolmark.catalog.edit;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.audit.Audit;
import dev.spoolmark.account.audit.AuditAction;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.CatalogWriteLock;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.edit.EditResult.Outdated;
import dev.spoolmark.catalog.edit.EditResult.Rejected;
import dev.spoolmark.catalog.edit.EditResult.Saved;
import dev.spoolmark.catalog.ingest.InputCleaner;
import dev.spoolmark.catalog.lookup.ExternalIdStore;
import dev.spoolmark.catalog.lookup.ItemTitleStore;
import dev.spoolmark.catalog.lookup.LookupKey.ExternalId;
import dev.spoolmark.catalog.source.SourceJobStore;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.Sha256;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Edits facts of items by hand. An edited field keeps its value, also an empty one, whatever sources and files
/// provide, until it is released. Each edit is in the security log.
public final class CatalogEditor {

    private static final int VERSION_LENGTH = 16;
    private static final int LONGEST_LOGGED_VALUE = 60;
    private static final int LONGEST_LOGGED_LINE = 900;

    private final Database database;
    private final InstantSource clock;
    private final Catalog catalog;
    private final Audit audit;

    public CatalogEditor(Database database, InstantSource clock, Catalog catalog, Audit audit) {
        this.database = database;
        this.clock = clock;
        this.catalog = catalog;
        this.audit = audit;
    }

    /// The facts of an item; empty if it does not exist, or was merged into another.
    public Optional<EditedItem.Facts> find(EditedItem item) {
        return database.read(tx -> EditableItem.find(tx, item).map(found -> facts(tx, item, found)));
    }

    /// When each edited field of an item was edited last.
    public Map<FactField, Instant> edited(EditedItem item) {
        return database.read(tx -> EditedFactStore.times(tx, item));
    }

    /// The items with edited fields, the newest edit first.
    public List<EditedItem.Facts> newest(int limit) {
        return database.read(tx -> EditedFactStore.newest(tx, limit).stream()
                .flatMap(item -> EditableItem.find(tx, item).map(found -> facts(tx, item, found)).stream())
                .toList());
    }

    private static EditedItem.Facts facts(Tx tx, EditedItem item, EditableItem found) {
        Map<FactField, String> texts = found.texts();
        return new EditedItem.Facts(
                item,
                ItemTitleStore.nameOf(tx, item.kind(), item.id()),
                found.path(),
                texts,
                found.isProvisional(),
                version(texts));
    }

    private static String version(Map<FactField, String> texts) {
        String all = texts.entrySet().stream()
                .map(entry -> entry.getKey().key() + "=" + entry.getValue())
                .collect(Collectors.joining("\0"));
        return Sha256.hex(all).substring(0, VERSION_LENGTH);
    }

    /// Stores the values of a form. Changed fields are protected from now on.
    ///
    /// @param version of the facts that the form was opened with
    /// @param values of all fields of the kind
    /// @throws ProblemException with [Problem.NotFound] if the item does not exist, with [Problem.NotAllowed] if
    ///     the account is not an administrator
    public EditResult edit(
            EditedItem item, String version, Map<FactField, String> values, Account administrator, Actor by) {
        administrator.requireAdministrator();
        EditResult result = database.write(tx -> {
            CatalogWriteLock.lockAndIncrement(tx);
            return edit(tx, item, version, values, administrator, by);
        });
        catalog.invalidateAll();
        return result;
    }

    private EditResult edit(
            Tx tx, EditedItem item, String version, Map<FactField, String> values, Account administrator, Actor by) {
        EditableItem before = EditableItem.find(tx, item).orElseThrow(() -> notFound(item.kind()));
        EditedItem.Facts current = facts(tx, item, before);
        if (!current.version().equals(version)) {
            return new Outdated(current);
        }
        Instant now = clock.instant();
        FactValues read = new FactValues(values);
        EditableItem after = before.with(read, now);
        Map<FactField, FactError> errors = new EnumMap<>(FactField.class);
        errors.putAll(read.errors());
        taken(tx, item, after).forEach(errors::putIfAbsent);
        if (!errors.isEmpty()) {
            return new Rejected(current, errors);
        }
        Set<FactField> changed = differences(before.texts(), after.texts());
        if (changed.isEmpty()) {
            return new Saved(current, changed);
        }
        after.save(tx, before);
        protect(tx, item, changed, current, now);
        audit.note(
                tx,
                AuditAction.CATALOG_EDITED,
                administrator.id().value(),
                by,
                description(current, before.texts(), after.texts(), changed));
        return new Saved(facts(tx, item, after), changed);
    }

    private static void protect(Tx tx, EditedItem item, Set<FactField> changed, EditedItem.Facts before, Instant now) {
        Set<FactField> plain = EnumSet.noneOf(FactField.class);
        plain.addAll(changed);
        if (plain.remove(FactField.NUMBER)) {
            EditedFactStore.addNumber(tx, item, before.value(FactField.NUMBER), now);
        }
        EditedFactStore.add(tx, item, plain, now);
    }

    /// The ids that other items have now, and the place of another episode. An id that another item had formerly
    /// moves to this one.
    private static Map<FactField, FactError> taken(Tx tx, EditedItem item, EditableItem after) {
        Map<FactField, FactError> taken = new EnumMap<>(FactField.class);
        List<ExternalId> ids = after.ids().externalIds(item.kind());
        ExternalIdStore.idOwners(tx, item.kind(), ids).forEach((id, owner) -> {
            if (!owner.superseded() && owner.item() != item.id()) {
                EditedItem other = new EditedItem(item.kind(), owner.item());
                FactField.ofKey(id.provider().key())
                        .ifPresent(field -> taken.put(
                                field,
                                new FactError.Taken(other, ItemTitleStore.nameOf(tx, other.kind(), other.id()))));
            }
        });
        if (after instanceof EditableItem.OfEpisode edited) {
            edited.other(tx).ifPresent(other -> {
                EditedItem owner = new EditedItem(Kind.EPISODE, other.id().value());
                taken.put(
                        FactField.NUMBER,
                        new FactError.Taken(owner, ItemTitleStore.nameOf(tx, Kind.EPISODE, owner.id())));
            });
        }
        return taken;
    }

    private static Set<FactField> differences(Map<FactField, String> before, Map<FactField, String> after) {
        Set<FactField> changed = EnumSet.noneOf(FactField.class);
        after.forEach((field, value) -> {
            if (!Objects.equals(before.get(field), value)) {
                changed.add(field);
            }
        });
        return changed;
    }

    /// `movie 12 Heat (1995): year 1994 -> 1995; overview ...`.
    private static String description(
            EditedItem.Facts item,
            Map<FactField, String> before,
            Map<FactField, String> after,
            Set<FactField> changed) {
        String fields = changed.stream()
                .map(field -> field.key() + " " + logged(before.getOrDefault(field, "")) + " -> "
                        + logged(after.getOrDefault(field, "")))
                .collect(Collectors.joining("; "));
        return InputCleaner.shortened(subject(item) + ": " + fields, LONGEST_LOGGED_LINE);
    }

    static String subject(EditedItem.Facts item) {
        return item.item().kind().key() + " " + item.item().id() + " " + item.name();
    }

    private static String logged(String value) {
        String line = value.replaceAll("\\p{Cc}+", " ");
        return line.isEmpty()
                ? "(none)"
                : line.length() <= LONGEST_LOGGED_VALUE
                        ? line
                        : InputCleaner.shortened(line, LONGEST_LOGGED_VALUE) + "...";
    }

    /// Lets sources change a field again, and queues a lookup. Until a source responds the value stays.
    ///
    /// @throws ProblemException with [Problem.NotFound] if the item does not exist, with [Problem.NotAllowed] if
    ///     the account is not an administrator
    public void release(EditedItem item, FactField field, Account administrator, Actor by) {
        administrator.requireAdministrator();
        database.write(tx -> {
            EditableItem found = EditableItem.find(tx, item).orElseThrow(() -> notFound(item.kind()));
            if (EditedFactStore.release(tx, item, field)) {
                queueLookup(tx, item, found);
                audit.note(
                        tx,
                        AuditAction.CATALOG_RELEASED,
                        administrator.id().value(),
                        by,
                        subject(facts(tx, item, found)) + ": " + field.key());
            }
            return null;
        });
    }

    /// Seasons and episodes are looked up with their show; people with what they play in.
    private void queueLookup(Tx tx, EditedItem item, EditableItem found) {
        Instant now = clock.instant();
        switch (found) {
            case EditableItem.OfMovie _ -> SourceJobStore.queue(tx, Kind.MOVIE, List.of(item.id()), now);
            case EditableItem.OfShow _ -> SourceJobStore.queue(tx, Kind.SHOW, List.of(item.id()), now);
            case EditableItem.OfSeason part ->
                SourceJobStore.queue(tx, Kind.SHOW, List.of(part.season().show().value()), now);
            case EditableItem.OfEpisode part ->
                SourceJobStore.queue(
                        tx, Kind.SHOW, List.of(part.episode().show().value()), now);
            case EditableItem.OfPerson _ -> {}
        }
    }

    private static ProblemException notFound(Kind kind) {
        return new ProblemException(new Problem.NotFound(kind.key()));
    }
}
