package dev.spoolmark.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Copies and deletes data directories.
final class DataFolders {

    private DataFolders() {}

    static void copy(Path from, Path to) throws IOException {
        for (Path one : all(from)) {
            Files.copy(one, to.resolve(from.relativize(one).toString()));
        }
    }

    static void delete(Path folder) throws IOException {
        for (Path one : all(folder).reversed()) {
            Files.deleteIfExists(one);
        }
    }

    static void deleteQuietly(Path folder) {
        try {
            delete(folder);
        } catch (IOException e) {
            System.err.println(folder + " stays: " + e.getMessage());
        }
    }

    /// Each directory is listed before its content.
    private static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(Comparator.naturalOrder()).toList();
        }
    }
}
