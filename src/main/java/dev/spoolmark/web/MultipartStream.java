package dev.spoolmark.web;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a body of the type `multipart/form-data` (RFC 7578) part by part, without holding one in memory.
final class MultipartStream {

    private static final int MAX_PARTS = 20;
    private static final int MAX_HEADER = 2_000;
    private static final Pattern BOUNDARY =
            Pattern.compile("multipart/form-data;.*?boundary=\"?([0-9A-Za-z'()+_,./:=?-]{1,70})\"?.*", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("(?i)content-disposition:[^\n]*?[; ]name=\"([a-z_]{1,40})\"");
    private static final Pattern FILE_NAME =
            Pattern.compile("(?i)content-disposition:[^\n]*?[; ]filename=\"([^\"\n]{0,1000})\"");

    private final InputStream in;

    /// Begins with the line break that is part of each delimiter but the first.
    private final byte[] delimiter;

    private int parts;
    private boolean isOpen;
    private @Nullable String fileName;

    /// @param in buffered
    /// @throws ProblemException with `Unreadable` if it is no such body
    MultipartStream(String contentType, InputStream in) {
        Matcher type = BOUNDARY.matcher(contentType);
        if (!type.matches()) {
            throw unreadable();
        }
        this.in = in;
        this.delimiter = ("\r\n--" + type.group(1)).getBytes(StandardCharsets.ISO_8859_1);
    }

    /// Goes to the next part.
    ///
    /// @return the name of its field; null after the last part
    /// @throws ProblemException with `Unreadable` if the body is malformed or has more than 20 parts
    @Nullable
    String next() throws IOException {
        if (parts == 0) {
            copy(2, OutputStream.nullOutputStream(), Long.MAX_VALUE);
        } else if (isOpen) {
            copy(0, OutputStream.nullOutputStream(), Long.MAX_VALUE);
        }
        isOpen = true;
        if (++parts > MAX_PARTS) {
            throw unreadable();
        }
        String end = new String(in.readNBytes(2), StandardCharsets.ISO_8859_1);
        if (end.equals("--")) {
            return null;
        }
        if (!end.equals("\r\n")) {
            throw unreadable();
        }
        String header = header();
        Matcher name = NAME.matcher(header);
        if (!name.find()) {
            throw unreadable();
        }
        Matcher file = FILE_NAME.matcher(header);
        fileName = file.find() ? file.group(1) : null;
        return name.group(1);
    }

    /// The name that the present part gives to its file, as sent; null if it is no file.
    @Nullable
    String fileName() {
        return fileName;
    }

    /// Writes the content of the present part.
    ///
    /// @return its bytes
    /// @throws ProblemException with `TooBig` if it has more than `limit` bytes, `Unreadable` if it has no end
    long writeTo(OutputStream out, long limit) throws IOException {
        long length = copy(0, out, limit);
        isOpen = false;
        return length;
    }

    /// The content of the present part as UTF-8.
    String text(int limit) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writeTo(bytes, limit);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private String header() throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        int tail = 0;
        while (tail != 0x0D0A0D0A) {
            int next = in.read();
            if (next < 0 || header.size() >= MAX_HEADER) {
                throw unreadable();
            }
            header.write(next);
            tail = (tail << 8) | next;
        }
        return header.toString(StandardCharsets.UTF_8);
    }

    /// Copies up to the next delimiter. Its first byte, CR, occurs nowhere else in it, so that after a mismatch only
    /// the byte that did not match can begin a delimiter.
    ///
    /// @param begin bytes of the delimiter that precede the stream
    private long copy(int begin, OutputStream out, long limit) throws IOException {
        int matched = begin;
        long length = 0;
        while (matched < delimiter.length) {
            int next = in.read();
            if (next < 0) {
                throw unreadable();
            }
            if ((byte) next == delimiter[matched]) {
                matched++;
                continue;
            }
            out.write(delimiter, 0, matched);
            length += matched;
            matched = (byte) next == delimiter[0] ? 1 : 0;
            if (matched == 0) {
                out.write(next);
                length++;
            }
            if (length > limit) {
                throw new ProblemException(new Problem.TooBig(limit, "bytes"));
            }
        }
        return length;
    }

    private static ProblemException unreadable() {
        return new ProblemException(new Problem.Unreadable("the form is malformed"));
    }
}
