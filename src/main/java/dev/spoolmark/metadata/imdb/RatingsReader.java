package dev.spoolmark.metadata.imdb;

import java.io.IOException;

/// Reads the number of ratings of movies and shows from `title.ratings`. The mean is not used: ratings are
/// those of the users of this server.
final class RatingsReader {

    private RatingsReader() {}

    static void read(ImdbFolder folder, ImdbConsumer reader) throws IOException {
        reader.begins("votes", folder.size(ImdbFile.RATINGS));
        try (TsvReader rows =
                folder.table(ImdbFile.RATINGS, reader, reader::progress).orElseThrow()) {
            while (rows.next()) {
                try {
                    read(rows, reader);
                } catch (InvalidRowException unfit) {
                    rows.refuse(unfit.reason());
                }
            }
        }
    }

    private static void read(TsvReader row, ImdbConsumer reader) {
        String tconst = row.needed(0);
        TsvNumbers.ofId(tconst, "tt");
        Integer votes = row.number(1);
        if (votes != null) {
            reader.kindOf(tconst).ifPresent(kind -> reader.popularity(kind, tconst, votes));
        }
    }
}
