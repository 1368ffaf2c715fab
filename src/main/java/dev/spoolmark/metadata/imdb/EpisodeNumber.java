package dev.spoolmark.metadata.imdb;

import dev.spoolmark.metadata.imdb.SortedTitle.Role;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A row of `title.episode`: the id of the show, and the numbers of the episode, if it has any.
record EpisodeNumber(
        String show, @Nullable String season, @Nullable String number) {

    private static final int LAST_SEASON = 10_000;
    private static final int LAST_EPISODE = 100_000;

    /// @param line the line of the title
    /// @return the title with its position
    /// @throws InvalidRowException if there is no such position
    SortedTitle encode(TitleRow title, long line) {
        if (season == null || number == null) {
            throw new InvalidRowException("is an episode without a season or a number");
        }
        int ofSeason = TsvNumbers.parse(season);
        int ofEpisode = TsvNumbers.parse(number);
        if (ofSeason > LAST_SEASON || ofEpisode > LAST_EPISODE) {
            throw new InvalidRowException("no show has so many seasons or episodes");
        }
        return new SortedTitle(TsvNumbers.ofId(show, "tt"), Role.EPISODE, ofSeason, ofEpisode, title, line);
    }

    /// A longer text is not a number.
    private static final int LONGEST = 100;

    static EpisodeNumber of(String show, @Nullable String season, @Nullable String number) {
        return new EpisodeNumber(
                shortened(show), season == null ? null : shortened(season), number == null ? null : shortened(number));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST / 2));
    }

    static void write(DataOutputStream out, @Nullable EpisodeNumber number) throws IOException {
        out.writeBoolean(number != null);
        if (number != null) {
            out.writeUTF(number.show);
            RecordCodec.writeText(out, number.season);
            RecordCodec.writeText(out, number.number);
        }
    }

    static @Nullable EpisodeNumber read(DataInputStream in) throws IOException {
        return in.readBoolean() ? new EpisodeNumber(in.readUTF(), RecordCodec.text(in), RecordCodec.text(in)) : null;
    }
}
