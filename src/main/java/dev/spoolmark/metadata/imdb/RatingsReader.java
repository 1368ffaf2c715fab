package dev.spoolmark.metadata.imdb;

import java.io.IOException;

/// Reads the number of ratings of movies and shows from `title.ratings`. The mean is not used: ratings are
/// those of the users of this server.
final class RatingsReader {

    private RatingsReader() {}

    static void read(ImdbFolder folder, ImdbConsumer consumer) throws IOException {
        consumer.beginPart("votes", folder.size(ImdbFile.RATINGS));
        try (TsvReader rows =
                folder.table(ImdbFile.RATINGS, consumer, consumer::progress).orElseThrow()) {
            while (rows.next()) {
                try {
                    read(rows, consumer);
                } catch (InvalidRowException invalid) {
                    rows.reject(invalid.reason());
                }
            }
        }
    }

    private static void read(TsvReader row, ImdbConsumer consumer) {
        String tconst = row.needed(0);
        TsvNumbers.ofId(tconst, "tt");
        Integer votes = row.number(1);
        if (votes != null) {
            consumer.kindOf(tconst).ifPresent(kind -> consumer.popularity(kind, tconst, votes));
        }
    }
}
