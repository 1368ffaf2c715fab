package dev.spoolmark.metadata.imdb;

import java.io.IOException;

/// How many people rated movies and shows, from `title.ratings`. Their mean is left out: it is not of the people here.
final class Votes {

    private Votes() {}

    static void read(ImdbFolder folder, ImdbReader reader) throws IOException {
        reader.begins("votes", folder.size(ImdbFile.RATINGS));
        try (Table rows =
                folder.table(ImdbFile.RATINGS, reader, reader::progress).orElseThrow()) {
            while (rows.next()) {
                try {
                    read(rows, reader);
                } catch (Unfit unfit) {
                    rows.refuse(unfit.reason());
                }
            }
        }
    }

    private static void read(Table row, ImdbReader reader) {
        String tconst = row.needed(0);
        Numbers.ofId(tconst, "tt");
        Integer votes = row.number(1);
        if (votes != null) {
            reader.kindOf(tconst).ifPresent(kind -> reader.renown(kind, tconst, votes));
        }
    }
}
