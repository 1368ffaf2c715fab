package dev.spoolmark.account.auth;

import static dev.spoolmark.account.ProblemAssertions.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.AccountDefaults;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.CountingHasher;
import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.MutableClock;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.Registration;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.net.InetAddress;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Sign-in of API clients: caching, hashing cost and limits on guessing.
@ParameterizedClass
@EnumSource(Engine.class)
class AuthenticatorTest {

    private static final Problem NOT_SIGNED_IN = new Problem.NotSignedIn();
    private static final String RIGHT = hex("tr4vel-by-Night-train");
    private static final InetAddress HOME = InetAddress.ofLiteral("192.168.1.7");
    private static final InetAddress ELSEWHERE = InetAddress.ofLiteral("203.0.113.9");

    @Parameter
    Engine engine;

    MutableClock clock = new MutableClock();
    CountingHasher hash = new CountingHasher(1);
    Database database;
    Accounts accounts;
    Authenticator signIn;

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
        accounts = new Accounts(
                database,
                clock,
                new AccountDefaults(Registration.CLOSED, true, ZoneOffset.UTC),
                hash,
                new CommonPasswords(Optional.empty()));
        add("ann", RIGHT);
        signIn = new Authenticator(accounts, clock, hash);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theCorrectPasswordIsAccepted() {
        Account ann = signIn.verify("ANN", RIGHT.toUpperCase(Locale.ROOT), HOME).account();

        assertThat(ann.name()).isEqualTo("ann");
        assertThat(accounts.get("ann").lastLogin()).isEqualTo(clock.instant());
    }

    @Test
    void aCachedSignInNeedsNoHash() {
        IntStream.range(0, 100).forEach(n -> signIn.verify("ann", RIGHT, HOME));

        assertThat(hash.tries()).isOne();
    }

    @Test
    void verifyCachedReturnsOnlyEarlierSignIns() {
        assertThat(signIn.verifyCached("ann", RIGHT, HOME)).isEmpty();
        assertThat(signIn.verifyCached("ann", "no password at all", HOME)).isEmpty();

        signIn.verify("ann", RIGHT, HOME);

        assertThat(signIn.verifyCached("ann", RIGHT, HOME))
                .hasValueSatisfying(ann -> assertThat(ann.account().name()).isEqualTo("ann"));
        assertThat(hash.tries()).isOne();
    }

    @Test
    void cachedSignInsExpireAfterFifteenIdleMinutes() {
        signIn.verify("ann", RIGHT, HOME);
        clock.pass(Duration.ofMinutes(14));
        signIn.verify("ann", RIGHT, HOME);
        assertThat(hash.tries()).isOne();

        clock.pass(Duration.ofMinutes(15));
        signIn.verify("ann", RIGHT, HOME);

        assertThat(hash.tries()).isEqualTo(2);
    }

    @Test
    void cachedSignInsExpireAfterTwelveHours() {
        IntStream.range(0, 72).forEach(n -> {
            signIn.verify("ann", RIGHT, HOME);
            clock.pass(Duration.ofMinutes(10));
        });
        assertThat(hash.tries()).isOne();

        signIn.verify("ann", RIGHT, HOME);

        assertThat(hash.tries()).isEqualTo(2);
    }

    @Test
    void anOldPasswordThatIsRepeatedIsHashedOnceAndLocksNobodyOut() {
        IntStream.range(0, 500).forEach(n -> {
            assertThat(refusal("ann", hex("old"))).isEqualTo(NOT_SIGNED_IN);
            clock.pass(Duration.ofSeconds(1));
        });

        assertThat(hash.tries()).isOne();
        assertThat(signIn.verify("ann", RIGHT, HOME).account().name()).isEqualTo("ann");
    }

    @Test
    void guessesAreThrottledAfterFiveWithRetryAfter() {
        IntStream.range(0, 5).forEach(n -> {
            assertThat(refusal("ann", hex("guess " + n))).isEqualTo(NOT_SIGNED_IN);
            clock.pass(Duration.ofSeconds(4));
        });

        assertThat(refusal("ann", hex("guess 5"))).isEqualTo(new Problem.Overloaded(Duration.ofSeconds(26)));
        clock.pass(Duration.ofSeconds(26));
        assertThat(refusal("ann", hex("guess 5"))).isEqualTo(NOT_SIGNED_IN);
        assertThat(refusal("ann", hex("guess 6"))).isEqualTo(new Problem.Overloaded(Duration.ofSeconds(30)));
        assertThat(hash.tries()).isEqualTo(6);
    }

    @Test
    void guessesDoNotAffectACachedSignIn() {
        signIn.verify("ann", RIGHT, HOME);
        IntStream.range(0, 50).forEach(n -> refusal("ann", hex("guess " + n)));

        assertThat(signIn.verify("ann", RIGHT, HOME).account().name()).isEqualTo("ann");
        assertThat(hash.tries()).isEqualTo(6);
    }

    @Test
    void aSuccessfulSignInResetsTheFailuresOfItsNetwork() {
        IntStream.range(0, 4).forEach(n -> refusal("ann", hex("typo " + n)));
        signIn.verify("ann", RIGHT, HOME);
        clock.pass(Duration.ofMinutes(1));

        IntStream.range(0, 5)
                .forEach(n -> assertThat(refusal("ann", hex("again " + n))).isEqualTo(NOT_SIGNED_IN));
    }

    @Test
    void aMalformedPasswordFailsWithoutHashing() {
        assertThat(refusal("ann", "tr4vel-by-Night-train")).isEqualTo(NOT_SIGNED_IN);
        assertThat(refusal("ann", "")).isEqualTo(NOT_SIGNED_IN);
        assertThat(refusal("ann", RIGHT + "0")).isEqualTo(NOT_SIGNED_IN);

        assertThat(hash.tries()).isZero();
    }

    @Test
    void unknownAndKnownNamesCostTheSameHashes() {
        IntStream.range(0, 7).forEach(n -> {
            int before = hash.tries();
            Problem known = refusal("ann", hex("guess " + n), HOME);
            int ofKnown = hash.tries() - before;
            Problem unknown = refusal("nobody", hex("guess " + n), ELSEWHERE);
            int ofUnknown = hash.tries() - before - ofKnown;

            assertThat(unknown).isEqualTo(known);
            assertThat(ofUnknown).isEqualTo(ofKnown);
        });
        assertThat(hash.tries()).isEqualTo(10);
    }

    @Test
    void unknownNamesAreThrottledSeparately() {
        IntStream.range(0, 5).forEach(n -> refusal("nobody", hex("guess " + n), ELSEWHERE));

        assertThat(refusal("somebody", hex("guess"), HOME)).isEqualTo(NOT_SIGNED_IN);
    }

    @Test
    void aDisabledUserFailsLikeAWrongPassword() {
        signIn.verify("ann", RIGHT, HOME);
        database.write(tx -> tx.update("UPDATE account SET state = 2"));
        clock.pass(Duration.ofSeconds(5));

        assertThat(refusal("ann", RIGHT)).isEqualTo(NOT_SIGNED_IN);
        assertThat(hash.tries()).isEqualTo(2);
    }

    @Test
    void cachedSignInsEndWhenThePasswordChanges() {
        signIn.verify("ann", RIGHT, HOME);

        assertThat(accounts.changePassword(accounts.get("ann"), Secret.sha1Of("another one")))
                .as("nobody would guess it first")
                .isFalse();

        assertThat(refusal("ann", RIGHT)).isEqualTo(NOT_SIGNED_IN);
        assertThat(signIn.verify("ann", hex("another one"), HOME).account().credVersion())
                .isEqualTo(2);
    }

    @Test
    void anOutdatedHashIsReplacedOnce() {
        CountingHasher dearer = new CountingHasher(2);
        signIn = new Authenticator(accounts, clock, dearer);

        signIn.verify("ann", RIGHT, HOME);

        assertThat(verifier()).startsWith("v1sha1$argon2id$v=19$m=8,t=2,p=1$");
        assertThat(accounts.get("ann").credVersion()).isOne();
        clock.pass(Duration.ofHours(1));
        String renewed = verifier();
        signIn.verify("ann", RIGHT, HOME);
        assertThat(verifier()).isEqualTo(renewed);
    }

    private void add(String name, String passwordHex) {
        Secret sha1 = Secret.ofSha1Hex(passwordHex).orElseThrow();
        accounts.create(new NewAccount(name, null, sha1, false, CreationOrigin.OPERATOR));
    }

    private Problem refusal(String name, String passwordHex) {
        return refusal(name, passwordHex, HOME);
    }

    private Problem refusal(String name, String passwordHex, InetAddress from) {
        return problemOf(() -> signIn.verify(name, passwordHex, from));
    }

    private String verifier() {
        return database.read(tx -> tx.findFirst("SELECT password_hash FROM account", row -> row.getString(1))
                .orElseThrow());
    }

    private static String hex(String password) {
        return HexFormat.of().formatHex(Secret.sha1Of(password).reveal());
    }
}
