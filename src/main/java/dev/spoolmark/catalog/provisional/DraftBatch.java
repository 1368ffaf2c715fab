package dev.spoolmark.catalog.provisional;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.TitleRef;
import dev.spoolmark.catalog.lookup.ItemTitleStore.TitleOwner;
import dev.spoolmark.catalog.lookup.LookupKey.ExternalId;
import dev.spoolmark.catalog.lookup.LookupKey.TitleKey;
import dev.spoolmark.catalog.lookup.TitleMatcher;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The new items of one batch. A later reference can match an item of an earlier one.
final class DraftBatch {

    private final Map<Long, ProvisionalDraft> drafts = new LinkedHashMap<>();
    private final Map<ExternalId, Long> byId = new HashMap<>();
    private final Map<String, Set<Long>> byTitle = new HashMap<>();

    Collection<ProvisionalDraft> all() {
        return drafts.values();
    }

    void put(ProvisionalDraft draft) {
        drafts.put(draft.item(), draft);
        draft.ids().externalIds(draft.kind()).forEach(id -> byId.put(id, draft.item()));
        String title = draft.title();
        if (title != null) {
            byTitle.computeIfAbsent(TitleKey.key(title), key -> new LinkedHashSet<>())
                    .add(draft.item());
        }
    }

    /// @return the draft that matches by ids, or by title and year
    Optional<ProvisionalDraft> find(TitleRef ref, Ids ids) {
        return byId(ref.kind(), ids).or(() -> byTitle(ref, ids));
    }

    private Optional<ProvisionalDraft> byId(Kind kind, Ids ids) {
        return ids.externalIds(kind).stream()
                .map(byId::get)
                .flatMap(Stream::ofNullable)
                .map(drafts::get)
                .map(Objects::requireNonNull)
                .filter(draft -> !draft.ids().conflictsWith(ids))
                .findFirst();
    }

    private static String title(ProvisionalDraft draft) {
        return Objects.requireNonNull(draft.title(), "it was found by its title");
    }

    private Optional<ProvisionalDraft> byTitle(TitleRef ref, Ids ids) {
        String title = ref.title();
        if (title == null) {
            return Optional.empty();
        }
        List<TitleOwner> candidates = byTitle.getOrDefault(TitleKey.key(title), Set.of()).stream()
                .map(item -> Objects.requireNonNull(drafts.get(item)))
                .filter(draft -> !draft.ids().conflictsWith(ids))
                .map(draft -> new TitleOwner(draft.item(), draft.year(), true, title(draft)))
                .toList();
        return TitleMatcher.of(new TitleKey(title, ref.year()), candidates)
                .map(candidate -> Objects.requireNonNull(drafts.get(candidate.id())));
    }
}
