package dev.spoolmark.recommendation;

import dev.spoolmark.catalog.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.CRC32C;

/// The form of a stored model: a mark with its version, the kind, when and from what it was learned, the numbers of the
/// items, their weights row by row, and a sum over all of it.
final class ModelFile {

    /// Raised when this form changes or models are learned in another way, so that older files are made anew.
    private static final long FORM =
            ByteBuffer.wrap("spoolM01".getBytes(StandardCharsets.US_ASCII)).getLong();

    private static final int HEAD = Long.BYTES + Integer.BYTES + Long.BYTES + Long.BYTES + Integer.BYTES;
    private static final int SUM = Long.BYTES;

    static final long MOST_BYTES = size(ItemModel.MOST_ITEMS);

    private ModelFile() {}

    static ByteBuffer bytes(Kind kind, KeptModel kept) {
        ByteBuffer bytes = ByteBuffer.allocate(size(kept.model().size()));
        bytes.putLong(FORM)
                .putInt(kind.number())
                .putLong(kept.learned().toEpochMilli())
                .putLong(kept.pass())
                .putInt(kept.model().size());
        kept.model().write(bytes);
        bytes.putLong(sum(bytes, bytes.position()));
        return bytes.flip();
    }

    /// Empty for whatever is not a whole model of this kind in this form.
    static Optional<KeptModel> read(Kind kind, ByteBuffer bytes) {
        if (bytes.limit() < HEAD + SUM || bytes.getLong() != FORM || bytes.getInt() != kind.number()) {
            return Optional.empty();
        }
        Instant learned = Instant.ofEpochMilli(bytes.getLong());
        long pass = bytes.getLong();
        int items = bytes.getInt();
        boolean whole = items > 0
                && items <= ItemModel.MOST_ITEMS
                && bytes.limit() == size(items)
                && bytes.getLong(bytes.limit() - SUM) == sum(bytes, bytes.limit() - SUM);
        return whole ? Optional.of(new KeptModel(ItemModel.read(bytes, items), learned, pass)) : Optional.empty();
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
