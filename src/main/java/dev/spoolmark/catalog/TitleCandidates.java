package dev.spoolmark.catalog;

import dev.spoolmark.catalog.lookup.AlternativeTitleStore;
import dev.spoolmark.catalog.lookup.AlternativeTitleStore.AlternativeTitleOwner;
import dev.spoolmark.catalog.lookup.ExternalIdStore;
import dev.spoolmark.catalog.lookup.ItemTitleStore;
import dev.spoolmark.catalog.lookup.ItemTitleStore.TitleOwner;
import dev.spoolmark.catalog.lookup.LookupKey.ExternalId;
import dev.spoolmark.catalog.lookup.LookupKey.TitleKey;
import dev.spoolmark.catalog.lookup.SlugStore;
import dev.spoolmark.catalog.lookup.TitleYearParser;
import dev.spoolmark.core.TitleFolding;
import dev.spoolmark.db.Database;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All items that have a title, for those who choose among them. Other look-ups choose themselves.
public final class TitleCandidates {

    private final Database database;

    public TitleCandidates(Database database) {
        this.database = database;
    }

    /// An item with a title.
    ///
    /// @param isMain whether it is its main title, not an alternative or former one
    public record Candidate(long item, @Nullable Integer year, boolean provisional, boolean isMain) {}

    /// The movies, shows or people that have these titles, main titles first, then by id. Case and accents make no
    /// difference. If nothing has a title, those count whose titles differ in punctuation only.
    public Map<String, List<Candidate>> of(Kind kind, Collection<String> titles) {
        Map<String, String> keys = new HashMap<>();
        titles.forEach(title -> keys.put(title, TitleKey.key(title)));
        Map<String, List<TitleOwner>> main = database.read(tx -> ItemTitleStore.titleOwners(tx, kind, keys.values()));
        Map<String, List<AlternativeTitleOwner>> others = kind == Kind.PERSON
                ? Map.of()
                : database.read(tx -> AlternativeTitleStore.owners(tx, kind, keys.values()));
        Map<String, List<Candidate>> found = new HashMap<>();
        keys.forEach((title, key) -> {
            List<Candidate> exact = candidates(main.getOrDefault(key, List.of()), others.getOrDefault(key, List.of()));
            found.put(title, exact.isEmpty() ? withoutPunctuation(kind, title) : exact);
        });
        return found;
    }

    private List<Candidate> withoutPunctuation(Kind kind, String title) {
        String slug = TitleFolding.slug(title);
        if (slug.isEmpty()) {
            return List.of();
        }
        return database.read(tx -> {
            List<Long> items = SlugStore.withOrWithoutYear(tx, kind, slug);
            Map<Long, TitleOwner> owners = items.isEmpty() ? Map.of() : ItemTitleStore.titleOwners(tx, kind, items);
            return candidates(
                    items.stream()
                            .flatMap(item -> Stream.ofNullable(owners.get(item)))
                            .toList(),
                    List.of());
        });
    }

    private static List<Candidate> candidates(List<TitleOwner> main, List<AlternativeTitleOwner> others) {
        Map<Long, Candidate> candidates = new LinkedHashMap<>();
        for (TitleOwner owner : main) {
            Integer year = Objects.requireNonNullElseGet(
                    owner.year(), () -> Objects.requireNonNullElse(TitleYearParser.of(owner.title()), 0));
            candidates.put(owner.id(), new Candidate(owner.id(), year == 0 ? null : year, owner.provisional(), true));
        }
        for (AlternativeTitleOwner owner : others) {
            candidates.putIfAbsent(owner.id(), new Candidate(owner.id(), owner.year(), false, false));
        }
        return new ArrayList<>(candidates.values());
    }

    /// The people that have these external ids.
    public Map<Ids, Long> people(Collection<Ids> requested) {
        Map<ExternalId, Long> owners = database.read(tx -> ExternalIdStore.owners(
                tx,
                Kind.PERSON,
                requested.stream()
                        .flatMap(ids -> ids.externalIds(Kind.PERSON).stream())
                        .toList()));
        Map<Ids, Long> found = new HashMap<>();
        for (Ids ids : requested) {
            ids.externalIds(Kind.PERSON).stream()
                    .map(owners::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(person -> found.put(ids, person));
        }
        return found;
    }
}
