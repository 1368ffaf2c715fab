package dev.spoolmark.catalog.merge;

import dev.spoolmark.catalog.AlternativeTitle;
import dev.spoolmark.catalog.EpisodeStore;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.SeasonId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.MovieStore;
import dev.spoolmark.catalog.ShowStore;
import dev.spoolmark.catalog.TitleFromId;
import dev.spoolmark.catalog.ingest.SourceItem;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.catalog.lookup.AlternativeTitleStore;
import dev.spoolmark.catalog.lookup.ItemTitleStore;
import dev.spoolmark.catalog.lookup.ItemTitleStore.TitleOwner;
import dev.spoolmark.catalog.lookup.LookupKey;
import dev.spoolmark.db.Tx;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Decides whether an item with an id from a source is the item that the source describes, or has the id by
/// an error of that source or an earlier one (`docs/domain.md#unknown-titles`).
///
/// If a provider has different ids for the two, they are different items. A provisional item is what its id
/// says. A confirmed item must also have the title, or another id in common.
public record SameItemRule(SourceItem sourceItem, @Nullable Integer year, List<AlternativeTitle> otherTitles) {

    static SameItemRule of(SourceItem item) {
        return switch (item) {
            case MovieItem movie -> new SameItemRule(movie, movie.year(), movie.otherTitles());
            case ShowItem show -> new SameItemRule(show, show.year(), show.otherTitles());
            default -> new SameItemRule(item, item.year(), List.of());
        };
    }

    /// What the rule needs to know about an item.
    public record MergeCandidate(
            MediaId id, Ids ids, @Nullable Integer year, boolean provisional) {

        public static Optional<MergeCandidate> of(Tx tx, MediaId id) {
            return switch (id) {
                case MovieId movie ->
                    Optional.ofNullable(MovieStore.get(tx, List.of(movie)).get(movie))
                            .map(found -> new MergeCandidate(id, found.ids(), found.year(), found.provisional()));
                case ShowId show ->
                    Optional.ofNullable(ShowStore.get(tx, List.of(show)).get(show))
                            .map(found -> new MergeCandidate(id, found.ids(), found.year(), found.provisional()));
                case SeasonId season -> Optional.empty();
                case EpisodeId episode ->
                    Optional.ofNullable(EpisodeStore.get(tx, List.of(episode)).get(episode))
                            .map(found -> new MergeCandidate(id, found.ids(), null, found.provisional()));
            };
        }
    }

    /// Decides whether an item with an id from a source is the item that the source describes, or has the id
    /// by an error of that source or an earlier one (`docs/domain.md#unknown-titles`).
    ///
    /// If a provider has different ids for the two, they are different items. A provisional item is what its
    /// id says. A confirmed item must also have the title, or another id in common.
    boolean isOf(Ids ids, TitleOwner item, Set<String> titleKeys) {
        boolean sameTitle = isCalledOneOf(titleKeys) || TitleFromId.isFromId(sourceItem.kind(), item.title(), ids);
        boolean sameYear = isNear(item.year());
        return ids.conflictsWith(sourceItem.ids())
                ? ids.sharesTvmaze(sourceItem.ids()) || (sameTitle && sameYear)
                : item.provisional() || sameTitle || sameYear;
    }

    /// Decides for an item that the source was asked about. It need not share an id, because the source may
    /// have found it by title.
    boolean isOf(Tx tx, MergeCandidate candidate) {
        long item = candidate.id().value();
        TitleOwner owner =
                ItemTitleStore.titleOwners(tx, sourceItem.kind(), List.of(item)).get(item);
        return !candidate.ids().conflictsWith(sourceItem.ids())
                || (!candidate.ids().isDifferentItem(sourceItem.ids())
                        && owner != null
                        && isOf(candidate.ids(), owner, keys(tx, candidate)));
    }

    private Set<String> keys(Tx tx, MergeCandidate candidate) {
        long item = candidate.id().value();
        return AlternativeTitleStore.keysOf(tx, sourceItem.kind(), List.of(item))
                .getOrDefault(item, Set.of());
    }

    private boolean isCalledOneOf(Set<String> keys) {
        return sourceItem.title() == null
                || titles().map(LookupKey.TitleKey::key).anyMatch(keys::contains);
    }

    private boolean isNear(@Nullable Integer other) {
        return year == null || other == null || Math.abs(year - other) <= 1;
    }

    boolean matches(Tx tx, MergeCandidate candidate) {
        if (candidate.ids().conflictsWith(sourceItem.ids())) {
            return false;
        }
        return candidate.provisional() || shared(candidate.ids()) > 1 || isCalledSo(tx, candidate);
    }

    private long shared(Ids ids) {
        Set<LookupKey> candidateKeys = Set.copyOf(ids.externalIds(sourceItem.kind()));
        return sourceItem.ids().externalIds(sourceItem.kind()).stream()
                .filter(candidateKeys::contains)
                .count();
    }

    private boolean isCalledSo(Tx tx, MergeCandidate candidate) {
        boolean sameYear = year == null || candidate.year() == null || Objects.equals(year, candidate.year());
        Set<String> candidateKeys = keys(tx, candidate);
        return sameYear && titles().map(LookupKey.TitleKey::key).anyMatch(candidateKeys::contains);
    }

    private Stream<String> titles() {
        return Stream.concat(
                Stream.ofNullable(sourceItem.title()), otherTitles.stream().map(AlternativeTitle::title));
    }
}
