package dev.spoolmark.http.overload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class QueueWaitEstimatorTest {

    private static final long TIMEOUT = 1_000_000;

    private final AtomicLong nanos = new AtomicLong();
    private final QueueWaitEstimator estimator = new QueueWaitEstimator(nanos::get, Duration.ofNanos(TIMEOUT));

    @Test
    void theEstimateFollowsRecentDepartures() {
        assertThat(estimator.expectedWaitNanos(5)).isZero();

        leaveAfter(1_000, 100);
        assertThat(estimator.expectedWaitNanos(5)).isBetween(4_900L, 5_000L);

        leaveAfter(2_000, 100);
        assertThat(estimator.expectedWaitNanos(1)).isBetween(1_950L, 2_000L);
    }

    @Test
    void timeWithAnEmptyQueueDoesNotCount() {
        leaveAfter(1_000, 100);
        nanos.addAndGet(TIMEOUT);

        leaveAfter(1_000, 100);

        assertThat(estimator.expectedWaitNanos(1)).isBetween(950L, 1_000L);
    }

    @Test
    void oldDeparturesAreIgnored() {
        leaveAfter(1_000, 100);
        nanos.addAndGet(2 * TIMEOUT);
        assertThat(estimator.expectedWaitNanos(5)).isPositive();

        nanos.addAndGet(1);
        assertThat(estimator.expectedWaitNanos(5)).isZero();
    }

    private void leaveAfter(long each, int times) {
        for (int n = 0; n < times; n++) {
            long began = estimator.now();
            nanos.addAndGet(each);
            estimator.recordDeparture(began);
        }
    }
}
