package dev.spoolmark.catalog.source;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.ingest.CatalogImport;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.catalog.ingest.UnplacedEpisodeMatcher;
import dev.spoolmark.catalog.merge.CompletionResult;
import dev.spoolmark.catalog.merge.CompletionResult.Result;
import dev.spoolmark.catalog.merge.ItemCompletion;
import dev.spoolmark.catalog.source.SourceResult.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Stores the results of sources in the catalog, and reports what could not be stored.
public final class SourceResultApplier {

    private final Catalog catalog;
    private final ItemCompletion catalogMerge;
    private final CatalogImport catalogImport;

    public SourceResultApplier(Catalog catalog, ItemCompletion catalogMerge, CatalogImport catalogImport) {
        this.catalog = catalog;
        this.catalogMerge = catalogMerge;
        this.catalogImport = catalogImport;
    }

    /// For an item that exists.
    public CompletionResult complete(MediaId item, Found result) {
        CompletionResult completed = apply(item, result);
        List<String> warnings = new ArrayList<>(result.warnings());
        warnings.addAll(result.withSourceName(completed.warnings()));
        if (completed.result() != Result.REJECTED) {
            catalog.addRelated(completed.item(), result.related());
            warnings.addAll(result.withSourceName(addUnplaced(completed.item(), result)));
        }
        return new CompletionResult(completed.result(), completed.item(), completed.merged(), warnings);
    }

    private CompletionResult apply(MediaId item, Found result) {
        if (item instanceof MovieId movie && result.item() instanceof MovieItem facts) {
            return catalogMerge.complete(movie, facts, result.primary());
        }
        if (item instanceof ShowId show && result.item() instanceof ShowItem facts) {
            return catalogMerge.complete(show, facts, result.primary());
        }
        return CompletionResult.rejected(item, "the source returned an item of another kind");
    }

    /// For an item that may not exist.
    ///
    /// @return empty if it could not be stored
    Optional<CompletionResult> applyNew(Found result) {
        Optional<Long> existing = catalog.find(result.item());
        if (existing.isEmpty()) {
            catalogImport.apply(List.of(result.item()));
            existing = catalog.find(result.item());
        }
        return existing.map(id -> complete(MediaId.of(result.item().kind(), id), result))
                .filter(completed -> completed.result() != Result.REJECTED)
                .map(completed -> new CompletionResult(
                        Result.COMPLETED, completed.item(), completed.merged(), completed.warnings()));
    }

    private List<String> addUnplaced(MediaId item, Found result) {
        if (!(item instanceof ShowId id)
                || !(result.item() instanceof ShowItem show)
                || result.unplaced().isEmpty()) {
            return List.of();
        }
        UnplacedEpisodeMatcher placement = UnplacedEpisodeMatcher.of(catalog.guide(id), show, result.unplaced());
        List<String> warnings = new ArrayList<>(placement.warnings());
        placement
                .list()
                .ifPresent(list ->
                        catalogImport.apply(List.of(list)).forEach(imported -> warnings.addAll(imported.warnings())));
        return warnings;
    }
}
