package dev.spoolmark.http.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.core.ClientNetwork;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PerNetworkBudgetTest {

    private static final int UNIT = 1024;

    private final ByteBudget all = new ByteBudget(1_000 * UNIT, Duration.ZERO);
    private final PerNetworkBudget space = new PerNetworkBudget(all, 250 * UNIT, Duration.ZERO);
    private final BodySpace one = space.of(new ClientNetwork(false, 1));
    private final BodySpace other = space.of(new ClientNetwork(false, 2));

    @Test
    void aNetworkIsLimitedToItsShare() {
        BodySpace.Reservation first = one.reserve(200 * UNIT);
        BodySpace.Reservation second = one.reserve(50 * UNIT);
        isOverloaded(one, UNIT);
        BodySpace.Reservation ofOther = other.reserve(250 * UNIT);

        first.shrinkTo(100 * UNIT);
        BodySpace.Reservation third = one.reserve(100 * UNIT);
        isOverloaded(one, UNIT);

        for (BodySpace.Reservation reservation : new BodySpace.Reservation[] {first, second, third, ofOther, first}) {
            reservation.close();
        }
        assertThat(all.free()).isEqualTo(1_000 * UNIT);
        assertThat(space.networks()).isZero();
    }

    @Test
    void aFailedReservationReturnsTheShareOfTheNetwork() {
        BodySpace.Reservation most = all.reserve(900 * UNIT);
        isOverloaded(one, 200 * UNIT);
        assertThat(space.networks()).isZero();

        most.close();
        one.reserve(250 * UNIT).close();
    }

    private static void isOverloaded(BodySpace space, long bytes) {
        assertThatThrownBy(() -> space.reserve(bytes))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isInstanceOf(Problem.Overloaded.class));
    }
}
