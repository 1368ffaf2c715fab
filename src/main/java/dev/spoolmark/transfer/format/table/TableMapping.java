package dev.spoolmark.transfer.format.table;

import dev.spoolmark.transfer.file.CellValues;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Which column contains what. As text: `titel=title;gesehen am=watched_at`; a column may also be named by its number
/// from 1.
final class TableMapping {

    private static final String PAIRS = ";";
    private static final char IS = '=';

    private final List<String> columns;
    private final Map<TableField, Integer> numbers = new EnumMap<>(TableField.class);

    private TableMapping(List<String> columns) {
        this.columns = columns;
    }

    /// Each field in the column whose name fits best.
    static TableMapping guess(List<String> columns) {
        TableMapping mapping = new TableMapping(columns);
        for (TableField field : TableField.values()) {
            boolean hasSeasons = mapping.has(TableField.SEASON);
            int best = Integer.MAX_VALUE;
            for (int i = 0; i < columns.size(); i++) {
                int rank = field.rank(columns.get(i), hasSeasons);
                if (rank >= 0 && rank < best) {
                    best = rank;
                    mapping.numbers.put(field, i);
                }
            }
        }
        return mapping;
    }

    /// The mapping of an answer. Pairs with unknown columns or fields are ignored.
    static TableMapping parse(String answer, List<String> columns) {
        TableMapping mapping = new TableMapping(columns);
        for (String pair : answer.split(PAIRS, -1)) {
            int is = pair.lastIndexOf(IS);
            if (is > 0) {
                int column = column(pair.substring(0, is).strip(), columns);
                Optional<TableField> field = TableField.find(pair.substring(is + 1));
                if (column >= 0 && field.isPresent()) {
                    mapping.numbers.putIfAbsent(field.get(), column);
                }
            }
        }
        return mapping;
    }

    private static int column(String name, List<String> columns) {
        int named = columns.indexOf(name.toLowerCase(Locale.ROOT));
        Integer number = CellValues.count(name);
        if (named >= 0 || number == null) {
            return named;
        }
        return number > columns.size() ? -1 : number - 1;
    }

    boolean has(TableField field) {
        return numbers.containsKey(field);
    }

    /// Whether a column names items.
    boolean hasItem() {
        return numbers.keySet().stream().anyMatch(TableField::isItem);
    }

    /// Whether a column says something about items.
    boolean hasStatement() {
        return numbers.keySet().stream().anyMatch(TableField::isStatement);
    }

    /// The cell of a field, without white space at its ends; empty if there is none.
    String cell(TableRow row, TableField field) {
        Integer number = numbers.get(field);
        return number == null || number >= row.cells().size()
                ? ""
                : row.cells().get(number).strip();
    }

    /// The name of the column of a field; empty if there is none.
    String column(TableField field) {
        Integer number = numbers.get(field);
        return number == null ? "" : columns.get(number);
    }

    /// The key of the field of each column; empty for columns that are ignored.
    List<String> fields() {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int number = i;
            fields.add(numbers.entrySet().stream()
                    .filter(entry -> entry.getValue() == number)
                    .map(entry -> entry.getKey().key())
                    .findFirst()
                    .orElse(""));
        }
        return fields;
    }

    @Override
    public String toString() {
        return text(columns, fields());
    }

    /// The answer for a field in each column. Columns whose names cannot be written are named by their numbers.
    ///
    /// @param fields keys; empty for columns that are ignored
    static String text(List<String> columns, List<String> fields) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < columns.size() && i < fields.size(); i++) {
            if (!fields.get(i).isEmpty()) {
                pairs.add(name(columns, i) + IS + fields.get(i));
            }
        }
        return String.join(PAIRS, pairs);
    }

    private static String name(List<String> columns, int number) {
        String name = columns.get(number);
        boolean isClear = columns.indexOf(name) == number
                && name.equals(name.strip())
                && !name.isEmpty()
                && !name.contains(PAIRS)
                && CellValues.count(name) == null;
        return isClear ? name : Integer.toString(number + 1);
    }
}
