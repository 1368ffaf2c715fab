package dev.spoolmark.transfer.run;

import dev.spoolmark.transfer.format.ImportQuestion;
import dev.spoolmark.transfer.record.ImportWarning;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a file contains, before anything is imported.
///
/// @param records of all types; the number of everything that the file states
/// @param types records by their type
/// @param members records by the file in the archive
/// @param first the first records of each type
/// @param earliest time of a play; null if none has a time
/// @param questions that the format asks
public record ImportPreview(
        long records,
        Map<RecordType, Long> types,
        Map<String, Long> members,
        Map<RecordType, List<PreviewRow>> first,
        long skipped,
        List<ImportWarning> warnings,
        @Nullable Instant earliest,
        @Nullable Instant latest,
        List<ImportQuestion> questions) {

    public ImportPreview {
        types = Map.copyOf(types);
        members = Map.copyOf(members);
        first = Map.copyOf(first);
        warnings = List.copyOf(warnings);
        questions = List.copyOf(questions);
    }
}
