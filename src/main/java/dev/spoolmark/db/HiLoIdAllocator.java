package dev.spoolmark.db;

import java.util.HashMap;
import java.util.Map;

/// Hands out numbers from blocks that are taken from the table `id_block` (`docs/scaling.md#identifiers`).
///
/// Taking a block is a write like any other. Where it shares the caller's transaction and that is rolled back, the
/// owner calls [#discardBlocks]; numbers are lost then, never given twice.
final class HiLoIdAllocator {

    private static final String TAKE = """
            INSERT INTO id_block (name, next_id) VALUES (?, 1 + ?)
            ON CONFLICT (name) DO UPDATE SET next_id = id_block.next_id + ?
            RETURNING next_id
            """;

    /// The last number that a JavaScript client still reads exactly.
    private static final long LARGEST = (1L << 53) - 1;

    private final int size;
    private final Source source;
    private final Map<String, Block> blocks = new HashMap<>();

    HiLoIdAllocator(int size, Source source) {
        this.size = size;
        this.source = source;
    }

    synchronized long next(String name, StatementCache caller) {
        Block block = blocks.get(name);
        if (block == null || block.next == block.end) {
            block = take(name, caller);
            blocks.put(name, block);
        }
        return block.next++;
    }

    synchronized void discardBlocks() {
        blocks.clear();
    }

    private Block take(String name, StatementCache caller) {
        long end = source.take(TAKE, name, size, caller);
        if (end > LARGEST) {
            throw new DatabaseException("ids are exhausted for " + name);
        }
        return new Block(end - size, end);
    }

    /// Runs the statement that takes a block: inside the caller's transaction, or on a connection of its own.
    interface Source {

        long take(String sql, String name, int size, StatementCache caller);
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
