package dev.spoolmark.metadata.imdb;

import dev.spoolmark.metadata.imdb.Laid.Role;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Where an episode stands, as `title.episode` says it: the id of its show, and its numbers there if it has any.
record Place(String show, @Nullable String season, @Nullable String number) {

    private static final int LAST_SEASON = 10_000;
    private static final int LAST_EPISODE = 100_000;

    /// The episode at its place; where that is none, it is [Unfit].
    ///
    /// @param line where the title stands
    Laid lay(Title title, long line) {
        if (season == null || number == null) {
            throw new Unfit("is an episode without a season or a number");
        }
        int ofSeason = Numbers.parse(season);
        int ofEpisode = Numbers.parse(number);
        if (ofSeason > LAST_SEASON || ofEpisode > LAST_EPISODE) {
            throw new Unfit("no show has so many seasons or episodes");
        }
        return new Laid(Numbers.ofId(show, "tt"), Role.EPISODE, ofSeason, ofEpisode, title, line);
    }

    /// Numbers are short; what is longer is none.
    private static final int LONGEST = 100;

    static Place of(String show, @Nullable String season, @Nullable String number) {
        return new Place(
                shortened(show), season == null ? null : shortened(season), number == null ? null : shortened(number));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST / 2));
    }

    static void write(DataOutputStream out, @Nullable Place place) throws IOException {
        out.writeBoolean(place != null);
        if (place != null) {
            out.writeUTF(place.show);
            Form.writeText(out, place.season);
            Form.writeText(out, place.number);
        }
    }

    static @Nullable Place read(DataInputStream in) throws IOException {
        return in.readBoolean() ? new Place(in.readUTF(), Form.text(in), Form.text(in)) : null;
    }
}
