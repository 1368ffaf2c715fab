package dev.spoolmark.http.body;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.HttpLimits;
import dev.spoolmark.http.UrlDecoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the pairs of a form one by one (`a=b&c=d`), decoded.
final class FormPairReader {

    private static final int END = -1;
    private static final int MAX_BYTES_OF_CHARACTER = 3;

    private final InputStream in;
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private int last = '&';

    FormPairReader(InputStream in) {
        this.in = in;
    }

    /// A name and its value.
    ///
    /// @param path the parsed name: `a[b][]` as `a`, `b` and an empty step
    record Pair(List<String> path, String value) {}

    /// The next pair, or null at the end.
    @Nullable
    Pair next() throws IOException {
        while (last != END) {
            String name = read('=', HttpLimits.JSON_NAME);
            if (last == '=') {
                return new Pair(path(name), read('&', HttpLimits.JSON_TEXT));
            }
            if (!name.isEmpty()) {
                return new Pair(path(name), "");
            }
        }
        return null;
    }

    /// The text up to `stop`, the next `&` or the end.
    private String read(char stop, int limit) throws IOException {
        text.reset();
        int blanks = 0;
        last = in.read();
        while (last != END && last != '&' && last != stop) {
            boolean blank = last == ' ' || last == '\t' || last == '\r' || last == '\n';
            blanks = blank ? blanks + 1 : 0;
            text.write(last == '%' ? escaped() : last == '+' ? ' ' : last);
            if (text.size() > limit * MAX_BYTES_OF_CHARACTER) {
                throw unreadable("a text of the form is too long");
            }
            last = in.read();
        }
        // Blanks at the end of the body belong to no value.
        return decoded(last == END ? text.size() - blanks : text.size(), limit);
    }

    private int escaped() throws IOException {
        int decoded = UrlDecoder.hexByte(in.read(), in.read());
        if (decoded < 0) {
            throw notEncoded();
        }
        return decoded;
    }

    private String decoded(int bytes, int limit) {
        try {
            String decoded = UrlDecoder.utf8(text.toByteArray(), bytes);
            if (decoded.length() > limit || decoded.indexOf('\0') >= 0) {
                throw unreadable("a text of the form is too long or holds a NUL");
            }
            return decoded;
        } catch (CharacterCodingException notUtf8) {
            throw notEncoded();
        }
    }

    /// A name that does not have the format `a[b]` is one step.
    private static List<String> path(String name) {
        int open = name.indexOf('[');
        if (open <= 0 || !name.endsWith("]")) {
            return List.of(name.isEmpty() ? "_" : name);
        }
        List<String> path = new ArrayList<>();
        path.add(name.substring(0, open));
        int from = open + 1;
        for (int close = name.indexOf("][", from); close >= 0; close = name.indexOf("][", from)) {
            path.add(name.substring(from, close));
            from = close + 2;
        }
        path.add(name.substring(from, name.length() - 1));
        if (path.size() > HttpLimits.JSON_DEPTH) {
            throw unreadable("the form is nested too deeply");
        }
        return path;
    }

    private static ProblemException notEncoded() {
        return unreadable("the form is not encoded properly");
    }

    private static ProblemException unreadable(String reason) {
        return new ProblemException(new Problem.Unreadable(reason));
    }
}
