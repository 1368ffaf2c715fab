package dev.spoolmark.db;

/// The smallest write that there is: it counts itself, so that each one changes a page and has to be committed.
final class WriteProbe {

    static final String COUNT = """
            INSERT INTO id_block (name, next_id) VALUES ('write_probe', 1)
            ON CONFLICT (name) DO UPDATE SET next_id = id_block.next_id + 1
            """;

    private WriteProbe() {}
}
