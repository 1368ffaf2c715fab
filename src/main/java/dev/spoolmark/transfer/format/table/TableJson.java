package dev.spoolmark.transfer.format.table;

import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.JsonElements;
import dev.spoolmark.transfer.record.ImportWarning.Topic;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An array of objects, or the first such array in an object. The columns are the properties of the first objects;
/// those of a nested object are named `ids.imdb`.
final class TableJson implements TableSource {

    /// How many objects are read to find the columns.
    private static final int FIRST_OBJECTS = 50;

    private static final int MAX_COLUMNS = 500;
    private static final Pattern ARRAY = Pattern.compile("\"([^\"\\\\]{1,100})\"\\s*:\\s*\\[\\s*\\{");

    private final ImportFile file;
    private final String member;
    private final @Nullable String array;
    private final List<String> columns;

    TableJson(ImportFile file, String member) {
        this.file = file;
        this.member = member;
        String head = file.head(member).stripLeading();
        Matcher first = ARRAY.matcher(head);
        this.array = head.startsWith("{") && first.find() ? first.group(1) : null;
        Set<String> names = new LinkedHashSet<>();
        elements(FIRST_OBJECTS, (source, object) -> addNames(object, "", names));
        this.columns = names.stream().limit(MAX_COLUMNS).toList();
    }

    private static void addNames(JsonNode object, String prefix, Set<String> names) {
        object.properties().forEach(property -> {
            String name = prefix + property.getKey().toLowerCase(Locale.ROOT);
            if (!property.getValue().isContainer()) {
                names.add(name);
            } else if (prefix.isEmpty() && property.getValue().isObject()) {
                addNames(property.getValue(), name + ".", names);
            }
        });
    }

    private void elements(int limit, BiConsumer<RecordSource, JsonNode> consumer) {
        if (array == null) {
            JsonElements.forEach(file, member, limit, consumer);
        } else {
            JsonElements.forEach(file, member, array, limit, consumer);
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public void forEach(RecordSink sink, Consumer<TableRow> consumer) {
        if (file.isOldEncoding(member)) {
            sink.warn(new RecordSource(member, 0), Topic.OLD_ENCODING, member);
        }
        forEach(Integer.MAX_VALUE, consumer);
    }

    @Override
    public void forEach(int limit, Consumer<TableRow> consumer) {
        elements(limit, (source, object) -> consumer.accept(new TableRow(source, cells(object))));
    }

    private List<String> cells(JsonNode object) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.add("");
        }
        fill(object, "", cells);
        return cells;
    }

    private void fill(JsonNode object, String prefix, List<String> cells) {
        object.properties().forEach(property -> {
            String name = prefix + property.getKey().toLowerCase(Locale.ROOT);
            int column = columns.indexOf(name);
            if (column >= 0) {
                cells.set(column, JsonElements.text(object, property.getKey()));
            } else if (prefix.isEmpty() && property.getValue().isObject()) {
                fill(property.getValue(), name + ".", cells);
            }
        });
    }
}
