package dev.spoolmark.transfer.format.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which part of a date such as `01/04/2020` is the day.
enum TableDateOrder {
    DAY_MONTH_YEAR,
    MONTH_DAY_YEAR;

    /// The name in answers of the user.
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(TableDateOrder::key).toList();
    }

    static Optional<TableDateOrder> find(String key) {
        return Arrays.stream(values()).filter(order -> order.key().equals(key)).findFirst();
    }
}
