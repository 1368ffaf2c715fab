package dev.spoolmark.account;

import static dev.spoolmark.account.ProblemAssertions.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.CreateAccountResult.Created;
import dev.spoolmark.account.CreateAccountResult.Rejected;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.auth.Argon2CostParameters;
import dev.spoolmark.account.auth.Argon2Hash;
import dev.spoolmark.account.auth.CommonPasswords;
import dev.spoolmark.account.auth.PasswordHasher;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Creation and lookup of accounts; concurrent registrations of one name.
@ParameterizedClass
@EnumSource(Engine.class)
class AccountsTest {

    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final Secret GOOD = Secret.sha1Of("tr4vel-by-Night-train");

    @Parameter
    Engine engine;

    MutableClock clock = new MutableClock();
    Database database;
    Accounts accounts;

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
        accounts = new Accounts(
                database,
                clock,
                new AccountDefaults(Registration.CLOSED, true, ZONE),
                new CountingHasher(1),
                new CommonPasswords(Optional.empty()));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aNewAccountHasTheDefaultsOfTheServer() {
        Account ann = accounts.create(newAccount("Ann", "ann@example.com")).account();

        assertThat(ann.isProtected()).isTrue();
        assertThat(ann.vip()).isTrue();
        assertThat(ann.preferences().timeZone()).isEqualTo(ZONE);
        assertThat(ann.preferences().ratingMode()).isEqualTo(RatingMode.SIMPLE);
        assertThat(ann.joined()).isEqualTo(clock.instant());
        assertThat(accounts.count()).isOne();
    }

    @Test
    void aStoredAccountIsReadUnchanged() {
        Profile profile = new Profile("Ann B.", Gender.FEMALE, 30, "Kyiv", "Films.\nAnd 🎬.", "a.jpg");
        var choices = new NewAccount.Choices(Instant.ofEpochSecond(1_285_436_965), false, ZoneId.of("UTC"), false);

        Account ann = accounts.create(
                        new NewAccount("ann", "ann@example.com", GOOD, true, CreationOrigin.OPERATOR, profile, choices))
                .account();

        assertThat(accounts.get("ann")).isEqualTo(ann);
        assertThat(accounts.find(ann.id())).contains(ann);
        assertThat(ann.joined()).isEqualTo(Instant.ofEpochSecond(1_285_436_965));
        assertThat(ann.admin()).isTrue();
    }

    @Test
    void namesAreFoundIgnoringCaseOnly() {
        accounts.create(newAccount("Ann.B", null));

        assertThat(accounts.find("aNN.b")).isPresent();
        assertThat(accounts.find("ann-b")).isEmpty();
        assertThat(accounts.find("")).isEmpty();
        assertThat(problemOf(() -> accounts.get("bob"))).isEqualTo(new Problem.NotFound("user"));
    }

    @Test
    void aNameWithTheUrlFormOfAnotherIsRejected() {
        accounts.create(newAccount("a.bc", null));

        assertThat(problemOf(() -> accounts.create(newAccount("A-Bc", null))))
                .isEqualTo(new Problem.Taken("A-Bc", "username"));
        assertThat(problemOf(() -> accounts.create(newAccount("a_bc", null))))
                .isEqualTo(new Problem.Taken("a_bc", "username"));
    }

    @Test
    void aRejectedEmailAddressDoesNotReserveTheName() {
        accounts.create(newAccount("ann", "ann@example.com"));

        assertThat(problemOf(() -> accounts.create(newAccount("bob", "ANN@example.com"))))
                .isEqualTo(new Problem.Taken("ANN@example.com", "e-mail"));

        assertThat(accounts.create(newAccount("bob", "bob@example.com"))
                        .account()
                        .name())
                .isEqualTo("bob");
    }

    @Test
    void aBatchReturnsOneResultPerAccount() {
        List<CreateAccountResult> outcomes = accounts.creation()
                .createAll(Stream.of("ann", "bob", "Ann", "cem")
                        .map(name -> accounts.creation().prepare(newAccount(name, null)))
                        .toList());

        assertThat(outcomes.get(2)).isEqualTo(new Rejected(new Problem.Taken("Ann", "username")));
        assertThat(outcomes).filteredOn(Created.class::isInstance).hasSize(3);
        assertThat(accounts.count()).isEqualTo(3);
    }

    @Test
    void concurrentAccountsOfOneNameAreCreatedOnce() {
        List<CreateAccountResult> outcomes = IntStream.range(0, 16)
                .parallel()
                .mapToObj(n -> accounts.creation().prepare(newAccount("ann", n + "@example.com")))
                .flatMap(prepared -> accounts.creation().createAll(List.of(prepared)).stream())
                .toList();

        assertThat(outcomes).filteredOn(Created.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Rejected.class::isInstance).hasSize(15);
        assertThat(accounts.count()).isOne();
        assertThat(rows("account_email")).isOne();
    }

    @Test
    void aBatchOfIdsFindsKnownUsersOnly() {
        UserId ann = accounts.create(newAccount("ann", null)).account().id();
        UserId bob = accounts.create(newAccount("bob", null)).account().id();

        assertThat(accounts.all(List.of(bob, ann, bob, new UserId(-1)))).containsOnlyKeys(ann, bob);
        assertThat(accounts.all(List.of())).isEmpty();
        assertThat(accounts.all(
                        LongStream.range(0, 40_000).mapToObj(UserId::new).toList()))
                .containsKeys(ann, bob);
    }

    @Test
    void disabledUsersAreNotFoundAfterFiveSeconds() {
        UserId ann = accounts.create(newAccount("ann", null)).account().id();
        assertThat(accounts.find("ann")).isPresent();
        database.write(tx -> tx.update("UPDATE account SET state = 2 WHERE user_id = ?", ann.value()));

        clock.pass(Duration.ofSeconds(5));

        assertThat(accounts.find("ann")).isEmpty();
        assertThat(accounts.find(ann)).isEmpty();
        assertThat(accounts.all(List.of(ann))).isEmpty();
        assertThat(accounts.count()).isZero();
    }

    @Test
    void aWeakPasswordIsReportedToOperatorsAndRejectedForUsers() {
        Secret weak = Secret.sha1Of("password");

        assertThat(accounts.create(newAccount("ann", weak, CreationOrigin.OPERATOR))
                        .weakPassword())
                .isTrue();
        assertThat(accounts.create(newAccount("justin", weak, CreationOrigin.DEMO))
                        .weakPassword())
                .isFalse();
        assertThat(problemOf(() -> accounts.create(newAccount("bob", weak, CreationOrigin.SELF_SERVICE))))
                .isEqualTo(new Problem.Invalid("password"));
        assertThat(accounts.create(newAccount("cem", GOOD, CreationOrigin.SELF_SERVICE))
                        .weakPassword())
                .isFalse();
    }

    @Test
    void thePasswordIsNeverStored() {
        accounts.create(newAccount("ann", null));

        String verifier = database.read(tx -> tx.findFirst("SELECT password_hash FROM account", row -> row.getString(1))
                .orElseThrow());

        assertThat(verifier).startsWith("v1sha1$argon2id$v=19$m=8,t=1,p=1$");
    }

    /// In production each hash needs 19 MiB of memory.
    @Test
    void concurrentHashesOfRegistrationsAreLimited() {
        BusyHash hash = new BusyHash();
        Accounts busy = new Accounts(
                database,
                clock,
                new AccountDefaults(Registration.OPEN, true, ZONE),
                hash,
                new CommonPasswords(Optional.empty()));
        try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
            IntStream.range(0, 12)
                    .forEach(n -> threads.execute(() -> busy.creation()
                            .register(newAccount("user-" + n, GOOD, CreationOrigin.SELF_SERVICE), Actor.OPERATOR)));
        }

        assertThat(busy.count()).isEqualTo(12);
        assertThat(hash.maxConcurrent.get())
                .isBetween(1, Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    /// Counts how many passwords are hashed at the same time.
    private static final class BusyHash implements PasswordHasher {

        private final PasswordHasher slow = new Argon2Hash(new Argon2CostParameters(1_024, 10, 1));
        private final AtomicInteger inside = new AtomicInteger();
        final AtomicInteger maxConcurrent = new AtomicInteger();

        @Override
        public String hash(Secret sha1) {
            maxConcurrent.accumulateAndGet(inside.incrementAndGet(), Math::max);
            try {
                return slow.hash(sha1);
            } finally {
                inside.decrementAndGet();
            }
        }

        @Override
        public String dummyHash() {
            return slow.dummyHash();
        }

        @Override
        public boolean matches(Secret sha1, String stored) {
            return slow.matches(sha1, stored);
        }

        @Override
        public boolean needsRehash(String stored) {
            return slow.needsRehash(stored);
        }
    }

    private long rows(String table) {
        return database.read(tx -> tx.findFirst("SELECT count(*) FROM " + table, row -> row.getLong(1))
                .orElseThrow());
    }

    private static NewAccount newAccount(String name, @Nullable String email) {
        return new NewAccount(name, email, GOOD, false, CreationOrigin.OPERATOR);
    }

    private static NewAccount newAccount(String name, Secret sha1, CreationOrigin origin) {
        return new NewAccount(name, name + "@example.com", sha1, false, origin);
    }
}
