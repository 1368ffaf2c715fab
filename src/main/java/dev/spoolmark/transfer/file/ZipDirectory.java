package dev.spoolmark.transfer.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// Checks how many members an archive has before the JDK reads its whole directory into memory.
final class ZipDirectory {

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 65_535;

    /// Where the end record has the number of members, the length of the directory in bytes, and that of the comment.
    private static final int MEMBERS_AT = 10;

    private static final int LENGTH_AT = 12;
    private static final int COMMENT_LENGTH_AT = 20;

    private static final long LONGEST = 4L << 20;

    private ZipDirectory() {}

    /// @throws ImportFileException if there are too many members, or no directory
    static void check(Path path, String archive) throws IOException {
        try (SeekableByteChannel file = Files.newByteChannel(path)) {
            int length = (int) Math.min(file.size(), END_LENGTH + LONGEST_COMMENT);
            ByteBuffer tail = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
            file.position(file.size() - length);
            while (tail.hasRemaining() && file.read(tail) >= 0) {
                // Read on.
            }
            int end = end(tail, length);
            if (end < 0) {
                throw new ImportFileException(FileProblem.DAMAGED, archive);
            }
            int members = tail.getShort(end + MEMBERS_AT) & 0xffff;
            long bytes = tail.getInt(end + LENGTH_AT) & 0xffff_ffffL;
            if (members > ImportLimits.MEMBERS || bytes > LONGEST) {
                throw new ImportFileException(FileProblem.TOO_MANY_MEMBERS, archive);
            }
        }
    }

    /// The last end record whose comment reaches to the end of the file, as the JDK finds it; -1 if there is none.
    private static int end(ByteBuffer tail, int length) {
        for (int at = length - END_LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == END_SIGNATURE
                    && at + END_LENGTH + (tail.getShort(at + COMMENT_LENGTH_AT) & 0xffff) == length) {
                return at;
            }
        }
        return -1;
    }
}
