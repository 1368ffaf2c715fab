package dev.spoolmark.together;

import java.util.Arrays;

/// What became of an offer. The numbers are stored and never change.
public enum OfferState {
    OPEN(1),
    ACCEPTED(2),
    DECLINED(3);

    private final int number;

    OfferState(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static OfferState of(int number) {
        return Arrays.stream(values())
                .filter(state -> state.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no state has the number " + number));
    }
}
