package dev.spoolmark.account.auth;

import static dev.spoolmark.account.ProblemAssertions.problemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.spoolmark.account.MutableClock;
import dev.spoolmark.account.RegistrationLimit;
import dev.spoolmark.core.ClientNetwork;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Limits on password guesses for each account and network, and on registrations.
class LoginThrottleTest {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final ClientNetwork HERE = ClientNetwork.of(LOOPBACK);

    private final MutableClock clock = new MutableClock();
    private final LoginThrottle throttle = new LoginThrottle(clock);

    @Test
    void aNetworkHasFiveAttemptsThenOneEveryFourSeconds() {
        IntStream.range(0, 5).forEach(this::fail);

        assertWait(5, HERE, Duration.ofSeconds(4));
        clock.pass(Duration.ofSeconds(4));
        fail(5);
        assertWait(6, HERE, Duration.ofSeconds(4));
    }

    @Test
    void after100FailuresInADayANetworkHasOneAttemptPerMinute() {
        IntStream.range(0, 100).forEach(n -> {
            fail(n);
            clock.pass(Duration.ofSeconds(4));
        });

        assertWait(100, HERE, Duration.ofSeconds(56));
        clock.pass(Duration.ofSeconds(56));
        fail(100);
        assertWait(101, HERE, Duration.ofMinutes(1));
    }

    @Test
    void theDailyLimitResetsAfterADay() {
        IntStream.range(0, 100).forEach(n -> {
            fail(n);
            clock.pass(Duration.ofSeconds(4));
        });
        clock.pass(Duration.ofDays(1).minus(Duration.ofSeconds(400)));

        IntStream.range(0, 5).forEach(this::fail);
    }

    @Test
    void attemptsOnOneAccountFromManyNetworksAreThrottled() {
        IntStream.range(0, 5).forEach(n -> throttle.failed(1, network("203.0.113." + n)));

        assertWait(1, network("203.0.113.99"), Duration.ofSeconds(30));
        clock.pass(Duration.ofMinutes(15));
        assertThatCode(() -> throttle.admit(1, network("203.0.113.99"))).doesNotThrowAnyException();
    }

    @Test
    void aSuccessResetsOnlyTheFailuresOfItsNetwork() {
        IntStream.range(0, 5).forEach(n -> throttle.failed(1, network("203.0.113." + n)));
        IntStream.range(0, 2).forEach(n -> throttle.failed(1, HERE));

        throttle.succeeded(1, HERE);

        assertWait(1, HERE, Duration.ofSeconds(30));
        throttle.succeeded(1, network("203.0.113.1"));
        assertThatCode(() -> throttle.admit(1, HERE)).doesNotThrowAnyException();
    }

    @Test
    void manyFailuresOfANetworkDelayOtherAccountsByAtMostAMinute() {
        IntStream.range(0, 90).forEach(n -> throttle.failed(n, HERE));

        assertWait(1_000, HERE, Duration.ofSeconds(44));
    }

    @Test
    void invalidRegistrationsDoNotCount() {
        RegistrationLimit limit = new RegistrationLimit(clock);
        ProblemException wrong = new ProblemException(new Problem.Invalid("username"));
        IntStream.range(0, 10)
                .forEach(n -> assertThat(problemOf(() -> limit.within(LOOPBACK, () -> {
                            throw wrong;
                        })))
                        .isEqualTo(wrong.problem()));

        IntStream.range(0, 3).forEach(n -> limit.within(LOOPBACK, () -> n));
        assertThat(problemOf(() -> limit.within(LOOPBACK, () -> 4))).isInstanceOf(Problem.Overloaded.class);
    }

    @Test
    void anIpv6Slash64IsOneNetwork() {
        assertThat(network("2001:db8:1:2::1")).isEqualTo(network("2001:db8:1:2:ffff::9"));
        assertThat(network("2001:db8:1:2::1")).isNotEqualTo(network("2001:db8:1:3::1"));
        assertThat(network("::ffff:10.0.0.1")).isEqualTo(network("10.0.0.1"));
        assertThat(network("10.0.0.1")).isNotEqualTo(network("10.0.0.2"));
    }

    @Test
    void aNetworkCreatesThreeAccountsPerHour() {
        RegistrationLimit limit = new RegistrationLimit(clock);
        IntStream.range(0, 3).forEach(n -> {
            limit.within(LOOPBACK, () -> n);
            clock.pass(Duration.ofMinutes(10));
        });

        assertThat(problemOf(() -> limit.within(LOOPBACK, () -> 4)))
                .isEqualTo(new Problem.Overloaded(Duration.ofMinutes(30)));
        clock.pass(Duration.ofMinutes(30));
        assertThat(limit.within(LOOPBACK, () -> true)).isTrue();
    }

    @Test
    void allNetworksCreateAHundredAccountsPerDay() {
        RegistrationLimit limit = new RegistrationLimit(clock);
        IntStream.range(0, 100).forEach(n -> limit.within(InetAddress.ofLiteral("203.0.113." + n), () -> n));

        assertThat(problemOf(() -> limit.within(LOOPBACK, () -> 4)))
                .isEqualTo(new Problem.Overloaded(Duration.ofDays(1)));
        clock.pass(Duration.ofDays(1));
        assertThat(limit.within(LOOPBACK, () -> true)).isTrue();
    }

    private void fail(int account) {
        throttle.admit(account, HERE);
        throttle.failed(account, HERE);
    }

    private void assertWait(long account, ClientNetwork from, Duration wait) {
        assertThat(problemOf(() -> throttle.admit(account, from))).isEqualTo(new Problem.Overloaded(wait));
    }

    private static ClientNetwork network(String address) {
        return ClientNetwork.of(InetAddress.ofLiteral(address));
    }
}
