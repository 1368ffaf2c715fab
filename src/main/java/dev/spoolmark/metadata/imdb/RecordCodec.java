package dev.spoolmark.metadata.imdb;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Writes and reads records of an [ExternalSorter].
interface RecordCodec<T> {

    void write(DataOutputStream out, T value) throws IOException;

    T read(DataInputStream in) throws IOException;

    static void writeText(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            out.writeUTF(text);
        }
    }

    static @Nullable String text(DataInputStream in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }
}
