package dev.spoolmark.transfer.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.Locale;

/// The characters of an XML document within an element around all its roots. Control characters that XML forbids are
/// spaces, and the part of the document between two events of the parser is limited.
final class XmlText extends Reader {

    /// The name of the element around everything.
    static final String ROOT = "document";

    private static final String BEFORE = "<" + ROOT + ">";
    private static final String AFTER = "</" + ROOT + ">";
    private static final String DECLARATION = "<?xml";

    private final PushbackReader document;
    private String pending = BEFORE;
    private boolean isEnd;
    private int sinceEvent;

    XmlText(Reader document) throws IOException {
        this.document = new PushbackReader(new BufferedReader(document), DECLARATION.length() + 1);
        skipDeclaration();
    }

    /// Its encoding does not count, as the characters are decoded already.
    private void skipDeclaration() throws IOException {
        int c = document.read();
        for (int skipped = 0; c >= 0 && isSpace(c) && skipped < ImportLimits.CELL; skipped++) {
            c = document.read();
        }
        if (c < 0) {
            return;
        }
        document.unread(c);
        char[] start = new char[DECLARATION.length()];
        int length = Math.max(0, document.read(start, 0, start.length));
        if (!new String(start, 0, length).toLowerCase(Locale.ROOT).equals(DECLARATION)) {
            document.unread(start, 0, length);
            return;
        }
        for (int skipped = 0; skipped < ImportLimits.CELL; skipped++) {
            c = document.read();
            if (c < 0 || c == '>') {
                return;
            }
        }
    }

    /// An event was read.
    void markEvent() {
        sinceEvent = 0;
    }

    @Override
    public int read(char[] to, int offset, int length) throws IOException {
        if (!pending.isEmpty()) {
            int count = Math.min(length, pending.length());
            pending.getChars(0, count, to, offset);
            pending = pending.substring(count);
            return count;
        }
        if (isEnd) {
            return -1;
        }
        int count = document.read(to, offset, length);
        if (count < 0) {
            isEnd = true;
            pending = AFTER;
            return read(to, offset, length);
        }
        for (int i = offset; i < offset + count; i++) {
            to[i] = isForbidden(to[i]) ? ' ' : to[i];
        }
        sinceEvent += count;
        if (sinceEvent > ImportLimits.ROW) {
            throw new ImportFileException(FileProblem.TOO_LONG_ROW, "an element");
        }
        return count;
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private static boolean isForbidden(char c) {
        return (c < ' ' && !isSpace(c)) || c == '\ufffe' || c == '\uffff';
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
