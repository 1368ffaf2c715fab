package dev.spoolmark.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Reads the text resources of the demo: blocks of lines that are separated by empty lines, and fields that are
/// separated by `|`. Lines that begin with `#` are comments.
final class DemoTexts {

    private DemoTexts() {}

    static List<List<String>> blocks(String resource) {
        List<List<String>> blocks = new ArrayList<>();
        List<String> block = new ArrayList<>();
        for (String line : text(resource).split("\n", -1)) {
            if (line.isBlank()) {
                if (!block.isEmpty()) {
                    blocks.add(List.copyOf(block));
                    block.clear();
                }
            } else if (!line.startsWith("#")) {
                block.add(line);
            }
        }
        if (!block.isEmpty()) {
            blocks.add(List.copyOf(block));
        }
        return blocks;
    }

    static List<String> fields(String line) {
        return List.of(line.split("[|]", -1));
    }

    private static String text(String resource) {
        try (InputStream stream = DemoTexts.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
