package dev.spoolmark.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IncomingBodyTest {

    private static final int STEP = 256 * 1024;

    private final BodyBudget budget = new BodyBudget(2L * STEP, Duration.ZERO);
    private final Admission admission = new Admission(1, 0, Duration.ZERO);
    private Instant now = Instant.EPOCH;
    private final Stalls stalls = new Stalls(() -> now);
    private final Stalls.Watch watch = stalls.watch(Thread.currentThread()::interrupt);

    @AfterEach
    void stop() {
        stalls.close();
    }

    @Test
    void takesNoPlaceOnTheDiskForSmallBodies() throws IOException {
        IncomingBody body = body(Limits.BODY_IN_MEMORY_BYTES, true);

        assertThat(body.within(STEP).readAllBytes()).hasSize(Limits.BODY_IN_MEMORY_BYTES);
        assertThat(budget.free()).isEqualTo(2L * STEP);
        assertThat(body.ended()).isTrue();
    }

    @Test
    void reservesTheDeclaredLengthBeforeReading() {
        IncomingBody body = body(STEP + 1024, true).within(10L * STEP);

        assertThat(budget.free()).isEqualTo(STEP - 1024);
        assertThatThrownBy(() -> body(STEP, true).within(10L * STEP)).satisfies(IncomingBodyTest::isOverloaded);
        body.release();
        assertThat(budget.free()).isEqualTo(2L * STEP);
    }

    @Test
    void reservesTheLimitWhenTheLengthIsUnknownAndReturnsWhatDidNotCome() throws IOException {
        IncomingBody body = body(1024, false).within(STEP);

        body.reserveAll();
        assertThat(budget.free()).isEqualTo(STEP);
        assertThat(body.readAllBytes()).hasSize(1024);
        body.shrinkReservation();
        assertThat(budget.free()).isEqualTo(2 * STEP - 1024);
        body.release();
        assertThat(budget.free()).isEqualTo(2L * STEP);
    }

    @Test
    void refusesWhatIsDeclaredTooLongWithoutReading() {
        IncomingBody body = body(11, true);

        assertThatThrownBy(() -> body.within(10))
                .satisfies(thrown -> assertThat(problem(thrown)).isEqualTo(new Problem.TooBig(10, "bytes")));
        assertThat(body.untouched()).isTrue();
    }

    @Test
    void refusesBodiesThatComeTooSlowly() throws IOException {
        IncomingBody body = body(5000, true).within(5000);
        assertThat(body.read()).isNotNegative();
        now = now.plus(Limits.BODY_GRACE).plusSeconds(1);
        assertThat(body.readNBytes(1023)).hasSize(1023);
        now = now.plusSeconds(1);

        assertThatThrownBy(body::read)
                .satisfies(thrown -> assertThat(problem(thrown)).isEqualTo(new Problem.TooSlow()));
    }

    @Test
    void theTimeThatItWaitsForTheServerIsNotCountedAsSlow() throws IOException {
        IncomingBody body = body(5000, true).within(5000);
        assertThat(body.read()).isNotNegative();

        Instant later = body.aside(() -> now = now.plus(Duration.ofHours(1)));
        assertThat(body.readNBytes(4_000)).hasSize(4_000);
        now = later.plus(Limits.BODY_GRACE).plusSeconds(5);
        assertThatThrownBy(body::read)
                .satisfies(thrown -> assertThat(problem(thrown)).isEqualTo(new Problem.TooSlow()));
    }

    @Test
    void refusesBodiesThatTakeTooLongInAll() throws IOException {
        IncomingBody body = body(200_000, true).within(200_000);
        assertThat(body.readNBytes(150_000)).hasSize(150_000);
        now = now.plus(Limits.BODY_TIME);
        assertThat(body.read()).isNotNegative();
        now = now.plusMillis(1);

        assertThatThrownBy(body::read)
                .satisfies(thrown -> assertThat(problem(thrown)).isEqualTo(new Problem.TooSlow()));
    }

    @Test
    void lendsItsTurnWhileItWaits() throws IOException {
        Admission.Turn turn = admission.enter(() -> Urgency.OTHER).orElseThrow();
        InputStream checking = new InputStream() {
            @Override
            public int read() {
                return -1;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                admission.enter(() -> Urgency.OTHER).orElseThrow().close();
                return -1;
            }
        };
        IncomingBody body =
                new IncomingBody(() -> checking, OptionalLong.empty(), budget, () -> now, new NetworkWait(watch, turn));

        assertThat(body.within(1).readAllBytes()).isEmpty();
        assertThat(admission.enter(() -> Urgency.OTHER)).isEmpty();
    }

    @Test
    void readsAwayWhatNobodyWantedWithoutKeepingIt() {
        IncomingBody body = body(5 * STEP, true);
        assertThatThrownBy(() -> body.within(STEP))
                .satisfies(thrown -> assertThat(problem(thrown)).isEqualTo(new Problem.TooBig(STEP, "bytes")));

        body.drain();

        assertThat(body.ended()).isTrue();
        assertThat(budget.free()).isEqualTo(2L * STEP);
    }

    @Test
    void readsAwayOnlySoMuch() {
        IncomingBody body = body(Limits.DRAINED_BODY_BYTES + 8 * 1024, true);

        body.drain();

        assertThat(body.hasRest()).isTrue();
    }

    @Test
    void isInterruptedWhenItStalls() {
        watch.expect(Duration.ofSeconds(60));
        now = now.plusSeconds(60);
        stalls.sweep();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();

        now = now.plusMillis(1);
        stalls.sweep();
        assertThat(Thread.interrupted()).isTrue();
    }

    private IncomingBody body(int bytes, boolean declared) {
        return new IncomingBody(
                () -> new ByteArrayInputStream(new byte[bytes]),
                declared ? OptionalLong.of(bytes) : OptionalLong.empty(),
                budget,
                () -> now,
                new NetworkWait(watch, admission.beyond()));
    }

    private static void isOverloaded(Throwable thrown) {
        assertThat(problem(thrown)).isInstanceOf(Problem.Overloaded.class);
    }

    private static Problem problem(Throwable thrown) {
        return ((Refusal) thrown).problem();
    }
}
