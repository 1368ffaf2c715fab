package dev.spoolmark.catalog.provisional;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.TitleRef;
import dev.spoolmark.catalog.lookup.ExternalIdStore;
import dev.spoolmark.catalog.lookup.LookupKey.ExternalId;
import dev.spoolmark.catalog.lookup.ReferenceResolver;
import dev.spoolmark.db.Tx;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The ids of references that a new provisional item may take: those that no other item has. An IMDb id
/// belongs to one title of any kind.
final class UnclaimedIds {

    private final Kind kind;
    private final Map<ExternalId, Long> owners;
    private final Set<String> imdbOfOtherKinds;
    private final Set<String> confirmedOfOtherKinds = new HashSet<>();

    private UnclaimedIds(
            Kind kind, Map<ExternalId, Long> owners, Map<String, List<MediaId>> others, Set<MediaId> provisional) {
        this.kind = kind;
        this.owners = owners;
        this.imdbOfOtherKinds = others.keySet();
        others.forEach((imdb, items) -> {
            if (!provisional.containsAll(items)) {
                confirmedOfOtherKinds.add(imdb);
            }
        });
    }

    static UnclaimedIds of(Tx tx, Kind kind, Collection<? extends TitleRef> refs) {
        Set<String> imdb = new HashSet<>();
        refs.forEach(ref -> imdb.addAll(ref.ids().imdbOf(kind)));
        Map<String, List<MediaId>> others = ExternalIdStore.imdbOfOtherKinds(tx, kind, imdb);
        List<MediaId> items = others.values().stream().flatMap(List::stream).toList();
        return new UnclaimedIds(
                kind,
                ExternalIdStore.owners(tx, kind, ReferenceResolver.foreignIds(kind, refs)),
                others,
                ProvisionalItemStore.among(tx, items));
    }

    /// @return whether a confirmed item of another kind has the IMDb id
    boolean isOfAnotherKind(TitleRef ref) {
        return ref.ids().imdbOf(kind).stream().anyMatch(confirmedOfOtherKinds::contains);
    }

    Ids of(TitleRef ref) {
        return Ids.of(ref.ids().withoutImdb(imdbOfOtherKinds).externalIds(kind).stream()
                .filter(id -> !owners.containsKey(id))
                .toList());
    }
}
