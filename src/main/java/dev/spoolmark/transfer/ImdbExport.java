package dev.spoolmark.transfer;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.rating.Rating;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.transfer.ExportedItem.Described;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.List;

/// Ratings as IMDb exports them, of items with an IMDb id. IMDb has neither ratings of seasons nor clock times.
final class ImdbExport {

    private static final List<Kind> KINDS = List.of(Kind.MOVIE, Kind.SHOW, Kind.EPISODE);

    private final ExportSources sources;
    private final ProfileView self;
    private final CsvOutput out;

    ImdbExport(ExportSources sources, ProfileView self, OutputStream out) {
        this.sources = sources;
        this.self = self;
        this.out = new CsvOutput(out);
    }

    /// @return the number of ratings
    long write() {
        out.row(
                "Const",
                "Your Rating",
                "Date Rated",
                "Title",
                "Original Title",
                "URL",
                "Title Type",
                "IMDb Rating",
                "Runtime (mins)",
                "Year",
                "Genres",
                "Num Votes",
                "Release Date",
                "Directors");
        long rows = 0;
        for (Kind kind : KINDS) {
            for (Described<Rating> rating : PageReader.<Rating, Described<Rating>>all(
                    (after, max) -> sources.ratings().page(self, kind, after, max),
                    ExportArchive.PAGE_SIZE,
                    page -> ExportedItem.describe(sources.catalog(), page, Rating::item))) {
                rows += row(rating) ? 1 : 0;
            }
        }
        return rows;
    }

    private boolean row(Described<Rating> rating) {
        ExportedItem item = rating.item();
        String id = item.ownIds().imdb();
        if (id == null) {
            return false;
        }
        String own = item.ownTitle();
        out.row(
                id,
                rating.row().score().value(),
                rating.row().at().atZone(ZoneOffset.UTC).toLocalDate(),
                own == null ? item.title() : item.title() + ": " + own,
                own == null ? item.title() : own,
                "https://www.imdb.com/title/" + id,
                type(item.kind()),
                null,
                null,
                item.kind() == Kind.EPISODE ? null : item.year(),
                null,
                null,
                null,
                null);
        return true;
    }

    private static String type(Kind kind) {
        return switch (kind) {
            case SHOW -> "TV Series";
            case EPISODE -> "TV Episode";
            case MOVIE, SEASON, PERSON, LIST -> "Movie";
        };
    }
}
