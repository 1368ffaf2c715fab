package dev.spoolmark.catalog;

import dev.spoolmark.catalog.Answer.Told;
import dev.spoolmark.catalog.CatalogItem.MovieItem;
import dev.spoolmark.catalog.CatalogItem.ShowItem;
import dev.spoolmark.catalog.Completed.Result;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes what a source told into the catalogue, and says what of it found no place.
public final class SourceIntake {

    private final Catalog catalog;
    private final Completion completion;
    private final CatalogLoad load;

    public SourceIntake(Catalog catalog, Completion completion, CatalogLoad load) {
        this.catalog = catalog;
        this.completion = completion;
        this.load = load;
    }

    /// For an item that somebody named before.
    public Completed complete(MediaId item, Told told) {
        Completed completed = about(item, told);
        List<String> remarks = new ArrayList<>(told.remarks());
        remarks.addAll(told.by(completed.remarks()));
        if (completed.result() != Result.REFUSED) {
            catalog.hint(completed.item(), told.related());
            remarks.addAll(told.by(place(completed.item(), told)));
        }
        return new Completed(completed.result(), completed.item(), completed.merged(), remarks);
    }

    private Completed about(MediaId item, Told told) {
        if (item instanceof MovieId movie && told.item() instanceof MovieItem facts) {
            return completion.complete(movie, facts, told.statement());
        }
        if (item instanceof ShowId show && told.item() instanceof ShowItem facts) {
            return completion.complete(show, facts, told.statement());
        }
        return Completed.refused(item, "the source told of another kind of thing");
    }

    /// For an item that need not be there. Nothing when it could not be taken.
    Optional<Completed> take(Told told) {
        Optional<Long> known = catalog.find(told.item());
        if (known.isEmpty()) {
            load.apply(List.of(told.item()));
            known = catalog.find(told.item());
        }
        return known.map(id -> complete(MediaId.of(told.item().kind(), id), told))
                .filter(completed -> completed.result() != Result.REFUSED)
                .map(completed ->
                        new Completed(Result.COMPLETED, completed.item(), completed.merged(), completed.remarks()));
    }

    private List<String> place(MediaId item, Told told) {
        if (!(item instanceof ShowId id)
                || !(told.item() instanceof ShowItem show)
                || told.loose().isEmpty()) {
            return List.of();
        }
        Placement placement = Placement.of(catalog.guide(id), show, told.loose());
        List<String> remarks = new ArrayList<>(placement.remarks());
        placement.list().ifPresent(list -> load.apply(List.of(list)).forEach(one -> remarks.addAll(one.remarks())));
        return remarks;
    }
}
