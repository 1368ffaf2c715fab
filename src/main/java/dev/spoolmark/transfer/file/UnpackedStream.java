package dev.spoolmark.transfer.file;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/// Unpacks a member within the limits. What the archive says about sizes is not believed.
final class UnpackedStream extends FilterInputStream {

    private final String member;
    private final long compressed;
    private final UnpackedBytes all;
    private long read;

    /// @param compressed bytes in the archive
    UnpackedStream(InputStream in, String member, long compressed, UnpackedBytes all) {
        super(in);
        this.member = member;
        this.compressed = compressed;
        this.all = all;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        int count;
        try {
            count = in.read(to, offset, length);
        } catch (ZipException | EOFException e) {
            throw new ImportFileException(FileProblem.DAMAGED, member);
        }
        if (count > 0) {
            read += count;
            if (read > ImportLimits.RATIO_FREE && read / ImportLimits.RATIO > compressed) {
                throw new ImportFileException(FileProblem.TOO_COMPRESSED, member);
            }
            all.count(member, read);
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 1 << 16)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
