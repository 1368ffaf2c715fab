package dev.spoolmark.metadata.imdb;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// A title at its position: a show, an episode, or a mark that a show was left out with its episodes.
///
/// In sort order a show comes before its episodes, which are sorted by number.
record SortedTitle(
        long show,
        Role role,
        int season,
        int number,
        @Nullable TitleRow title,
        long line) implements Comparable<SortedTitle> {

    static final RecordCodec<SortedTitle> FORM = new Written();

    private static final Comparator<SortedTitle> ORDER = Comparator.comparingLong(SortedTitle::show)
            .thenComparing(SortedTitle::role)
            .thenComparingInt(SortedTitle::season)
            .thenComparingInt(SortedTitle::number)
            .thenComparingLong(SortedTitle::line);

    /// In sort order.
    enum Role {
        LEFT_OUT,
        SHOW,
        EPISODE
    }

    @Override
    public int compareTo(SortedTitle other) {
        return ORDER.compare(this, other);
    }

    private static final class Written implements RecordCodec<SortedTitle> {

        @Override
        public void write(DataOutputStream out, SortedTitle value) throws IOException {
            out.writeLong(value.show);
            out.writeUTF(value.role.name());
            out.writeInt(value.season);
            out.writeInt(value.number);
            out.writeLong(value.line);
            TitleRow.write(out, value.title);
        }

        @Override
        public SortedTitle read(DataInputStream in) throws IOException {
            long show = in.readLong();
            Role role = Role.valueOf(in.readUTF());
            int season = in.readInt();
            int number = in.readInt();
            long line = in.readLong();
            return new SortedTitle(show, role, season, number, TitleRow.read(in), line);
        }
    }
}
