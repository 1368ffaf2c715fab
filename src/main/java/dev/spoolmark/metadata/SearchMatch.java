package dev.spoolmark.metadata;

import dev.spoolmark.core.TitleFolding;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which of the things that a search brought is meant: the only one with the very title, and the year where one was
/// asked for. Whatever is merely similar would be a guess.
///
/// @param id empty when there is none or more than one
/// @param remarks that there were several
public record SearchMatch(Optional<Long> id, List<String> remarks) {

    /// One thing that a search brought.
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
