package dev.spoolmark.metadata.imdb;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// A title at its place: a show, an episode of it, or word that a show was left out and its episodes with it.
///
/// In their order a show comes before its episodes, and these by their numbers.
record Laid(
        long show,
        Role role,
        int season,
        int number,
        @Nullable Title title,
        long line) implements Comparable<Laid> {

    static final Form<Laid> FORM = new Written();

    private static final Comparator<Laid> ORDER = Comparator.comparingLong(Laid::show)
            .thenComparing(Laid::role)
            .thenComparingInt(Laid::season)
            .thenComparingInt(Laid::number)
            .thenComparingLong(Laid::line);

    /// In the order in which they are wanted.
    enum Role {
        LEFT_OUT,
        SHOW,
        EPISODE
    }

    @Override
    public int compareTo(Laid other) {
        return ORDER.compare(this, other);
    }

    private static final class Written implements Form<Laid> {

        @Override
        public void write(DataOutputStream out, Laid one) throws IOException {
            out.writeLong(one.show);
            out.writeUTF(one.role.name());
            out.writeInt(one.season);
            out.writeInt(one.number);
            out.writeLong(one.line);
            Title.write(out, one.title);
        }

        @Override
        public Laid read(DataInputStream in) throws IOException {
            long show = in.readLong();
            Role role = Role.valueOf(in.readUTF());
            int season = in.readInt();
            int number = in.readInt();
            long line = in.readLong();
            return new Laid(show, role, season, number, Title.read(in), line);
        }
    }
}
