package dev.spoolmark.http.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.HttpLimits;
import dev.spoolmark.http.IoWatchdog;
import dev.spoolmark.http.PermitAwareIo;
import dev.spoolmark.http.RequestPriority;
import dev.spoolmark.http.overload.AdmissionControl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitedBodyStreamTest {

    private static final int STEP = 256 * 1024;

    private final ByteBudget budget = new ByteBudget(2L * STEP, Duration.ZERO);
    private final AdmissionControl admission = new AdmissionControl(1, 0, Duration.ZERO);
    private Instant now = Instant.EPOCH;
    private boolean stopping;
    private final IoWatchdog watchdog = new IoWatchdog(() -> now);
    private final IoWatchdog.IoDeadline watch = watchdog.watch(Thread.currentThread()::interrupt);

    @AfterEach
    void stop() {
        watchdog.close();
    }

    @Test
    void smallBodiesReserveNoDiskSpace() throws IOException {
        LimitedBodyStream body = body(HttpLimits.BODY_IN_MEMORY_BYTES, true);

        assertThat(body.withLimit(STEP).readAllBytes()).hasSize(HttpLimits.BODY_IN_MEMORY_BYTES);
        assertThat(budget.free()).isEqualTo(2L * STEP);
        assertThat(body.ended()).isTrue();
    }

    @Test
    void reservesTheDeclaredLengthBeforeReading() {
        LimitedBodyStream body = body(STEP + 1024, true).withLimit(10L * STEP);

        assertThat(budget.free()).isEqualTo(STEP - 1024);
        assertThatThrownBy(() -> body(STEP, true).withLimit(10L * STEP)).satisfies(LimitedBodyStreamTest::isOverloaded);
        body.release();
        assertThat(budget.free()).isEqualTo(2L * STEP);
    }

    @Test
    void theLimitIsReservedIfTheLengthIsUnknown() throws IOException {
        LimitedBodyStream body = body(1024, false).withLimit(STEP);

        body.reserveAll();
        assertThat(budget.free()).isEqualTo(STEP);
        assertThat(body.readAllBytes()).hasSize(1024);
        body.shrinkReservation();
        assertThat(budget.free()).isEqualTo(2 * STEP - 1024);
        body.release();
        assertThat(budget.free()).isEqualTo(2L * STEP);
    }

    @Test
    void aDeclaredLengthAboveTheLimitIsRejectedWithoutReading() {
        LimitedBodyStream body = body(11, true);

        assertThatThrownBy(() -> body.withLimit(10))
                .satisfies(thrown -> assertThat(problem(thrown)).isEqualTo(new Problem.TooBig(10, "bytes")));
        assertThat(body.isUnread()).isTrue();
    }

    @Test
    void slowBodiesAreRejected() throws IOException {
        LimitedBodyStream body = body(5000, true).withLimit(5000);
        assertThat(body.read()).isNotNegative();
        now = now.plus(HttpLimits.BODY_GRACE).plusSeconds(1);
        assertThat(body.readNBytes(1023)).hasSize(1023);
        now = now.plusSeconds(1);

        assertThatThrownBy(body::read)
                .satisfies(thrown -> assertThat(problem(thrown)).isEqualTo(new Problem.TooSlow()));
    }

    @Test
    void theWaitForTheServerDoesNotCountForTheTransferRate() throws IOException {
        LimitedBodyStream body = body(5000, true).withLimit(5000);
        assertThat(body.read()).isNotNegative();

        Instant later = body.runBlocking(() -> now = now.plus(Duration.ofHours(1)));
        assertThat(body.readNBytes(4_000)).hasSize(4_000);
        now = later.plus(HttpLimits.BODY_GRACE).plusSeconds(5);
        assertThatThrownBy(body::read)
                .satisfies(thrown -> assertThat(problem(thrown)).isEqualTo(new Problem.TooSlow()));
    }

    @Test
    void bodiesBeyondTheTotalTimeAreRejected() throws IOException {
        LimitedBodyStream body = body(200_000, true).withLimit(200_000);
        assertThat(body.readNBytes(150_000)).hasSize(150_000);
        now = now.plus(HttpLimits.BODY_TIME);
        assertThat(body.read()).isNotNegative();
        now = now.plusMillis(1);

        assertThatThrownBy(body::read)
                .satisfies(thrown -> assertThat(problem(thrown)).isEqualTo(new Problem.TooSlow()));
    }

    @Test
    void thePermitIsReleasedWhileReading() throws IOException {
        AdmissionControl.Permit permit =
                admission.enter(RequestPriority.BEST_EFFORT).orElseThrow();
        InputStream checking = new InputStream() {
            @Override
            public int read() {
                return -1;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                admission.enter(RequestPriority.BEST_EFFORT).orElseThrow().close();
                return -1;
            }
        };
        LimitedBodyStream body = new LimitedBodyStream(
                () -> checking,
                OptionalLong.empty(),
                budget,
                () -> now,
                new PermitAwareIo(watch, permit),
                () -> stopping);

        assertThat(body.withLimit(1).readAllBytes()).isEmpty();
        assertThat(admission.enter(RequestPriority.BEST_EFFORT)).isEmpty();
    }

    @Test
    void drainingDiscardsTheRest() {
        LimitedBodyStream body = body(5 * STEP, true);
        assertThatThrownBy(() -> body.withLimit(STEP))
                .satisfies(thrown -> assertThat(problem(thrown)).isEqualTo(new Problem.TooBig(STEP, "bytes")));

        body.drain();

        assertThat(body.ended()).isTrue();
        assertThat(budget.free()).isEqualTo(2L * STEP);
    }

    @Test
    void drainingIsLimited() {
        LimitedBodyStream body = body(HttpLimits.DRAINED_BODY_BYTES + 8 * 1024, true);

        body.drain();

        assertThat(body.hasUnreadBytes()).isTrue();
    }

    @Test
    void anIncompleteBodyIsAnErrorOfTheClientUnlessTheServerIsStopping() {
        assertThatThrownBy(() -> truncated().read())
                .satisfies(thrown -> assertThat(problem(thrown)).isInstanceOf(Problem.Unreadable.class));

        stopping = true;

        assertThatThrownBy(() -> truncated().read())
                .satisfies(thrown -> assertThat(problem(thrown)).isInstanceOf(Problem.Unavailable.class));
    }

    private LimitedBodyStream truncated() {
        InputStream closed = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection closed");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                throw new IOException("connection closed");
            }
        };
        return new LimitedBodyStream(
                        () -> closed,
                        OptionalLong.of(3),
                        budget,
                        () -> now,
                        new PermitAwareIo(watch, admission.untrackedPermit()),
                        () -> stopping)
                .withLimit(3);
    }

    @Test
    void isInterruptedWhenItStalls() {
        watch.arm(Duration.ofSeconds(60));
        now = now.plusSeconds(60);
        watchdog.sweep();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();

        now = now.plusMillis(1);
        watchdog.sweep();
        assertThat(Thread.interrupted()).isTrue();
    }

    private LimitedBodyStream body(int bytes, boolean declared) {
        return new LimitedBodyStream(
                () -> new ByteArrayInputStream(new byte[bytes]),
                declared ? OptionalLong.of(bytes) : OptionalLong.empty(),
                budget,
                () -> now,
                new PermitAwareIo(watch, admission.untrackedPermit()),
                () -> stopping);
    }

    private static void isOverloaded(Throwable thrown) {
        assertThat(problem(thrown)).isInstanceOf(Problem.Overloaded.class);
    }

    private static Problem problem(Throwable thrown) {
        return ((ProblemException) thrown).problem();
    }
}
