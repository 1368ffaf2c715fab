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

    private static final int NO_NUMBER = -1;
    private static final Role[] ROLES = Role.values();
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

    void write(DataOutputStream out) throws IOException {
        out.writeLong(show);
        out.writeByte(role.ordinal());
        out.writeInt(season);
        out.writeInt(number);
        out.writeLong(line);
        out.writeBoolean(title != null);
        if (title != null) {
            write(out, title);
        }
    }

    static Laid read(DataInputStream in) throws IOException {
        long show = in.readLong();
        Role role = ROLES[in.readByte()];
        int season = in.readInt();
        int number = in.readInt();
        long line = in.readLong();
        return new Laid(show, role, season, number, in.readBoolean() ? title(in) : null, line);
    }

    private static void write(DataOutputStream out, Title title) throws IOException {
        out.writeUTF(title.tconst());
        writeText(out, title.name());
        writeNumber(out, title.year());
        writeNumber(out, title.endYear());
        writeNumber(out, title.runtime());
        writeText(out, title.genres());
    }

    private static Title title(DataInputStream in) throws IOException {
        return new Title(in.readUTF(), text(in), number(in), number(in), number(in), text(in));
    }

    private static void writeText(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            out.writeUTF(text);
        }
    }

    private static @Nullable String text(DataInputStream in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }

    private static void writeNumber(DataOutputStream out, @Nullable Integer number) throws IOException {
        out.writeInt(number == null ? NO_NUMBER : number);
    }

    private static @Nullable Integer number(DataInputStream in) throws IOException {
        int number = in.readInt();
        return number == NO_NUMBER ? null : number;
    }
}
