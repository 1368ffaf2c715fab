package dev.spoolmark.catalog;

import dev.spoolmark.catalog.ingest.FactMerge;
import dev.spoolmark.catalog.ingest.FieldBits;
import dev.spoolmark.catalog.ingest.InputCleaner;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Descriptive metadata of a movie. The runtime is in minutes.
public record MovieFacts(
        @Nullable LocalDate released,
        @Nullable Integer runtime,
        @Nullable String tagline,
        @Nullable String overview,
        @Nullable String trailer,
        @Nullable String certification,
        Images images,
        List<String> genres) {

    public static final MovieFacts NONE = new MovieFacts(null, null, null, null, null, null, Images.NONE, List.of());

    public MovieFacts {
        released = InputCleaner.date(released);
        runtime = InputCleaner.minutes(runtime);
        tagline = InputCleaner.prose(tagline);
        overview = InputCleaner.prose(overview);
        trailer = InputCleaner.line(trailer);
        certification = InputCleaner.line(certification);
        genres = FactMerge.genres(genres);
    }

    /// @return the facts in the order of their bits
    @Nullable
    public Object[] fields() {
        return new @Nullable Object[] {
            released, runtime, tagline, overview, trailer, certification, images.poster(), images.fanart(), genres
        };
    }

    /// @return these facts without those of the given bits
    public MovieFacts without(int withdrawn) {
        return new MovieFacts(
                FieldBits.unless(withdrawn, 0, released),
                FieldBits.unless(withdrawn, 1, runtime),
                FieldBits.unless(withdrawn, 2, tagline),
                FieldBits.unless(withdrawn, 3, overview),
                FieldBits.unless(withdrawn, 4, trailer),
                FieldBits.unless(withdrawn, 5, certification),
                new Images(
                        FieldBits.unless(withdrawn, 6, images.poster()),
                        FieldBits.unless(withdrawn, 7, images.fanart()),
                        null),
                FieldBits.unless(withdrawn, 8, genres));
    }

    public MovieFacts merge(MovieFacts newer) {
        return new MovieFacts(
                FactMerge.newer(released, newer.released),
                FactMerge.newer(runtime, newer.runtime),
                FactMerge.newer(tagline, newer.tagline),
                FactMerge.newer(overview, newer.overview),
                FactMerge.newer(trailer, newer.trailer),
                FactMerge.newer(certification, newer.certification),
                images.merge(newer.images),
                FactMerge.newer(genres, newer.genres));
    }
}
