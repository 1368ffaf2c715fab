package dev.spoolmark.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ShuffleSeedTest {

    private static List<Long> order(long seed) {
        return LongStream.range(0, 100)
                .boxed()
                .sorted(Comparator.comparingLong(new ShuffleSeed(seed)::key))
                .toList();
    }

    @Test
    void theOrderFollowsFromTheSeed() {
        assertThat(order(1)).isEqualTo(order(1)).isNotEqualTo(order(2)).isNotEqualTo(order(0));
        assertThat(new ShuffleSeed(7).key(Long.MAX_VALUE)).isBetween(0L, 1L << 44);
    }

    @Test
    void onlyUpToNineDigitsAreASeed() {
        assertThat(ShuffleSeed.parse("999999999")).contains(new ShuffleSeed(999_999_999));
        assertThat(List.of("", "-1", "1000000000", "1e3", "\u0663", " 1"))
                .allSatisfy(text -> assertThat(ShuffleSeed.parse(text)).isEmpty());
        assertThat(ShuffleSeed.of(Long.MIN_VALUE).value()).isBetween(0L, 999_999_999L);
    }
}
