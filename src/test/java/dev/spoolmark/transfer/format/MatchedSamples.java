package dev.spoolmark.transfer.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Which of all samples a format takes for its own: each file by itself, and each directory.
public final class MatchedSamples {

    private MatchedSamples() {}

    /// Paths of the samples below their directory, with `/`, in alphabetical order.
    public static List<String> of(ImportFormat format) {
        Path samples = SampleRecords.sample("");
        try (Stream<Path> all = Files.walk(samples)) {
            return all.filter(path -> !path.equals(samples))
                    .filter(path -> SampleRecords.matches(format, path))
                    .map(path -> samples.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
