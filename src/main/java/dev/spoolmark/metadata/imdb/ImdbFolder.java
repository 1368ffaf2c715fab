package dev.spoolmark.metadata.imdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/// A folder with IMDb datasets. Only `title.basics` is required; the others add data.
public final class ImdbFolder {

    private final Map<ImdbFile, Path> files;

    private ImdbFolder(Map<ImdbFile, Path> files) {
        this.files = files;
    }

    public static ImdbFolder of(Path folder) throws IOException {
        Map<ImdbFile, Path> files = new EnumMap<>(ImdbFile.class);
        for (ImdbFile file : ImdbFile.values()) {
            Stream.of(file.plain(), file.zipped())
                    .map(folder::resolve)
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .ifPresent(path -> files.put(file, path));
        }
        if (!files.containsKey(ImdbFile.TITLES)) {
            throw new CorruptDatasetException(
                    folder + " holds no " + ImdbFile.TITLES.plain() + " or " + ImdbFile.TITLES.zipped());
        }
        return new ImdbFolder(files);
    }

    /// @return the names of missing files
    public List<String> missing() {
        return Stream.of(ImdbFile.values())
                .filter(file -> !files.containsKey(file))
                .map(ImdbFile::plain)
                .toList();
    }

    /// @return names, sizes and times of the files, as a text that differs if a file has changed
    public String files() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : files.values()) {
            all.append(file.getFileName())
                    .append(' ')
                    .append(Files.size(file))
                    .append(' ')
                    .append(Files.getLastModifiedTime(file).toMillis())
                    .append('\n');
        }
        return all.toString();
    }

    /// Reads all files. Data that does not fit into memory is stored in `workspace`.
    public void read(Path workspace, ImdbConsumer consumer) throws IOException {
        TitleBasicsReader.read(this, workspace, consumer);
        if (files.containsKey(ImdbFile.RATINGS)) {
            consumer.awaitImport();
            RatingsReader.read(this, consumer);
        }
        if (files.containsKey(ImdbFile.OTHER_TITLES)) {
            consumer.awaitImport();
            AkasReader.read(this, workspace, consumer);
        }
        if (files.containsKey(ImdbFile.PRINCIPALS) && files.containsKey(ImdbFile.NAMES)) {
            consumer.awaitImport();
            PrincipalsReader.read(this, workspace, consumer);
        }
        consumer.awaitImport();
    }

    Optional<TsvReader> table(ImdbFile file, ImdbConsumer consumer, LongConsumer bytes) throws IOException {
        Path path = files.get(file);
        return path == null ? Optional.empty() : Optional.of(TsvReader.open(path, file, consumer, bytes));
    }

    long size(ImdbFile file) throws IOException {
        Path path = files.get(file);
        return path == null ? 0 : Files.size(path);
    }
}
