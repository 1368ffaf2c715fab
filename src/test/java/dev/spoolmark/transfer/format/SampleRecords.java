package dev.spoolmark.transfer.format;

import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.record.ImportRecord;
import dev.spoolmark.transfer.record.ImportWarning;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.ItemRecord;
import dev.spoolmark.transfer.record.SkippedRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// What a format reads from a sample file below `src/test/resources/imports`, or from a file that a test writes.
public record SampleRecords(List<ImportRecord> all) {

    private static final Path SAMPLES = Path.of("src/test/resources/imports");
    private static final ImportOptions OPTIONS = ImportOptions.of(ZoneId.of("Europe/Berlin"));

    public static Path sample(String name) {
        return SAMPLES.resolve(name);
    }

    public static SampleRecords of(ImportFormat format, String sample) {
        return of(format, sample(sample), OPTIONS);
    }

    public static SampleRecords of(ImportFormat format, Path path, ImportOptions options) {
        List<ImportRecord> records = new ArrayList<>();
        try (ImportFile file = ImportFile.open(path, path.getFileName().toString())) {
            format.read(file, options, records::add);
        }
        return new SampleRecords(records);
    }

    /// A file with this text.
    public static SampleRecords ofText(ImportFormat format, Path directory, String name, String text) {
        try {
            return of(format, Files.writeString(directory.resolve(name), text), OPTIONS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// An archive with these texts by the names of its members.
    public static SampleRecords ofArchive(ImportFormat format, Path directory, Map<String, String> members) {
        return of(format, archive(directory.resolve("archive.zip"), members), OPTIONS);
    }

    public static Path archive(Path file, Map<String, String> members) {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue().getBytes(StandardCharsets.UTF_8));
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether a format takes a sample for its own.
    public static boolean matches(ImportFormat format, Path path) {
        try (ImportFile file = ImportFile.open(path, path.getFileName().toString())) {
            return format.matches(file);
        }
    }

    /// The records of one type.
    public <R extends ImportRecord> List<R> of(Class<R> type) {
        return all.stream().filter(type::isInstance).map(type::cast).toList();
    }

    public <R extends ImportRecord> R only(Class<R> type) {
        List<R> found = of(type);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " records of the type " + type.getSimpleName() + ": " + found);
        }
        return found.getFirst();
    }

    public List<SkippedRecord> skipped() {
        return of(SkippedRecord.class);
    }

    public List<ImportWarning> warnings() {
        return of(ImportWarning.class);
    }

    /// Records of one type as `S1E2 of Harbour Street` or `The Paper Lighthouse`.
    public <R extends ItemRecord> List<String> items(Class<R> type) {
        return of(type).stream().map(record -> name(record.item())).toList();
    }

    private static String name(ImportedItem item) {
        String title = String.valueOf(item.title());
        return switch (item.kind()) {
            case EPISODE ->
                item.number() == null && item.episodeTitle() == null
                        ? "an episode"
                        : "S" + item.season() + "E" + (item.number() == null ? item.episodeTitle() : item.number())
                                + " of " + title;
            case SEASON -> "S" + item.season() + " of " + title;
            case MOVIE, SHOW, PERSON, LIST -> title;
        };
    }
}
