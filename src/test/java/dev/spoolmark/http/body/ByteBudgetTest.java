package dev.spoolmark.http.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.HttpLimits;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ByteBudgetTest {

    private static final int ALL = 10 * 1024;

    @Test
    void aShareIsReturnedOnce() {
        ByteBudget budget = new ByteBudget(ALL, Duration.ZERO);
        ByteBudget.Share share = budget.reserve(4000);
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
    void aReservationBeyondTheBudgetTakesAllOfIt() {
        ByteBudget budget = new ByteBudget(ALL, Duration.ZERO);

        try (ByteBudget.Share _ = budget.reserve(Long.MAX_VALUE)) {
            assertThat(budget.free()).isZero();
            assertThatThrownBy(() -> budget.reserve(1))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refusal -> assertThat(refusal.problem())
                                    .isEqualTo(new Problem.Overloaded(HttpLimits.BODY_RETRY)));
        }
        assertThat(budget.free()).isEqualTo(ALL);
    }

    @Test
    void aReservationWaitsForAReleasedShare() {
        ByteBudget budget = new ByteBudget(ALL, Duration.ofMinutes(1));
        ByteBudget.Share first = budget.reserve(ALL);
        CompletableFuture<ByteBudget.Share> second = CompletableFuture.supplyAsync(() -> budget.reserve(ALL));

        assertThat(second).isNotDone();
        first.close();
        second.join().close();

        assertThat(budget.free()).isEqualTo(ALL);
    }
}
