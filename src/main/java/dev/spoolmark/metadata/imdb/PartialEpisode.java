package dev.spoolmark.metadata.imdb;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// One half of an episode whose other half has not been read yet: its number or its title.
///
/// In sort order the number comes before the title.
record PartialEpisode(
        String tconst,
        @Nullable EpisodeNumber number,
        @Nullable TitleRow title,
        long line) implements Comparable<PartialEpisode> {

    static final RecordCodec<PartialEpisode> FORM = new Written();

    private static final Comparator<PartialEpisode> ORDER = Comparator.comparing(PartialEpisode::tconst)
            .thenComparing(episode -> episode.number() == null)
            .thenComparingLong(PartialEpisode::line);

    @Override
    public int compareTo(PartialEpisode other) {
        return ORDER.compare(this, other);
    }

    private static final class Written implements RecordCodec<PartialEpisode> {

        @Override
        public void write(DataOutputStream out, PartialEpisode value) throws IOException {
            out.writeUTF(value.tconst);
            out.writeLong(value.line);
            EpisodeNumber.write(out, value.number);
            TitleRow.write(out, value.title);
        }

        @Override
        public PartialEpisode read(DataInputStream in) throws IOException {
            String tconst = in.readUTF();
            long line = in.readLong();
            return new PartialEpisode(tconst, EpisodeNumber.read(in), TitleRow.read(in), line);
        }
    }
}
