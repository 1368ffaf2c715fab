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
        released = Given.date(released);
        runtime = Given.minutes(runtime);
        tagline = Given.prose(tagline);
        overview = Given.prose(overview);
        trailer = Given.line(trailer);
        certification = Given.line(certification);
        genres = Facts.genres(genres);
    }

    /// The facts in the order of their bits.
    @Nullable
    Object[] fields() {
        return new @Nullable Object[] {
            released, runtime, tagline, overview, trailer, certification, images.poster(), images.fanart(), genres
        };
    }

    /// The same without the facts of these bits.
    MovieFacts without(int taken) {
        return new MovieFacts(
                FieldBits.unless(taken, 0, released),
                FieldBits.unless(taken, 1, runtime),
                FieldBits.unless(taken, 2, tagline),
                FieldBits.unless(taken, 3, overview),
                FieldBits.unless(taken, 4, trailer),
                FieldBits.unless(taken, 5, certification),
                new Images(
                        FieldBits.unless(taken, 6, images.poster()), FieldBits.unless(taken, 7, images.fanart()), null),
                FieldBits.unless(taken, 8, genres));
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
