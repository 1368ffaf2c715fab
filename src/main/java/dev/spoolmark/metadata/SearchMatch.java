package dev.spoolmark.metadata;

import dev.spoolmark.core.TitleFolding;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Selects the result of a search: the only one with exactly the title, and the year if one was given.
/// Similar titles do not count.
///
/// @param id empty if there is none or more than one
/// @param warnings says that there were several
public record SearchMatch(Optional<Long> id, List<String> warnings) {

    /// One result of a search.
    public record Hit(
            @Nullable Long id,
            @Nullable String title,
            @Nullable Integer year) {}

    public static SearchMatch of(String title, @Nullable Integer year, List<Hit> hits) {
        String key = TitleFolding.fold(title);
        List<Long> same = hits.stream()
                .filter(hit -> hit.title() != null && key.equals(TitleFolding.fold(hit.title())))
                .filter(hit -> year == null || year.equals(hit.year()))
                .flatMap(hit -> Optional.ofNullable(hit.id()).stream())
                .distinct()
                .toList();
        return same.size() > 1
                ? new SearchMatch(Optional.empty(), List.of("knows " + same.size() + " of this title"))
                : new SearchMatch(same.stream().findFirst(), List.of());
    }
}
