package dev.spoolmark.db;

/// The smallest write: it counts itself, so that each one changes a page and must be committed.
final class WriteProbe {

    static final String COUNT = """
            INSERT INTO id_block (name, next_id) VALUES ('write_probe', 1)
            ON CONFLICT (name) DO UPDATE SET next_id = id_block.next_id + 1
            """;

    private WriteProbe() {}
}
