package dev.spoolmark.db;

import java.util.HashMap;
import java.util.Map;

/// Allocates ids from blocks that are reserved in the table `id_block` (`docs/scaling.md#identifiers`).
///
/// Reserving a block is an ordinary write. If it shares the transaction of the caller and that is rolled back,
/// the owner calls [#discardBlocks]; ids are then lost, never reused.
final class HiLoIdAllocator {

    private static final String RESERVE = """
            INSERT INTO id_block (name, next_id) VALUES (?, 1 + ?)
            ON CONFLICT (name) DO UPDATE SET next_id = id_block.next_id + ?
            RETURNING next_id
            """;

    /// The largest id that a JavaScript client reads exactly.
    private static final long LARGEST = (1L << 53) - 1;

    private final int size;
    private final Source source;
    private final Map<String, Block> blocks = new HashMap<>();

    HiLoIdAllocator(int size, Source source) {
        this.size = size;
        this.source = source;
    }

    synchronized long next(String name, StatementCache statements) {
        Block block = blocks.get(name);
        if (block == null || block.next == block.end) {
            block = reserve(name, statements);
            blocks.put(name, block);
        }
        return block.next++;
    }

    synchronized void discardBlocks() {
        blocks.clear();
    }

    private Block reserve(String name, StatementCache statements) {
        long end = source.reserve(RESERVE, name, size, statements);
        if (end > LARGEST) {
            throw new DatabaseException("ids are exhausted for " + name);
        }
        return new Block(end - size, end);
    }

    /// Reserves a block, in the transaction of the caller or on a separate connection.
    interface Source {

        long reserve(String sql, String name, int size, StatementCache statements);
    }

    private static final class Block {

        private long next;
        private final long end;

        Block(long next, long end) {
            this.next = next;
            this.end = end;
        }
    }
}
