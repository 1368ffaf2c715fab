package dev.spoolmark.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The percentages that the specification records.
class RatingTotalsTest {

    @Test
    void withExtremeVotesOnlyThePercentageIsTheShareOfLove() {
        RatingTotals totals = ratingTotals(3, 0, 0, 0, 0, 0, 0, 0, 0, 29);

        assertThat(totals.percentage()).isEqualTo(91);
        assertThat(totals.loved()).isEqualTo(29);
        assertThat(totals.hated()).isEqualTo(3);
    }

    @Test
    void withOtherVotesThePercentageIsTheMean() {
        RatingTotals totals = ratingTotals(0, 0, 0, 0, 9, 0, 0, 100, 58, 0);

        assertThat(totals.votes()).isEqualTo(167);
        assertThat(totals.loved()).isEqualTo(158);
        assertThat(totals.percentage()).isEqualTo(82);
    }

    @Test
    void withoutVotesAllValuesAreZero() {
        assertThat(RatingTotals.NONE.percentage()).isZero();
        assertThat(RatingTotals.NONE.votes()).isZero();
    }

    private static RatingTotals ratingTotals(Integer... votes) {
        return new RatingTotals(List.copyOf(Arrays.asList(votes)));
    }
}
