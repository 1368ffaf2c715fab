package dev.spoolmark.transfer.format.netflix;

import java.util.Arrays;
import java.util.Optional;

/// What comes first in a date with slashes. It depends on the language of the account and is the same in a whole file.
enum NetflixDateOrder {
    MONTH_FIRST("month-first"),
    DAY_FIRST("day-first");

    private final String key;

    NetflixDateOrder(String key) {
        this.key = key;
    }

    /// The answer that means it.
    String key() {
        return key;
    }

    NetflixDateOrder other() {
        return this == MONTH_FIRST ? DAY_FIRST : MONTH_FIRST;
    }

    static Optional<NetflixDateOrder> find(String key) {
        return Arrays.stream(values()).filter(order -> order.key.equals(key)).findFirst();
    }
}
