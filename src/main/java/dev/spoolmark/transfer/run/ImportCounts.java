package dev.spoolmark.transfer.run;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How many records of an import were added, and what became of the others.
///
/// @param added new and changed ones by their type; several plays of one record count each
public record ImportCounts(
        Map<RecordType, Long> added, long present, long unresolved, long skipped, long ignored, long warnings) {

    public static final ImportCounts NONE = new ImportCounts(Map.of(), 0, 0, 0, 0, 0);

    private static final List<RecordType> FIRST =
            List.of(RecordType.PLAY, RecordType.RATING, RecordType.WATCHLIST, RecordType.LIST);

    public ImportCounts {
        added = Map.copyOf(added);
    }

    /// With one more record.
    ///
    /// @param number of plays that it has added
    ImportCounts plus(RowOutcome outcome, RecordType type, long number) {
        return switch (outcome) {
            case ADDED, CHANGED ->
                new ImportCounts(with(type, number), present, unresolved, skipped, ignored, warnings);
            case PRESENT -> new ImportCounts(added, present + 1, unresolved, skipped, ignored, warnings);
            case UNRESOLVED -> new ImportCounts(added, present, unresolved + 1, skipped, ignored, warnings);
            case SKIPPED -> new ImportCounts(added, present, unresolved, skipped + 1, ignored, warnings);
            case IGNORED -> new ImportCounts(added, present, unresolved, skipped, ignored + 1, warnings);
            case WARNING -> new ImportCounts(added, present, unresolved, skipped, ignored, warnings + 1);
        };
    }

    /// After a row that was not resolved got an item.
    ImportCounts resolved() {
        return new ImportCounts(added, present, Math.max(0, unresolved - 1), skipped, ignored, warnings);
    }

    private Map<RecordType, Long> with(RecordType type, long number) {
        Map<RecordType, Long> more = new EnumMap<>(RecordType.class);
        more.putAll(added);
        more.merge(type == RecordType.PLAY_COUNT ? RecordType.PLAY : type, number, Long::sum);
        return more;
    }

    public long added(RecordType type) {
        return added.getOrDefault(type, 0L);
    }

    /// What was added, for the command line: `6 plays, 5 ratings, 2 watchlist, 1 list added; 0 already there; 1
    /// unresolved;
    /// 3 skipped`.
    public String text() {
        String parts = FIRST.stream()
                .filter(type -> type == RecordType.PLAY || added(type) > 0)
                .map(type -> type.counted(added(type)))
                .collect(Collectors.joining(", "));
        String ignoredToo = ignored == 0 ? "" : "; " + ignored + " ignored";
        return parts + " added; " + present + " already there; " + unresolved + " unresolved; " + skipped + " skipped"
                + ignoredToo;
    }

    /// What else was added; empty if nothing.
    public String otherText() {
        return Stream.of(RecordType.values())
                .filter(type -> !FIRST.contains(type) && added(type) > 0)
                .map(type -> type.counted(added(type)))
                .collect(Collectors.joining(", "));
    }
}
