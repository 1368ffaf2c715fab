package dev.spoolmark.metadata.imdb;

import dev.spoolmark.catalog.Broadcast;
import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Images;
import dev.spoolmark.catalog.MovieFacts;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.ShowFacts.Status;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A row of `title.basics`.
record TitleRow(
        String tconst,
        @Nullable String name,
        @Nullable Integer year,
        @Nullable Integer endYear,
        @Nullable Integer runtime,
        @Nullable String genres) {

    private static final int LONGEST = 1_000;
    private static final int NO_NUMBER = -1;

    /// Placeholders for the titles of episodes.
    private static final Pattern PLACEHOLDER = Pattern.compile("Episode #\\d+\\.\\d+|Episode dated .*");

    static TitleRow of(TsvReader row) {
        String tconst = row.needed(0);
        TsvNumbers.ofId(tconst, "tt");
        return new TitleRow(tconst, line(row.text(2)), row.number(4), row.number(5), row.number(6), line(row.text(7)));
    }

    /// A longer text is not a title.
    private static @Nullable String line(@Nullable String text) {
        return text == null || text.length() > LONGEST ? null : text;
    }

    long number() {
        return TsvNumbers.ofId(tconst, "tt");
    }

    MovieItem movie() {
        MovieFacts facts = new MovieFacts(null, runtime, null, null, null, null, Images.NONE, genreList());
        return new MovieItem(Ids.ofImdb(tconst), name, year, facts, List.of(), null);
    }

    /// The files say only that a show has ended, not that it continues.
    ShowItem show(List<SeasonItem> seasons) {
        Status status = endYear == null ? null : Status.ENDED;
        ShowFacts facts = new ShowFacts(null, status, Broadcast.NONE, runtime, null, null, Images.NONE, genreList());
        return new ShowItem(Ids.ofImdb(tconst), name, year, facts, List.of(), seasons, null);
    }

    EpisodeItem episode(int number) {
        String own = name == null || PLACEHOLDER.matcher(name).matches() ? null : name;
        return new EpisodeItem(number, Ids.ofImdb(tconst), new EpisodeFacts(own, null, null, null, runtime, null));
    }

    private List<String> genreList() {
        return genres == null ? List.of() : List.of(genres.split(",", -1));
    }

    static void write(DataOutputStream out, @Nullable TitleRow title) throws IOException {
        out.writeBoolean(title != null);
        if (title != null) {
            out.writeUTF(title.tconst);
            RecordCodec.writeText(out, title.name);
            writeNumber(out, title.year);
            writeNumber(out, title.endYear);
            writeNumber(out, title.runtime);
            RecordCodec.writeText(out, title.genres);
        }
    }

    static @Nullable TitleRow read(DataInputStream in) throws IOException {
        return in.readBoolean()
                ? new TitleRow(
                        in.readUTF(), RecordCodec.text(in), number(in), number(in), number(in), RecordCodec.text(in))
                : null;
    }

    private static void writeNumber(DataOutputStream out, @Nullable Integer number) throws IOException {
        out.writeInt(number == null ? NO_NUMBER : number);
    }

    private static @Nullable Integer number(DataInputStream in) throws IOException {
        int number = in.readInt();
        return number == NO_NUMBER ? null : number;
    }
}
