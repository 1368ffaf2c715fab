package dev.spoolmark.catalog;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known about a movie beside its name. The runtime is in minutes.
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
        runtime = Given.positive(runtime);
        tagline = Given.prose(tagline);
        overview = Given.prose(overview);
        trailer = Given.line(trailer);
        certification = Given.line(certification);
        genres = Facts.genres(genres);
    }

    MovieFacts merge(MovieFacts newer) {
        return new MovieFacts(
                Facts.newer(released, newer.released),
                Facts.newer(runtime, newer.runtime),
                Facts.newer(tagline, newer.tagline),
                Facts.newer(overview, newer.overview),
                Facts.newer(trailer, newer.trailer),
                Facts.newer(certification, newer.certification),
                images.merge(newer.images),
                Facts.newer(genres, newer.genres));
    }
}
