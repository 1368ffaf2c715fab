package dev.spoolmark.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The percentages that the specification records.
class RatingTotalsTest {

    @Test
    void lovedAndHatedOnlyIsTheShareOfLove() {
        RatingTotals totals = given(3, 0, 0, 0, 0, 0, 0, 0, 0, 29);

        assertThat(totals.percentage()).isEqualTo(91);
        assertThat(totals.loved()).isEqualTo(29);
        assertThat(totals.hated()).isEqualTo(3);
    }

    @Test
    void anyOtherVoteMakesItTheMean() {
        RatingTotals totals = given(0, 0, 0, 0, 9, 0, 0, 100, 58, 0);

        assertThat(totals.votes()).isEqualTo(167);
        assertThat(totals.loved()).isEqualTo(158);
        assertThat(totals.percentage()).isEqualTo(82);
    }

    @Test
    void withoutVotesEverythingIsZero() {
        assertThat(RatingTotals.NONE.percentage()).isZero();
        assertThat(RatingTotals.NONE.votes()).isZero();
    }

    private static RatingTotals given(Integer... votes) {
        return new RatingTotals(List.copyOf(Arrays.asList(votes)));
    }
}
