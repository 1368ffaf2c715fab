package dev.spoolmark.transfer.run;

import dev.spoolmark.transfer.file.FileProblem;
import dev.spoolmark.transfer.file.ImportFileException;
import dev.spoolmark.transfer.file.ImportLimits;
import dev.spoolmark.transfer.format.ImportQuestion;
import dev.spoolmark.transfer.record.ImportRecord;
import dev.spoolmark.transfer.record.ImportWarning;
import dev.spoolmark.transfer.record.PlayRecord;
import dev.spoolmark.transfer.record.RecordSink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Counts the records of a file and keeps the first ones.
final class PreviewSink implements RecordSink {

    private static final int FIRST = 50;
    private static final int MAX_MEMBERS = 200;
    private static final int MAX_WARNINGS = 20;

    private final Map<RecordType, Long> types = new EnumMap<>(RecordType.class);
    private final Map<String, Long> members = new TreeMap<>();
    private final Map<RecordType, List<PreviewRow>> first = new EnumMap<>(RecordType.class);
    private final List<ImportWarning> warnings = new ArrayList<>();
    private @Nullable Instant earliest;
    private @Nullable Instant latest;
    private long records;

    @Override
    public void accept(ImportRecord imported) {
        records++;
        if (records > ImportLimits.ROWS) {
            throw new ImportFileException(
                    FileProblem.TOO_MANY_ROWS, imported.source().member());
        }
        RecordType type = RecordType.of(imported);
        types.merge(type == RecordType.PLAY_COUNT ? RecordType.PLAY : type, 1L, Long::sum);
        if (members.size() < MAX_MEMBERS
                || members.containsKey(imported.source().member())) {
            members.merge(imported.source().member(), 1L, Long::sum);
        }
        if (imported instanceof ImportWarning warning && warnings.size() < MAX_WARNINGS) {
            warnings.add(warning);
        }
        List<PreviewRow> shown = first.computeIfAbsent(type, key -> new ArrayList<>());
        if (shown.size() < FIRST) {
            shown.add(PreviewRow.of(imported));
        }
        if (imported instanceof PlayRecord play) {
            note(play.time().at());
        }
    }

    private void note(@Nullable Instant at) {
        if (at != null) {
            earliest = earliest == null || at.isBefore(earliest) ? at : earliest;
            latest = latest == null || at.isAfter(latest) ? at : latest;
        }
    }

    ImportPreview preview(List<ImportQuestion> questions) {
        long warned = warnings.size();
        return new ImportPreview(
                records,
                types,
                members,
                first,
                Math.max(0, types.getOrDefault(RecordType.NONE, 0L) - warned),
                warnings,
                earliest,
                latest,
                questions);
    }
}
