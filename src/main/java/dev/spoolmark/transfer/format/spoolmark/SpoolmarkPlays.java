package dev.spoolmark.transfer.format.spoolmark;

import static dev.spoolmark.transfer.file.JsonElements.text;

import dev.spoolmark.history.TimePrecision;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.ImportLimits;
import dev.spoolmark.transfer.file.JsonElements;
import dev.spoolmark.transfer.format.trakt.TraktAddition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What the manifest says about the rows of the history, in their order, and about the addresses of lists. A play takes
/// 17 bytes.
final class SpoolmarkPlays implements TraktAddition {

    private static final int FIRST_CAPACITY = 1_024;
    private static final int MAX_SLUGS = 20_000;

    private long[] ids = new long[FIRST_CAPACITY];
    private long[] recordedAt = new long[FIRST_CAPACITY];
    private byte[] precisions = new byte[FIRST_CAPACITY];
    private int size;
    private final Map<String, List<String>> slugs = new HashMap<>();
    private int slugCount;

    static SpoolmarkPlays read(ImportFile file, String manifest) {
        SpoolmarkPlays plays = new SpoolmarkPlays();
        JsonElements.forEach(file, manifest, "plays", (source, row) -> plays.add(row));
        JsonElements.forEach(file, manifest, "list_slugs", (source, row) -> plays.addSlug(row));
        return plays;
    }

    private void add(JsonNode row) {
        if (size == ImportLimits.ROWS) {
            return;
        }
        if (size == ids.length) {
            int larger = Math.min(size * 2, ImportLimits.ROWS);
            ids = Arrays.copyOf(ids, larger);
            recordedAt = Arrays.copyOf(recordedAt, larger);
            precisions = Arrays.copyOf(precisions, larger);
        }
        Long id = JsonElements.number(row, "id");
        Instant at = CellValues.instant(text(row, "recorded_at"));
        ids[size] = id == null || at == null ? Long.MIN_VALUE : id;
        recordedAt[size] = at == null ? 0 : at.toEpochMilli();
        precisions[size] = (byte) TimePrecision.find(text(row, "precision"))
                .orElse(TimePrecision.INSTANT)
                .number();
        size++;
    }

    private void addSlug(JsonNode row) {
        if (slugCount++ < MAX_SLUGS) {
            slugs.computeIfAbsent(text(row, "list"), list -> new ArrayList<>()).add(text(row, "slug"));
        }
    }

    @Override
    public boolean isOwn() {
        return true;
    }

    @Override
    public Optional<PlayAddition> play(int index, long id) {
        return index < size && ids[index] == id
                ? Optional.of(new PlayAddition(
                        Instant.ofEpochMilli(recordedAt[index]),
                        TimePrecision.find(precisions[index]).orElse(TimePrecision.INSTANT)))
                : Optional.empty();
    }

    @Override
    public List<String> slugs(String list) {
        return slugs.getOrDefault(list, List.of());
    }
}
