package dev.spoolmark.metadata.imdb;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// One half of an episode, whose other half was not met on the way: its place, or else its title.
///
/// In their order the place comes before the title.
record Half(String tconst, @Nullable Place place, @Nullable Title title, long line) implements Comparable<Half> {

    static final Form<Half> FORM = new Written();

    private static final Comparator<Half> ORDER = Comparator.comparing(Half::tconst)
            .thenComparing(half -> half.place() == null)
            .thenComparingLong(Half::line);

    @Override
    public int compareTo(Half other) {
        return ORDER.compare(this, other);
    }

    private static final class Written implements Form<Half> {

        @Override
        public void write(DataOutputStream out, Half one) throws IOException {
            out.writeUTF(one.tconst);
            out.writeLong(one.line);
            Place.write(out, one.place);
            Title.write(out, one.title);
        }

        @Override
        public Half read(DataInputStream in) throws IOException {
            String tconst = in.readUTF();
            long line = in.readLong();
            return new Half(tconst, Place.read(in), Title.read(in), line);
        }
    }
}
