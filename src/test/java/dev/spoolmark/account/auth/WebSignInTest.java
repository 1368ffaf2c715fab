package dev.spoolmark.account.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.AccountDefaults;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.CountingHasher;
import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.MutableClock;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.Registration;
import dev.spoolmark.account.apppassword.AppPasswordPermission;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.audit.AuditEntry;
import dev.spoolmark.account.auth.SignInResult.Expired;
import dev.spoolmark.account.auth.SignInResult.SecondFactorNeeded;
import dev.spoolmark.account.auth.SignInResult.SignedIn;
import dev.spoolmark.account.auth.SignInResult.Throttled;
import dev.spoolmark.account.auth.SignInResult.WrongCredentials;
import dev.spoolmark.account.secondfactor.SecondFactors;
import dev.spoolmark.account.secondfactor.TotpCodes;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.net.InetAddress;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Sign-in with a typed password and a second factor, and limits on guessing.
@ParameterizedClass
@EnumSource(Engine.class)
class WebSignInTest {

    private static final InetAddress HOME = InetAddress.ofLiteral("192.168.1.7");
    private static final InetAddress ELSEWHERE = InetAddress.ofLiteral("203.0.113.9");
    private static final String PASSWORD = "tr4vel-by-Night-train";
    private static final SignInResult WRONG = new WrongCredentials();

    @Parameter
    Engine engine;

    MutableClock clock = new MutableClock();
    CountingHasher hasher = new CountingHasher(1);
    Database database;
    Accounts accounts;
    Authenticator authenticator;
    SecondFactors factors;
    WebSignIn signIn;
    Account ann;

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
        accounts = new Accounts(
                database,
                clock,
                new AccountDefaults(Registration.CLOSED, true, ZoneOffset.UTC),
                hasher,
                new CommonPasswords(Optional.empty()));
        authenticator = new Authenticator(accounts, clock, hasher);
        factors = new SecondFactors(database, accounts, clock, false);
        signIn = new WebSignIn(database, accounts, authenticator, factors, clock);
        accounts.create(
                new NewAccount("ann", "Ann@Example.org", Secret.sha1Of(PASSWORD), false, CreationOrigin.OPERATOR));
        ann = accounts.get("ann");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void nameAndEmailAddressSignInWithThePlainPassword() {
        for (String name : List.of("ann", "ANN", "ann@example.org", "ANN@EXAMPLE.ORG")) {
            assertThat(signIn.signIn(name, PASSWORD, HOME)).as(name).isInstanceOf(SignedIn.class);
        }
        assertThat(accounts.get("ann").lastLogin()).isEqualTo(clock.instant());
    }

    @Test
    void theSha1OfThePasswordIsAWrongPassword() {
        String sha1 = hex(PASSWORD);

        assertThat(signIn.signIn("ann", sha1, HOME)).isEqualTo(WRONG);
        assertThat(signIn.signIn("ann", sha1.toUpperCase(Locale.ROOT), HOME)).isEqualTo(WRONG);
        assertThat(authenticator.verify("ann", sha1, HOME).account().id()).isEqualTo(ann.id());
    }

    @Test
    void anAppPasswordIsAWrongPasswordAndStillWorksOnV1() {
        String text = accounts.appPasswords()
                .add(ann, "Kodi", AppPasswordPermission.ALL, Actor.OPERATOR)
                .text();
        authenticator.verify("ann", hex(text), HOME);

        assertThat(signIn.signIn("ann", text, HOME)).isEqualTo(WRONG);
        assertThat(signIn.signIn("ann", hex(text), HOME)).isEqualTo(WRONG);
        assertThat(signIn.confirm(ann, text, HOME)).isEqualTo(WRONG);

        assertThat(authenticator.verify("ann", hex(text), HOME).account().id()).isEqualTo(ann.id());
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreTheSame() {
        assertThat(signIn.signIn("ann", "wrong", HOME)).isEqualTo(WRONG);
        assertThat(signIn.signIn("nobody", "wrong", HOME)).isEqualTo(WRONG);
        assertThat(signIn.signIn("nobody@example.org", "wrong", HOME)).isEqualTo(WRONG);
        assertThat(signIn.signIn("", "", HOME)).isEqualTo(WRONG);

        assertThat(hasher.tries()).isEqualTo(4);
    }

    @Test
    void aDisabledUserDoesNotSignIn() {
        database.write(tx -> tx.update("UPDATE account SET state = 2"));
        clock.pass(Duration.ofSeconds(5));

        assertThat(signIn.signIn("ann", PASSWORD, HOME)).isEqualTo(WRONG);
        assertThat(signIn.confirm(ann, PASSWORD, HOME)).isEqualTo(WRONG);
    }

    @Test
    void guessesAreLimitedByNameAndAddressTogether() {
        IntStream.range(0, 5).forEach(n -> {
            signIn.signIn(n % 2 == 0 ? "ann" : "ann@example.org", "guess " + n, HOME);
            clock.pass(Duration.ofSeconds(4));
        });

        assertThat(signIn.signIn("ann", PASSWORD, ELSEWHERE)).isEqualTo(new Throttled(Duration.ofSeconds(26)));
        clock.pass(Duration.ofSeconds(26));
        assertThat(signIn.signIn("ann", PASSWORD, ELSEWHERE)).isInstanceOf(SignedIn.class);
    }

    @Test
    void tenThousandWrongPasswordsCostFewHashesAndDoNotStopACachedClient() {
        authenticator.verify("ann", hex(PASSWORD), HOME);

        IntStream.range(0, 10_000).forEach(n -> signIn.signIn("ann", "guess " + n, ELSEWHERE));

        assertThat(authenticator.verify("ann", hex(PASSWORD), HOME).account().id())
                .isEqualTo(ann.id());
        assertThat(hasher.tries()).isLessThan(10);
    }

    @Test
    void aPasswordRejectedOnV1IsAcceptedOnAPage() {
        accounts.settings().changePasswordOnV1(ann, false, Actor.OPERATOR);
        assertThat(isAcceptedOnV1()).isFalse();

        assertThat(signIn.signIn("ann", PASSWORD, HOME)).isInstanceOf(SignedIn.class);
    }

    @Test
    void theFormerPasswordIsRejected() {
        signIn.signIn("ann", PASSWORD, HOME);

        accounts.changePassword(ann, Secret.sha1Of("another one"));

        assertThat(signIn.signIn("ann", PASSWORD, HOME)).isEqualTo(WRONG);
        assertThat(signIn.confirm(ann, PASSWORD, HOME)).isEqualTo(WRONG);
        assertThat(signIn.confirm(ann, "another one", HOME)).isInstanceOf(SignedIn.class);
    }

    @Test
    void withASecondFactorThePasswordAloneDoesNotSignIn() {
        activate();

        SignInResult result = signIn.signIn("ann", PASSWORD, HOME);

        assertThat(result).isInstanceOf(SecondFactorNeeded.class);
        assertThat(result.toString()).doesNotContain(challenge(result));
        assertThat(accounts.get("ann").lastLogin()).isNull();
        assertThat(signIn.verifySecondFactor(challenge(result), code(), HOME)).isInstanceOf(SignedIn.class);
        assertThat(accounts.get("ann").lastLogin()).isEqualTo(clock.instant());
        assertThat(isAcceptedOnV1()).as("v1 needs an app password").isFalse();
    }

    @Test
    void aChallengeAndACodeWorkOnce() {
        activate();
        String used = challenge(signIn.signIn("ann", PASSWORD, HOME));
        String unused = challenge(signIn.signIn("ann", PASSWORD, HOME));
        String code = code();
        assertThat(signIn.verifySecondFactor(used, code, HOME)).isInstanceOf(SignedIn.class);

        assertThat(signIn.verifySecondFactor(unused, code, HOME)).isEqualTo(WRONG);
        clock.pass(Duration.ofSeconds(30));
        assertThat(signIn.verifySecondFactor(used, code(), HOME)).isEqualTo(new Expired());
        assertThat(signIn.verifySecondFactor(unused, code(), HOME)).isInstanceOf(SignedIn.class);
    }

    @Test
    void aRecoveryCodeSignsInOnce() {
        factors.enrol(ann, "S");
        String recovery = factors.confirm(ann, code(), Actor.OPERATOR)
                .orElseThrow()
                .codes()
                .getFirst();

        assertThat(signIn.verifySecondFactor(challenge(signIn.signIn("ann", PASSWORD, HOME)), recovery, HOME))
                .isInstanceOf(SignedIn.class);
        assertThat(signIn.verifySecondFactor(challenge(signIn.signIn("ann", PASSWORD, HOME)), recovery, HOME))
                .isEqualTo(WRONG);
    }

    @Test
    void aChallengeExpires() {
        activate();
        String first = challenge(signIn.signIn("ann", PASSWORD, HOME));
        clock.pass(Duration.ofMinutes(10));
        assertThat(signIn.verifySecondFactor(first, code(), HOME)).isEqualTo(new Expired());

        String second = challenge(signIn.signIn("ann", PASSWORD, HOME));
        accounts.changePassword(ann, Secret.sha1Of("another one"));
        assertThat(signIn.verifySecondFactor(second, code(), HOME)).isEqualTo(new Expired());

        for (String text : List.of("", "x".repeat(52), "x".repeat(100_000))) {
            assertThat(signIn.verifySecondFactor(text, code(), HOME)).isEqualTo(new Expired());
        }
    }

    @Test
    void codesAreThrottledAndTheCorrectPasswordDoesNotResetThem() {
        activate();
        for (int n = 0; n < 5; n++) {
            String challenge = challenge(signIn.signIn("ann", PASSWORD, HOME));
            assertThat(signIn.verifySecondFactor(challenge, "wrong", HOME)).isEqualTo(WRONG);
            clock.pass(Duration.ofSeconds(4));
        }

        String challenge = challenge(signIn.signIn("ann", PASSWORD, ELSEWHERE));
        assertThat(signIn.verifySecondFactor(challenge, code(), ELSEWHERE))
                .isEqualTo(new Throttled(Duration.ofSeconds(26)));
        clock.pass(Duration.ofSeconds(26));
        assertThat(signIn.verifySecondFactor(challenge, code(), ELSEWHERE)).isInstanceOf(SignedIn.class);
    }

    @Test
    void confirmingTheUserOfAProxyStoresNoChallenge() {
        activate();
        for (int n = 0; n < 5; n++) {
            assertThat(signIn.confirmVerified(ann, "wrong", HOME)).isEqualTo(WRONG);
            clock.pass(Duration.ofSeconds(4));
        }
        assertThat(signIn.confirmVerified(ann, code(), HOME)).isEqualTo(new Throttled(Duration.ofSeconds(26)));
        assertThat(database.<List<Long>>read(
                        tx -> tx.query("SELECT count(*) FROM sign_in_challenge", row -> row.getLong(1))))
                .containsExactly(0L);

        clock.pass(Duration.ofSeconds(26));
        assertThat(signIn.confirmVerified(ann, code(), HOME)).isInstanceOf(SignedIn.class);
    }

    @Test
    void wrongPasswordsOfOthersDoNotDelayTheCode() {
        activate();
        String challenge = challenge(signIn.signIn("ann", PASSWORD, HOME));
        IntStream.range(0, 20).forEach(n -> signIn.signIn("ann", "guess " + n, ELSEWHERE));

        assertThat(signIn.verifySecondFactor(challenge, code(), HOME)).isInstanceOf(SignedIn.class);
    }

    @Test
    void thePurgeDeletesExpiredChallenges() {
        activate();
        signIn.signIn("ann", PASSWORD, HOME);
        clock.pass(Duration.ofMinutes(11));
        String recent = challenge(signIn.signIn("ann", PASSWORD, HOME));

        signIn.purgeExpired();

        assertThat(database.<List<Long>>read(
                        tx -> tx.query("SELECT count(*) FROM sign_in_challenge", row -> row.getLong(1))))
                .containsExactly(1L);
        assertThat(signIn.verifySecondFactor(recent, code(), HOME)).isInstanceOf(SignedIn.class);
    }

    @Test
    void theSecurityLogNamesTheWebAndTheNetwork() {
        signIn.signIn("ann", "wrong", HOME);
        signIn.signIn("ann", PASSWORD, HOME);
        accounts.attempts().flushAll();

        assertThat(accounts.audit().newestAbout(ann.id().value(), 2))
                .allMatch(entry -> entry.by().equals(Actor.web(HOME)))
                .extracting(AuditEntry::action)
                .containsExactlyInAnyOrder("signed-in", "sign-in-failed");
    }

    private void activate() {
        factors.enrol(ann, "S");
        assertThat(factors.confirm(ann, code(), Actor.OPERATOR)).isPresent();
        clock.pass(Duration.ofMinutes(1));
    }

    private String code() {
        return TotpCodes.current(database, ann, clock);
    }

    private static String challenge(SignInResult result) {
        return ((SecondFactorNeeded) result).challenge();
    }

    private boolean isAcceptedOnV1() {
        try {
            return authenticator.verify("ann", hex(PASSWORD), HOME) != null;
        } catch (ProblemException rejected) {
            return false;
        }
    }

    private static String hex(String password) {
        return HexFormat.of().formatHex(Secret.sha1Of(password).reveal());
    }
}
