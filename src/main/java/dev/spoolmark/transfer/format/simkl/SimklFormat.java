package dev.spoolmark.transfer.format.simkl;

import dev.spoolmark.transfer.file.CsvTable;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.format.ImportFormat;
import dev.spoolmark.transfer.format.ImportOptions;
import dev.spoolmark.transfer.record.RecordSink;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The backup of Simkl: a JSON document, alone or in an archive, or a table, which says less.
public final class SimklFormat implements ImportFormat {

    private static final Set<String> COLUMNS = Set.of("simkl_id", "title", "type");
    private static final List<String> PROPERTIES =
            List.of("\"added_to_watchlist_at\"", "\"last_watched_at\"", "\"user_rating\"");
    private static final int MAX_MEMBERS = 100;

    @Override
    public String key() {
        return "simkl";
    }

    @Override
    public String title() {
        return "Simkl";
    }

    @Override
    public boolean matches(ImportFile file) {
        return !documents(file).isEmpty() || !tables(file).isEmpty();
    }

    private static List<String> documents(ImportFile file) {
        return candidates(file, ".json").stream()
                .filter(member -> isDocument(file.head(member)))
                .toList();
    }

    private static boolean isDocument(String head) {
        return head.stripLeading().startsWith("{")
                && head.contains("\"simkl\"")
                && PROPERTIES.stream().anyMatch(head::contains);
    }

    private static List<String> tables(ImportFile file) {
        return candidates(file, ".csv").stream()
                .filter(member -> CsvTable.columns(file, member).containsAll(COLUMNS))
                .toList();
    }

    /// A single file may have any name.
    private static List<String> candidates(ImportFile file, String extension) {
        return file.members().size() == 1
                ? file.members()
                : file.membersNamed(name -> isNamed(name.toLowerCase(Locale.ROOT), extension)).stream()
                        .limit(MAX_MEMBERS)
                        .toList();
    }

    private static boolean isNamed(String name, String extension) {
        return name.contains("simkl") && name.endsWith(extension);
    }

    @Override
    public void read(ImportFile file, ImportOptions options, RecordSink sink) {
        List<String> documents = documents(file);
        if (documents.isEmpty()) {
            SimklRows rows = new SimklRows(sink);
            tables(file).forEach(member -> CsvTable.of(file, member).forEach(sink, rows::row));
        } else {
            SimklEntries entries = new SimklEntries(file, sink);
            documents.forEach(entries::read);
        }
    }
}
