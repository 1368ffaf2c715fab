package dev.spoolmark.metadata.imdb;

import dev.spoolmark.catalog.AlternativeTitle;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MovieFacts;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.ingest.SourceItem;
import dev.spoolmark.catalog.ingest.SourceItem.CreditItem;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import java.util.List;

/// Alternative titles or credits of a movie or show that exists, as an item without other values.
final class TitleSupplement {

    private TitleSupplement() {}

    static SourceItem titles(Kind kind, String tconst, List<AlternativeTitle> titles) {
        return item(kind, tconst, List.of(), titles);
    }

    static SourceItem credits(Kind kind, String tconst, List<CreditItem> credits) {
        return item(kind, tconst, credits, List.of());
    }

    private static SourceItem item(Kind kind, String tconst, List<CreditItem> credits, List<AlternativeTitle> titles) {
        Ids ids = Ids.ofImdb(tconst);
        return kind == Kind.MOVIE
                ? new MovieItem(ids, null, null, MovieFacts.NONE, credits, null, titles)
                : new ShowItem(ids, null, null, ShowFacts.NONE, credits, List.of(), null, titles);
    }
}
