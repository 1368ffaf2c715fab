package dev.spoolmark.catalog;

import dev.spoolmark.catalog.ingest.FactMerge;
import dev.spoolmark.catalog.ingest.FieldSet;
import dev.spoolmark.catalog.ingest.InputCleaner;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Facts about a show. The runtime is in minutes.
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
                FieldSet.unless(withdrawn, 0, firstAired),
                FieldSet.unless(withdrawn, 1, status),
                new Broadcast(
                        FieldSet.unless(withdrawn, 2, broadcast.network()),
                        FieldSet.unless(withdrawn, 3, broadcast.country()),
                        FieldSet.unless(withdrawn, 4, broadcast.zone()),
                        FieldSet.unless(withdrawn, 5, broadcast.day()),
                        FieldSet.unless(withdrawn, 6, broadcast.time()),
                        broadcast.nextDay()),
                FieldSet.unless(withdrawn, 7, runtime),
                FieldSet.unless(withdrawn, 8, certification),
                FieldSet.unless(withdrawn, 9, overview),
                new Images(
                        FieldSet.unless(withdrawn, 10, images.poster()),
                        FieldSet.unless(withdrawn, 11, images.fanart()),
                        FieldSet.unless(withdrawn, 12, images.banner())),
                FieldSet.unless(withdrawn, 13, genres));
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
