package dev.spoolmark.transfer.file;

import java.util.HashMap;
import java.util.Map;

/// Counts what was unpacked. A member that is read twice counts once.
final class UnpackedBytes {

    private final String archive;
    private final Map<String, Long> bytes = new HashMap<>();
    private long total;

    UnpackedBytes(String archive) {
        this.archive = archive;
    }

    /// @param read bytes of the member so far
    /// @throws ImportFileException if the limit of the archive is exceeded
    synchronized void count(String member, long read) {
        long before = bytes.getOrDefault(member, 0L);
        if (read > before) {
            bytes.put(member, read);
            total += read - before;
            if (total > ImportLimits.UNPACKED) {
                throw new ImportFileException(FileProblem.TOO_LARGE, archive);
            }
        }
    }
}
