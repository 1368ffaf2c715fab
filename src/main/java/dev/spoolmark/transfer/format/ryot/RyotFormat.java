package dev.spoolmark.transfer.format.ryot;

import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.JsonElements;
import dev.spoolmark.transfer.file.JsonHead;
import dev.spoolmark.transfer.format.ImportFormat;
import dev.spoolmark.transfer.format.ImportOptions;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.SkipReason;
import java.util.List;
import java.util.Set;

/// The JSON export of Ryot: one object with an array for each kind of data.
public final class RyotFormat implements ImportFormat {

    private static final String METADATA = "metadata";
    private static final String COLLECTIONS = "collections";
    private static final Set<String> ARRAYS = Set.of(
            COLLECTIONS,
            "exercises",
            "measurements",
            METADATA,
            "metadata_groups",
            "people",
            "workout_templates",
            "workouts");

    @Override
    public String key() {
        return "ryot";
    }

    @Override
    public String title() {
        return "Ryot";
    }

    @Override
    public boolean matches(ImportFile file) {
        return !members(file).isEmpty();
    }

    private static List<String> members(ImportFile file) {
        return file.membersOfType(".json").stream()
                .filter(member -> isExport(file, member))
                .toList();
    }

    /// The first array may be longer than the beginning of the file.
    private static boolean isExport(ImportFile file, String member) {
        JsonHead head = JsonHead.of(file, member);
        if (head.isArray() || head.keys().isEmpty() || !ARRAYS.containsAll(head.keys())) {
            return false;
        }
        return head.keys().size() > 1
                || head.has(COLLECTIONS)
                || file.head(member).contains("\"lot\"");
    }

    @Override
    public void read(ImportFile file, ImportOptions options, RecordSink sink) {
        RyotLists lists = new RyotLists(sink);
        RyotReader reader = new RyotReader(sink, lists);
        for (String member : members(file)) {
            JsonElements.forEach(file, member, COLLECTIONS, lists::list);
            JsonElements.forEach(file, member, METADATA, reader::read);
            for (String array : List.of("metadata_groups", "people")) {
                JsonElements.forEach(
                        file,
                        member,
                        array,
                        (source, row) -> sink.skip(source, SkipReason.NOT_SUPPORTED, array + ": " + row));
            }
        }
    }
}
