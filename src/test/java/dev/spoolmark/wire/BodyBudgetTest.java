package dev.spoolmark.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BodyBudgetTest {

    private static final int ALL = 10 * 1024;

    @Test
    void aShareIsReturnedOnce() {
        BodyBudget budget = new BodyBudget(ALL, Duration.ZERO);
        BodyBudget.Share share = budget.reserve(4000);
        assertThat(budget.free()).isEqualTo(6 * 1024);

        share.shrinkTo(1);
        assertThat(budget.free()).isEqualTo(9 * 1024);
        share.shrinkTo(5000);
        assertThat(budget.free()).isEqualTo(9 * 1024);
        share.close();
        share.close();
        assertThat(budget.free()).isEqualTo(ALL);
    }

    @Test
    void moreThanThereIsTakesEverything() {
        BodyBudget budget = new BodyBudget(ALL, Duration.ZERO);

        try (BodyBudget.Share _ = budget.reserve(Long.MAX_VALUE)) {
            assertThat(budget.free()).isZero();
            assertThatThrownBy(() -> budget.reserve(1))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal ->
                                    assertThat(refusal.problem()).isEqualTo(new Problem.Overloaded(Limits.BODY_RETRY)));
        }
        assertThat(budget.free()).isEqualTo(ALL);
    }

    @Test
    void aRequestWaitsForWhatAnotherReturns() {
        BodyBudget budget = new BodyBudget(ALL, Duration.ofMinutes(1));
        BodyBudget.Share first = budget.reserve(ALL);
        CompletableFuture<BodyBudget.Share> second = CompletableFuture.supplyAsync(() -> budget.reserve(ALL));

        assertThat(second).isNotDone();
        first.close();
        second.join().close();

        assertThat(budget.free()).isEqualTo(ALL);
    }
}
