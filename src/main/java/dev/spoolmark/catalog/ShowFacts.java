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
        runtime = Given.positive(runtime);
        certification = Given.line(certification);
        overview = Given.prose(overview);
        genres = Facts.genres(genres);
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
