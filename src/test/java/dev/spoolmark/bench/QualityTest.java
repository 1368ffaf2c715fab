package dev.spoolmark.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// A measurement is only worth something when what is tested was not learned.
class QualityTest {

    @Test
    void aFifthOfTheLikesOfEachUserIsHeldOut() {
        List<Long> ten = LongStream.range(0, 10).boxed().toList();
        TrainTestSplit holdout = TrainTestSplit.of(Map.of(1L, ten), 42);

        assertThat(holdout.test().get(1L)).hasSize(2);
        assertThat(holdout.training().get(1L))
                .hasSize(8)
                .doesNotContainAnyElementsOf(holdout.test().get(1L));
        assertThat(TrainTestSplit.of(Map.of(1L, ten), 42)).isEqualTo(holdout);
    }

    @Test
    void theRankOfCorrectItemsCounts() {
        TrainTestSplit holdout = new TrainTestSplit(Map.of(1L, List.of(10L)), Map.of(1L, List.of(30L)));

        assertThat(RecommendationQuality.of(holdout, liked -> Map.of(30L, 2.0, 20L, 1.0)))
                .isEqualTo(new RecommendationQuality(1, 1));
        assertThat(RecommendationQuality.of(holdout, liked -> Map.of(30L, 1.0, 20L, 2.0))
                        .ndcg())
                .isCloseTo(Math.log(2) / Math.log(3), within(1e-9));
        assertThat(RecommendationQuality.of(holdout, liked -> Map.of(20L, 2.0)))
                .isEqualTo(new RecommendationQuality(0, 0));
    }

    @Test
    void knownItemsTakeNoRank() {
        TrainTestSplit holdout = new TrainTestSplit(Map.of(1L, List.of(10L)), Map.of(1L, List.of(30L)));

        assertThat(RecommendationQuality.of(holdout, liked -> Map.of(10L, 9.0, 30L, 1.0)))
                .isEqualTo(new RecommendationQuality(1, 1));
    }

    @Test
    void usersWithoutHeldOutItemsAreNotCounted() {
        TrainTestSplit holdout =
                new TrainTestSplit(Map.of(1L, List.of(10L), 2L, List.of(10L)), Map.of(1L, List.of(30L), 2L, List.of()));

        assertThat(RecommendationQuality.of(holdout, liked -> Map.of(30L, 1.0)))
                .isEqualTo(new RecommendationQuality(1, 1));
    }
}
