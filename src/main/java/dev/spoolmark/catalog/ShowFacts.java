package dev.spoolmark.catalog;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known about a show beside its name. The runtime is in minutes.
public record ShowFacts(
        @Nullable LocalDate firstAired,
        @Nullable Status status,
        Broadcast broadcast,
        @Nullable Integer runtime,
        @Nullable String certification,
        @Nullable String overview,
        Images images,
        List<String> genres) {

    public static final ShowFacts NONE =
            new ShowFacts(null, null, Broadcast.NONE, null, null, null, Images.NONE, List.of());

    public ShowFacts {
        firstAired = Given.date(firstAired);
        runtime = Given.minutes(runtime);
        certification = Given.line(certification);
        overview = Given.prose(overview);
        genres = Facts.genres(genres);
    }

    /// The facts in the order of their bits.
    @Nullable
    Object[] fields() {
        return new @Nullable Object[] {
            firstAired,
            status,
            broadcast.network(),
            broadcast.country(),
            broadcast.zone(),
            broadcast.day(),
            broadcast.time(),
            runtime,
            certification,
            overview,
            images.poster(),
            images.fanart(),
            images.banner(),
            genres
        };
    }

    /// The same without the facts of these bits.
    ShowFacts without(int taken) {
        return new ShowFacts(
                FieldBits.unless(taken, 0, firstAired),
                FieldBits.unless(taken, 1, status),
                new Broadcast(
                        FieldBits.unless(taken, 2, broadcast.network()),
                        FieldBits.unless(taken, 3, broadcast.country()),
                        FieldBits.unless(taken, 4, broadcast.zone()),
                        FieldBits.unless(taken, 5, broadcast.day()),
                        FieldBits.unless(taken, 6, broadcast.time()),
                        broadcast.nextDay()),
                FieldBits.unless(taken, 7, runtime),
                FieldBits.unless(taken, 8, certification),
                FieldBits.unless(taken, 9, overview),
                new Images(
                        FieldBits.unless(taken, 10, images.poster()),
                        FieldBits.unless(taken, 11, images.fanart()),
                        FieldBits.unless(taken, 12, images.banner())),
                FieldBits.unless(taken, 13, genres));
    }

    ShowFacts merge(ShowFacts newer) {
        return new ShowFacts(
                Facts.newer(firstAired, newer.firstAired),
                Facts.newer(status, newer.status),
                broadcast.merge(newer.broadcast),
                Facts.newer(runtime, newer.runtime),
                Facts.newer(certification, newer.certification),
                Facts.newer(overview, newer.overview),
                images.merge(newer.images),
                Facts.newer(genres, newer.genres));
    }

    /// Whether more is to come. The words stand in the store.
    public enum Status {
        CONTINUING("Continuing"),
        ENDED("Ended");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        public static Status of(String word) {
            return word.equalsIgnoreCase(ENDED.word) ? ENDED : CONTINUING;
        }
    }
}
