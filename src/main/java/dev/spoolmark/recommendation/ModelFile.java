package dev.spoolmark.recommendation;

import dev.spoolmark.catalog.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.CRC32C;

/// File format of a model: a magic number with the version, the kind, time and catalog revision of the training,
/// the ids of the items, their weights row by row, and a checksum.
final class ModelFile {

    /// Increased when the format or the training changes, so that older files are replaced.
    private static final long MAGIC =
            ByteBuffer.wrap("spoolM01".getBytes(StandardCharsets.US_ASCII)).getLong();

    private static final int HEADER_BYTES = Long.BYTES + Integer.BYTES + Long.BYTES + Long.BYTES + Integer.BYTES;
    private static final int CHECKSUM_BYTES = Long.BYTES;

    static final long MAX_BYTES = size(ItemModel.MAX_ITEMS);

    private ModelFile() {}

    static ByteBuffer bytes(Kind kind, StoredModel stored) {
        ByteBuffer bytes = ByteBuffer.allocate(size(stored.model().size()));
        bytes.putLong(MAGIC)
                .putInt(kind.number())
                .putLong(stored.trainedAt().toEpochMilli())
                .putLong(stored.revision())
                .putInt(stored.model().size());
        stored.model().write(bytes);
        bytes.putLong(checksum(bytes, bytes.position()));
        return bytes.flip();
    }

    /// Empty if the bytes are not a complete model of this kind and version.
    static Optional<StoredModel> read(Kind kind, ByteBuffer bytes) {
        if (bytes.limit() < HEADER_BYTES + CHECKSUM_BYTES
                || bytes.getLong() != MAGIC
                || bytes.getInt() != kind.number()) {
            return Optional.empty();
        }
        Instant trainedAt = Instant.ofEpochMilli(bytes.getLong());
        long revision = bytes.getLong();
        int items = bytes.getInt();
        boolean complete = items > 0
                && items <= ItemModel.MAX_ITEMS
                && bytes.limit() == size(items)
                && bytes.getLong(bytes.limit() - CHECKSUM_BYTES) == checksum(bytes, bytes.limit() - CHECKSUM_BYTES);
        return complete
                ? Optional.of(new StoredModel(ItemModel.read(bytes, items), trainedAt, revision))
                : Optional.empty();
    }

    private static int size(int items) {
        return HEADER_BYTES + items * Long.BYTES + items * items * Float.BYTES + CHECKSUM_BYTES;
    }

    private static long checksum(ByteBuffer bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.slice(0, length));
        return crc.getValue();
    }
}
