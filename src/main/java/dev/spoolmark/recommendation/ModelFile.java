package dev.spoolmark.recommendation;

import dev.spoolmark.catalog.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.CRC32C;

/// The form of a stored model: a mark with its version, the kind, when and from what it was learned, the numbers of
/// the items, their weights row by row, and a sum over all of it.
final class ModelFile {

    /// Raised when this form changes or models are learned in another way, so that older files are made anew.
    private static final long FORM =
            ByteBuffer.wrap("spoolM01".getBytes(StandardCharsets.US_ASCII)).getLong();

    private static final int HEAD = Long.BYTES + Integer.BYTES + Long.BYTES + Long.BYTES + Integer.BYTES;
    private static final int SUM = Long.BYTES;

    static final long MOST_BYTES = size(ItemModel.MOST_ITEMS);

    private ModelFile() {}

    static ByteBuffer bytes(Kind kind, StoredModel stored) {
        ByteBuffer bytes = ByteBuffer.allocate(size(stored.model().size()));
        bytes.putLong(FORM)
                .putInt(kind.number())
                .putLong(stored.learned().toEpochMilli())
                .putLong(stored.pass())
                .putInt(stored.model().size());
        stored.model().write(bytes);
        bytes.putLong(sum(bytes, bytes.position()));
        return bytes.flip();
    }

    /// Empty for whatever is not a whole model of this kind in this form.
    static Optional<StoredModel> read(Kind kind, ByteBuffer bytes) {
        if (bytes.limit() < HEAD + SUM || bytes.getLong() != FORM || bytes.getInt() != kind.number()) {
            return Optional.empty();
        }
        Instant learned = Instant.ofEpochMilli(bytes.getLong());
        long pass = bytes.getLong();
        int items = bytes.getInt();
        boolean complete = items > 0
                && items <= ItemModel.MOST_ITEMS
                && bytes.limit() == size(items)
                && bytes.getLong(bytes.limit() - SUM) == sum(bytes, bytes.limit() - SUM);
        return complete ? Optional.of(new StoredModel(ItemModel.read(bytes, items), learned, pass)) : Optional.empty();
    }

    private static int size(int items) {
        return HEAD + items * Long.BYTES + items * items * Float.BYTES + SUM;
    }

    private static long sum(ByteBuffer bytes, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes.slice(0, length));
        return sum.getValue();
    }
}
