package dev.spoolmark.metadata.imdb;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Shows and episodes laid aside on disk, in compartments by their show, so that those of a few shows are in memory at
/// once.
///
/// The files have no names any more as soon as they are open: whatever ends the process, nothing stays behind.
final class Shelf implements Closeable {

    static final int COMPARTMENTS = 64;

    private static final int BUFFER = 1 << 13;
    private static final int NO_NUMBER = -1;

    private final List<FileChannel> files = new ArrayList<>();
    private final List<DataOutputStream> outs = new ArrayList<>();
    private final int[] laid = new int[COMPARTMENTS];

    Shelf(Path folder) throws IOException {
        for (int i = 0; i < COMPARTMENTS; i++) {
            Path file = Files.createTempFile(folder, "imdb-", ".tmp");
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            files.add(channel);
            outs.add(new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER)));
        }
    }

    /// A title at its place: a show, an episode of it, or word that a show was left out and its episodes with it.
    record Laid(
            long show,
            Role role,
            int season,
            int number,
            @Nullable Title title,
            long line) {}

    /// In the order in which they are wanted.
    enum Role {
        LEFT_OUT,
        SHOW,
        EPISODE
    }

    void lay(Laid one) throws IOException {
        int index = (int) (one.show() % COMPARTMENTS);
        laid[index]++;
        DataOutputStream out = outs.get(index);
        out.writeLong(one.show());
        out.writeUTF(one.role().name());
        out.writeInt(one.season());
        out.writeInt(one.number());
        out.writeLong(one.line());
        Title title = one.title();
        out.writeBoolean(title != null);
        if (title != null) {
            write(out, title);
        }
    }

    List<Laid> compartment(int index) throws IOException {
        outs.get(index).flush();
        DataInputStream in = new DataInputStream(
                new BufferedInputStream(Channels.newInputStream(files.get(index).position(0)), BUFFER));
        List<Laid> all = new ArrayList<>();
        for (int left = laid[index]; left > 0; left--) {
            all.add(read(in));
        }
        return all;
    }

    private static Laid read(DataInputStream in) throws IOException {
        long show = in.readLong();
        Role role = Role.valueOf(in.readUTF());
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

    @Override
    public void close() throws IOException {
        for (FileChannel file : files) {
            file.close();
        }
    }
}
