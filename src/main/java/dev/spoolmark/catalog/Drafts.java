package dev.spoolmark.catalog;

import dev.spoolmark.catalog.Name.ForeignId;
import dev.spoolmark.catalog.Name.Titled;
import dev.spoolmark.catalog.NameStore.Bearer;
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

/// The new items of one batch: a later line may mean what an earlier one brought.
final class Drafts {

    private final Map<Long, Draft> drafts = new LinkedHashMap<>();
    private final Map<ForeignId, Long> byId = new HashMap<>();
    private final Map<String, Set<Long>> byTitle = new HashMap<>();

    Collection<Draft> all() {
        return drafts.values();
    }

    void put(Draft draft) {
        drafts.put(draft.item(), draft);
        draft.ids().foreign(draft.kind()).forEach(id -> byId.put(id, draft.item()));
        String title = draft.title();
        if (title != null) {
            byTitle.computeIfAbsent(Titled.key(title), key -> new LinkedHashSet<>())
                    .add(draft.item());
        }
    }

    /// The one that is meant, by its ids or else by its title and year.
    Optional<Draft> find(ItemRef ref, Ids said) {
        return byId(ref.kind(), said).or(() -> byTitle(ref, said));
    }

    private Optional<Draft> byId(Kind kind, Ids said) {
        return said.foreign(kind).stream()
                .map(byId::get)
                .flatMap(Stream::ofNullable)
                .map(drafts::get)
                .map(Objects::requireNonNull)
                .filter(draft -> !draft.ids().contradicts(said))
                .findFirst();
    }

    private static String title(Draft draft) {
        return Objects.requireNonNull(draft.title(), "it was found by its title");
    }

    private Optional<Draft> byTitle(ItemRef ref, Ids said) {
        String title = ref.title();
        if (title == null) {
            return Optional.empty();
        }
        List<Bearer> bearers = byTitle.getOrDefault(Titled.key(title), Set.of()).stream()
                .map(item -> Objects.requireNonNull(drafts.get(item)))
                .filter(draft -> !draft.ids().contradicts(said))
                .map(draft -> new Bearer(draft.item(), draft.year(), true, title(draft)))
                .toList();
        return TitleMatch.of(new Titled(title, ref.year()), bearers)
                .map(bearer -> Objects.requireNonNull(drafts.get(bearer.id())));
    }
}
