package dev.spoolmark.account;

import static dev.spoolmark.account.ProblemAssertions.problemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.audit.Audit;
import dev.spoolmark.account.audit.AuditEntry;
import dev.spoolmark.core.Problem;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// API keys: which are accepted, and the permissions of their applications.
@ParameterizedClass
@EnumSource(Engine.class)
class ApplicationsTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";

    @Parameter
    Engine engine;

    MutableClock clock = new MutableClock();
    Database database;
    Applications applications;

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
        applications = new Applications(database, clock, ApiKeyPolicy.ANY);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anUnknownKeyHasAllPermissionsExceptAccountCreation() {
        Application unknown = applications.identify(KEY);

        assertThat(unknown.registered()).isFalse();
        assertThat(unknown.id()).isNull();
        assertThat(unknown.permissions())
                .containsExactlyInAnyOrder(Permission.READ, Permission.WRITE, Permission.SCROBBLE, Permission.CHECKIN);
        assertThat(problemOf(() -> applications.require(unknown, Permission.ACCOUNT_CREATE)))
                .isEqualTo(new Problem.NoPermission("account_create"));
    }

    @Test
    void aMalformedKeyIsRejected() {
        for (String key : List.of(
                "",
                "a".repeat(31),
                "a".repeat(65),
                "g".repeat(32),
                "the-walking-dead-2010-a-slug-of-40-signs",
                "0123456789abcdef-0123456789abcdef")) {
            assertThat(problemOf(() -> applications.identify(key))).as(key).isEqualTo(new Problem.UnknownKey());
        }
        assertThatCode(() -> applications.identify("A".repeat(32))).doesNotThrowAnyException();
        assertThatCode(() -> applications.identify("a".repeat(64))).doesNotThrowAnyException();
    }

    @Test
    void hexKeysAreCaseInsensitiveAndOthersAreNot() {
        Application added = applications.add("Player", Permission.defaults(), KEY.toUpperCase(Locale.ROOT));
        Application words = applications.add("Other", Permission.defaults(), "My-Own-Key-Of-Words");

        assertThat(applications.identify(KEY)).isEqualTo(added);
        assertThat(applications.identify("My-Own-Key-Of-Words")).isEqualTo(words);
        assertThat(problemOf(() -> applications.identify("my-own-key-of-words")))
                .isEqualTo(new Problem.UnknownKey());
    }

    @Test
    void aRegisteredKeyCanBeShorterThanUnregisteredKeys() {
        assertThat(problemOf(() -> applications.identify("0123456789abcdef"))).isEqualTo(new Problem.UnknownKey());

        applications.add("Short", Permission.defaults(), "0123456789ABCDEF");

        assertThat(applications.identify("0123456789abcdef").name()).isEqualTo("Short");
    }

    @Test
    void anUnknownKeyIsStoredAfterASignIn() {
        Application unknown = applications.identify(KEY);
        assertThat(rows()).isZero();

        applications.storeUnregistered(unknown);
        applications.storeUnregistered(unknown);

        assertThat(rows()).isOne();
        assertThat(applications.identify(KEY).id()).isNotNull();
    }

    @Test
    void unregisteredKeysAreStoredUpToALimit() {
        database.write(tx -> tx.update("""
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
                INSERT INTO application (app_id, api_key, name, permissions, registered, blocked, created_at)
                SELECT -i, 'key-' || i, 'x', 'read', FALSE, FALSE, 0 FROM n
                """));

        applications.storeUnregistered(applications.identify(KEY));

        assertThat(rows()).isEqualTo(10_000);
        assertThat(applications.identify(KEY).registered()).isFalse();
    }

    @Test
    void aKnownUnregisteredKeyCanBeRegisteredOnce() {
        applications.storeUnregistered(applications.identify(KEY));
        Application known = applications.identify(KEY);

        Application added = applications.add("Player", Set.of(Permission.SCROBBLE), KEY);

        assertThat(added.id()).isEqualTo(known.id());
        assertThat(applications.identify(KEY)).isEqualTo(added);
        assertThat(problemOf(() -> applications.add("Other", Permission.defaults(), KEY)))
                .isEqualTo(new Problem.Taken("0123...", "key"));
    }

    @Test
    void aNewKeyHasFortyHexDigits() {
        assertThat(applications.add("Player", Permission.defaults(), null).key())
                .matches("[0-9a-f]{40}");
        assertThat(problemOf(() -> applications.add(" ", Permission.defaults(), null)))
                .isEqualTo(new Problem.Invalid("name"));
        assertThat(problemOf(() -> applications.add("Player", Permission.defaults(), "short")))
                .isEqualTo(new Problem.Invalid("key"));
    }

    @Test
    void aBlockedKeyIsUnknownWithinFiveSeconds() {
        applications.add("Player", Permission.defaults(), KEY);
        applications.identify(KEY);
        new Applications(database, clock, ApiKeyPolicy.ANY).block(KEY, true);

        clock.pass(Duration.ofSeconds(5));

        assertThat(problemOf(() -> applications.identify(KEY))).isEqualTo(new Problem.UnknownKey());
    }

    @Test
    void unregisteredKeysAreRejectedIfRegistrationIsRequired() {
        Applications strict = new Applications(database, clock, ApiKeyPolicy.REGISTERED);
        assertThat(problemOf(() -> strict.identify(KEY))).isEqualTo(new Problem.UnknownKey());

        strict.add("Player", Permission.defaults(), KEY);

        assertThat(strict.identify(KEY).name()).isEqualTo("Player");
    }

    @Test
    void anApplicationWithoutWritePermissionsHasItsOwnError() {
        Application reader = applications.add("Reader", Set.of(Permission.READ, Permission.WRITE), null);
        Application checker = applications.add("Checker", Set.of(Permission.CHECKIN), null);

        assertThat(problemOf(() -> applications.require(reader, Permission.SCROBBLE)))
                .isEqualTo(new Problem.NoPermissions());
        assertThat(problemOf(() -> applications.require(checker, Permission.SCROBBLE)))
                .isEqualTo(new Problem.NoPermission("scrobble"));
        assertThatCode(() -> applications.require(checker, Permission.CHECKIN)).doesNotThrowAnyException();
    }

    @Test
    void onAnOpenServerEveryApplicationCanCreateAccounts() {
        Applications open = new Applications(database, clock, ApiKeyPolicy.ANY, () -> Registration.OPEN);

        assertThatCode(() -> open.require(open.identify(KEY), Permission.ACCOUNT_CREATE))
                .doesNotThrowAnyException();
    }

    @Test
    void permissionsAreStoredUnchanged() {
        applications.add("Player", EnumSet.allOf(Permission.class), KEY);

        assertThat(applications.identify(KEY).permissions()).containsExactlyInAnyOrder(Permission.values());
        assertThat(Permission.ofKey("account_create")).contains(Permission.ACCOUNT_CREATE);
        assertThat(Permission.ofKey("everything")).isEmpty();
    }

    @Test
    void theKeyIsNeverPrintedCompletely() {
        assertThat(applications.identify(KEY)).hasToString("unknown application (0123...)");
    }

    @Test
    void blockedKeysAreInTheSecurityLogWithTheAdministrator() {
        Account admin = account(true);

        applications.block(admin, KEY, true, Actor.OPERATOR);

        assertThat(problemOf(() -> applications.identify(KEY))).isEqualTo(new Problem.UnknownKey());
        assertThat(new Audit(database, clock).newestAbout(admin.id().value(), 10))
                .extracting(AuditEntry::action)
                .containsExactly("key-blocked");
        assertThat(problemOf(() -> applications.block(admin, "short", true, Actor.OPERATOR)))
                .isEqualTo(new Problem.Invalid("key"));
        assertThat(problemOf(() -> applications.block(account(false), KEY, false, Actor.OPERATOR)))
                .isInstanceOf(Problem.NotAllowed.class);
    }

    @Test
    void permissionsOfRegisteredApplicationsChange() {
        Application player = applications.add("Player", Permission.defaults(), KEY);
        AppId id = Objects.requireNonNull(player.id());

        applications.changePermissions(account(true), id, Set.of(Permission.READ), Actor.OPERATOR);

        assertThat(applications.identify(KEY).permissions()).containsExactly(Permission.READ);
        assertThat(problemOf(() -> applications.changePermissions(account(false), id, Set.of(), Actor.OPERATOR)))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThat(problemOf(
                        () -> applications.changePermissions(account(true), new AppId(999), Set.of(), Actor.OPERATOR)))
                .isEqualTo(new Problem.NotFound("application"));
    }

    @Test
    void applicationsAreListedNewestFirstInPages() {
        List.of("One", "Two", "Three").forEach(name -> applications.add(name, Permission.defaults(), null));

        List<Applications.Stored> first = applications.newest(Optional.empty(), 2);
        Optional<AppId> last = Optional.ofNullable(first.getLast().application().id());

        assertThat(first).map(one -> one.application().name()).containsExactly("Three", "Two");
        assertThat(applications.newest(last, 2))
                .map(one -> one.application().name())
                .containsExactly("One");
    }

    private static Account account(boolean admin) {
        return new Account(
                new UserId(7),
                "admin",
                null,
                false,
                false,
                admin,
                Profile.EMPTY,
                Preferences.in(ZoneOffset.UTC),
                Instant.EPOCH,
                null,
                1);
    }

    private long rows() {
        return database.read(tx -> tx.findFirst("SELECT count(*) FROM application", row -> row.getLong(1))
                .orElseThrow());
    }
}
