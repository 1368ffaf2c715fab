package dev.spoolmark.http.body;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.HttpLimits;
import dev.spoolmark.http.TemporaryFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;

/// Receives request bodies: a small one into memory, a large one into a file.
final class BodyReceiver {

    private BodyReceiver() {}

    /// Reads all of `in`.
    ///
    /// @param limit maximum decompressed size in bytes
    /// @param large called if it turns out to be large
    static ReceivedBody receive(
            LimitedBodyStream in,
            RequestContentCoding encoding,
            long limit,
            Path folder,
            ReceivedBody.Resources resources,
            LargeBodyListener large) {
        if (in.ended()) {
            return ReceivedBody.NONE;
        }
        if (in.isLarge()) {
            large.onLargeBody();
        }
        in.withLimit(limit);
        byte[] begin = new byte[in.firstBytes()];
        int length = fill(in, begin);
        if (length < begin.length) {
            return new ReceivedBody(Arrays.copyOf(begin, length), null, 0, encoding, limit, resources);
        }
        int next = in.read();
        if (next < 0) {
            return new ReceivedBody(begin, null, 0, encoding, limit, resources);
        }
        if (!in.isLarge()) {
            large.onLargeBody();
        }
        in.reserveAll();
        FileChannel file = open(folder);
        try {
            write(file, ByteBuffer.wrap(begin));
            write(file, ByteBuffer.wrap(new byte[] {(byte) next}));
            long part = copy(in, begin, file, HttpLimits.BODY_PART_BYTES);
            if (part > 0) {
                large.onFirstPart(new ReceivedBody(new byte[0], file, part, encoding, limit, resources));
                copy(in, begin, file, Long.MAX_VALUE);
            }
            in.shrinkReservation();
            return new ReceivedBody(new byte[0], file, Long.MAX_VALUE, encoding, limit, resources);
        } catch (IOException diskFullOrReadOnly) {
            ReceivedBody.close(file);
            throw noSpace();
        } catch (RuntimeException | Error e) {
            ReceivedBody.close(file);
            throw e;
        }
    }

    /// Copies until the file has `enough` bytes.
    ///
    /// @return the size of the file, or 0 at the end of the body
    private static long copy(LimitedBodyStream in, byte[] buffer, FileChannel file, long enough) throws IOException {
        while (file.size() < enough) {
            int count = in.read(buffer);
            if (count < 0) {
                return 0;
            }
            write(file, ByteBuffer.wrap(buffer, 0, count));
        }
        return file.size();
    }

    private static int fill(LimitedBodyStream in, byte[] into) {
        int length = 0;
        while (length < into.length) {
            int count = in.read(into, length, into.length - length);
            if (count < 0) {
                break;
            }
            length += count;
        }
        return length;
    }

    private static FileChannel open(Path folder) {
        try {
            return TemporaryFiles.open(folder, "request-");
        } catch (IOException diskFullOrReadOnly) {
            throw noSpace();
        }
    }

    private static ProblemException noSpace() {
        return new ProblemException(new Problem.Overloaded(HttpLimits.BODY_RETRY));
    }

    private static void write(FileChannel file, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            int written = file.write(bytes);
            if (written <= 0) {
                throw new IOException("nothing was written");
            }
        }
    }
}
