package dev.spoolmark.transfer.format.tvtime;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.lists.Privacy;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.CsvRow;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.ListItemRecord;
import dev.spoolmark.transfer.record.ListRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.SkipReason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Lists. Their items are in one cell, as Go prints a slice of maps: `[map[id:1 type:series] map[type:movie uuid:x]]`.
final class TvTimeListRows {

    private static final Pattern OBJECT = Pattern.compile("map\\[([^\\[\\]]{0,2000})\\]");
    private static final Pattern VALUE = Pattern.compile("(\\w{1,40}):(\\S{0,200})");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}(?:\\.\\d{1,12})?(?:e\\+?0?\\d)?");
    private static final BigDecimal LAST = BigDecimal.valueOf(9_999_999_999L);

    private final TvTimeMembers members;
    private final TvTimeIndex index;
    private final RecordSink sink;

    TvTimeListRows(TvTimeMembers members, TvTimeIndex index, RecordSink sink) {
        this.members = members;
        this.index = index;
        this.sink = sink;
    }

    void read() {
        members.forEach(TvTimeMembers.LISTS, sink, this::list);
    }

    private void list(CsvRow row) {
        String name = row.get("name");
        if (name.isEmpty()) {
            sink.skip(row.source(), SkipReason.NO_ITEM, row.text());
            return;
        }
        String key = row.get("s_key").isEmpty() ? name : row.get("s_key");
        sink.accept(new ListRecord(
                row.source(),
                key,
                name,
                row.get("description"),
                CellValues.isTrue(row.get("is_public")) ? Privacy.PUBLIC : Privacy.PRIVATE,
                false,
                true,
                null,
                CellValues.instant(row.get("created_at"))));
        Matcher object = OBJECT.matcher(row.get("objects"));
        for (int rank = 1; object.find(); rank++) {
            item(row, key, rank, object.group(1));
        }
    }

    private void item(CsvRow row, String list, int rank, String object) {
        Map<String, String> values = new HashMap<>();
        Matcher value = VALUE.matcher(object);
        while (value.find()) {
            values.put(value.group(1), value.group(2));
        }
        item(values)
                .ifPresentOrElse(
                        item -> sink.accept(new ListItemRecord(
                                row.source(), item, list, rank, at(values.getOrDefault("created_at", "")), null)),
                        () -> sink.skip(row.source(), SkipReason.NO_ITEM, object));
    }

    private Optional<ImportedItem> item(Map<String, String> values) {
        Long id = CellValues.id(values.getOrDefault("id", ""));
        if (!values.getOrDefault("type", "").equals("movie")) {
            return id == null ? Optional.empty() : Optional.of(TvTimeItems.show(Ids.ofTvdb(id), index.title(id)));
        }
        String uuid = values.getOrDefault("uuid", "");
        return index.movie(uuid)
                .or(() -> id == null ? Optional.empty() : Optional.of(TvTimeItems.movie(Ids.ofTvdb(id), "", "", uuid)));
    }

    private static @Nullable Instant at(String seconds) {
        if (!SECONDS.matcher(seconds).matches()) {
            return null;
        }
        BigDecimal number = AsciiNumber.parseDecimal(seconds);
        return number.compareTo(LAST) > 0
                ? null
                : CellValues.known(Instant.ofEpochSecond(number.longValue())).at();
    }
}
