package dev.spoolmark.transfer.format;

import dev.spoolmark.transfer.file.ImportFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The sample files of all formats, and files that are of none, to test that each format detects its own only.
public final class SampleFiles {

    private SampleFiles() {}

    /// The samples that a format detects under a name that says nothing, sorted; directories as well as files.
    public static List<String> matching(ImportFormat format, Path directory) {
        Path samples = SampleRecords.sample("");
        try (Stream<Path> all = Files.walk(samples)) {
            return all.filter(path -> !path.equals(samples))
                    .sorted()
                    .filter(path -> Files.isDirectory(path)
                            ? SampleRecords.matches(format, path)
                            : matches(format, copy(path, directory)))
                    .map(path -> samples.relativize(path).toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path copy(Path sample, Path directory) {
        Path copy = directory.resolve("upload");
        write(copy, read(sample));
        return copy;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(Path file, byte[] content) {
        try {
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether a format takes a file for its own.
    public static boolean matches(ImportFormat format, Path file) {
        try (ImportFile opened = ImportFile.open(file, file.getFileName().toString())) {
            return format.matches(opened);
        }
    }

    /// Files without content, with NUL, with a quote that has no end, and with too many columns.
    public static List<Path> hostile(Path directory) {
        return List.of(
                text(directory, "empty", ""),
                text(directory, "blank", "\n\n\n"),
                text(directory, "nul", "\0\0\0,\0\n\0"),
                text(directory, "quote", "\"" + "a,".repeat(20_000)),
                text(directory, "columns", "a,".repeat(20_000) + "\n1"),
                write(directory.resolve("random"), new byte[] {(byte) 0xff, 1, (byte) 0xc3, 0x28, 0, 10, 44}));
    }

    private static Path text(Path directory, String name, String text) {
        return write(directory.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }
}
