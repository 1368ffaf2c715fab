package dev.spoolmark.catalog;

import dev.spoolmark.catalog.ingest.FactMerge;
import dev.spoolmark.catalog.ingest.FieldBits;
import dev.spoolmark.catalog.ingest.InputCleaner;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Descriptive metadata of a show. The runtime is in minutes.
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
        firstAired = InputCleaner.date(firstAired);
        runtime = InputCleaner.minutes(runtime);
        certification = InputCleaner.line(certification);
        overview = InputCleaner.prose(overview);
        genres = FactMerge.genres(genres);
    }

    /// @return the facts in the order of their bits
    @Nullable
    public Object[] fields() {
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

    /// @return these facts without those of the given bits
    public ShowFacts without(int withdrawn) {
        return new ShowFacts(
                FieldBits.unless(withdrawn, 0, firstAired),
                FieldBits.unless(withdrawn, 1, status),
                new Broadcast(
                        FieldBits.unless(withdrawn, 2, broadcast.network()),
                        FieldBits.unless(withdrawn, 3, broadcast.country()),
                        FieldBits.unless(withdrawn, 4, broadcast.zone()),
                        FieldBits.unless(withdrawn, 5, broadcast.day()),
                        FieldBits.unless(withdrawn, 6, broadcast.time()),
                        broadcast.nextDay()),
                FieldBits.unless(withdrawn, 7, runtime),
                FieldBits.unless(withdrawn, 8, certification),
                FieldBits.unless(withdrawn, 9, overview),
                new Images(
                        FieldBits.unless(withdrawn, 10, images.poster()),
                        FieldBits.unless(withdrawn, 11, images.fanart()),
                        FieldBits.unless(withdrawn, 12, images.banner())),
                FieldBits.unless(withdrawn, 13, genres));
    }

    public ShowFacts merge(ShowFacts newer) {
        return new ShowFacts(
                FactMerge.newer(firstAired, newer.firstAired),
                FactMerge.newer(status, newer.status),
                broadcast.merge(newer.broadcast),
                FactMerge.newer(runtime, newer.runtime),
                FactMerge.newer(certification, newer.certification),
                FactMerge.newer(overview, newer.overview),
                images.merge(newer.images),
                FactMerge.newer(genres, newer.genres));
    }

    /// The production status. The names are stored.
    public enum Status {
        CONTINUING("Continuing"),
        ENDED("Ended");

        private final String key;

        Status(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }

        public static Status of(String key) {
            return key.equalsIgnoreCase(ENDED.key) ? ENDED : CONTINUING;
        }
    }
}
