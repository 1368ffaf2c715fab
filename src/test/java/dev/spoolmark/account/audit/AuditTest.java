package dev.spoolmark.account.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.AccountDefaults;
import dev.spoolmark.account.AccountPatch;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.ApiKeyPolicy;
import dev.spoolmark.account.Application;
import dev.spoolmark.account.Applications;
import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.FastHasher;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.Permission;
import dev.spoolmark.account.Registration;
import dev.spoolmark.account.auth.Authenticator;
import dev.spoolmark.account.auth.CommonPasswords;
import dev.spoolmark.conformance.TestClock;
import dev.spoolmark.core.ClientNetwork;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Entries of the security log, their pages and their retention.
@ParameterizedClass
@EnumSource(Engine.class)
class AuditTest {

    private static final String PASSWORD = "tr4vel-by-Night-train";
    private static final InetAddress HOME = InetAddress.ofLiteral("192.0.2.7");
    private static final InetAddress ELSEWHERE = InetAddress.ofLiteral("2001:db8:0:7:1::1");

    @Parameter
    Engine engine;

    private final TestClock clock = new TestClock();
    private Database database;
    private Accounts accounts;
    private Authenticator authenticator;

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
        accounts = new Accounts(
                database,
                clock,
                new AccountDefaults(Registration.CLOSED, true, ZoneOffset.UTC),
                FastHasher.hash(),
                new CommonPasswords(Optional.empty()));
        authenticator = new Authenticator(accounts, clock, FastHasher.hash());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void changesToAccountsAreRecorded() {
        Account ann = create("ann", Actor.client(HOME));
        clock.forward(Duration.ofSeconds(1));
        accounts.change(ann, new AccountPatch(false, false));
        clock.forward(Duration.ofSeconds(1));
        accounts.changePassword(ann, Secret.sha1Of("another-Night-train"));

        assertThat(rendered(accounts.audit().newestAbout(ann.id().value(), 10)))
                .containsExactly(
                        "password-changed command - 1 ",
                        "settings-changed command - 1 searchable false; protected false, before true",
                        "account-added api 192.0.2.7 1 ");
        assertThat(accounts.audit().newest(1)).extracting(AuditEntry::at).containsExactly(clock.instant());
    }

    @Test
    void failedChangesAreNotRecorded() {
        create("ann", Actor.OPERATOR);

        assertThatThrownBy(() -> create("Ann", Actor.OPERATOR)).isInstanceOf(ProblemException.class);

        assertThat(accounts.audit().newest(10)).hasSize(1);
    }

    @Test
    void keysAreMasked() {
        Applications applications = new Applications(database, clock, ApiKeyPolicy.ANY);
        Application added = applications.add("player", EnumSet.of(Permission.SCROBBLE, Permission.READ), null);
        clock.forward(Duration.ofSeconds(1));
        applications.block(added.key(), true);
        clock.forward(Duration.ofSeconds(1));
        applications.block(added.key(), false);

        List<AuditEntry> entries = accounts.audit().newest(10);
        assertThat(rendered(entries))
                .containsExactly(
                        "key-unblocked command - 1 " + added.maskedKey(),
                        "key-blocked command - 1 " + added.maskedKey(),
                        "key-added command - 1 player (" + added.maskedKey() + "): read,scrobble");
        assertThat(entries.toString()).doesNotContain(added.key());
    }

    @Test
    void pagesHaveNoGapsOrDuplicates() {
        List<String> names = IntStream.range(0, 7).mapToObj(i -> "user" + i).toList();
        names.forEach(name -> create(name, Actor.OPERATOR));
        List<AuditEntry> all = accounts.audit().newest(100);

        List<AuditEntry> read = new ArrayList<>();
        Optional<AuditPosition> before = Optional.empty();
        do {
            AuditPage page = accounts.audit().page(AuditFilter.ALL, before, 3);
            read.addAll(page.entries());
            before = page.next().flatMap(position -> AuditPosition.parse(position.text()));
        } while (before.isPresent());

        assertThat(read).hasSize(7).isEqualTo(all);
    }

    @Test
    void entriesAreFilteredByActionAndUser() {
        Account ann = create("ann", Actor.OPERATOR);
        Account bob = create("bob", Actor.OPERATOR);
        accounts.changePassword(ann, Secret.sha1Of("another-Night-train"));

        assertThat(actions(new AuditFilter(AuditAction.ACCOUNT_ADDED, null)))
                .containsExactly("account-added", "account-added");
        assertThat(actions(new AuditFilter(null, ann.id().value())))
                .containsExactlyInAnyOrder("password-changed", "account-added");
        assertThat(actions(
                        new AuditFilter(AuditAction.PASSWORD_CHANGED, bob.id().value())))
                .isEmpty();
        assertThat(actions(AuditFilter.ALL)).hasSize(3);
    }

    private List<String> actions(AuditFilter filter) {
        return accounts.audit().page(filter, Optional.empty(), 10).entries().stream()
                .map(AuditEntry::action)
                .toList();
    }

    @Test
    void invalidPositionsAreRejected() {
        for (String text : List.of("", "1", "1-2", "1-2-3-4", "a-b-c", "1-2-99999999999999999", "-1-2-3")) {
            assertThat(AuditPosition.parse(text)).as(text).isEmpty();
        }
    }

    @Test
    void attemptsAreCountedByUserNetworkAndMinute() {
        Account ann = create("ann", Actor.OPERATOR);
        authenticator.verify("ann", hex(PASSWORD), HOME);
        fail("ann", "wrong 1", ELSEWHERE);
        fail("ann", "wrong 2", ELSEWHERE);
        fail("nobody", "wrong 3", ELSEWHERE);
        clock.forward(Duration.ofMinutes(1));
        fail("ann", "wrong 4", ELSEWHERE);

        accounts.attempts().flushCompletedMinutes();
        assertThat(rendered(accounts.audit().newestAbout(ann.id().value(), 10)))
                .containsExactlyInAnyOrder(
                        "account-added command - 1 ",
                        "signed-in api 192.0.2.7 1 ",
                        "sign-in-failed api 2001:db8:0:7::/64 2 ");
        assertThat(rendered(accounts.audit().newestAbout(Audit.NOBODY, 10)))
                .containsExactly("sign-in-failed api 2001:db8:0:7::/64 1 ");

        accounts.attempts().flushAll();
        accounts.attempts().flushAll();
        assertThat(accounts.audit().newestAbout(ann.id().value(), 10)).hasSize(4);
    }

    @Test
    void throttledSignInsAreRecordedAndCachedOnesAreNot() {
        Account ann = create("ann", Actor.OPERATOR);
        IntStream.range(0, 3).forEach(n -> authenticator.verify("ann", hex(PASSWORD), HOME));
        IntStream.range(0, 5).forEach(n -> fail("ann", "wrong " + n, ELSEWHERE));
        IntStream.range(0, 3)
                .forEach(n -> assertThatThrownBy(() -> authenticator.verify("ann", hex("w " + n), ELSEWHERE))
                        .isInstanceOf(ProblemException.class));

        accounts.attempts().flushAll();

        assertThat(rendered(accounts.audit().newestAbout(ann.id().value(), 10)))
                .contains(
                        "signed-in api 192.0.2.7 1 ",
                        "sign-in-failed api 2001:db8:0:7::/64 5 ",
                        "sign-in-throttled api 2001:db8:0:7::/64 3 ");
    }

    @Test
    void guessesFromManyNetworksNeitherFillTheLogNorHideSuccesses() {
        LoginAttemptLog attempts = accounts.attempts();
        int places = LoginAttemptLog.MAX_ENTRIES_PER_MINUTE + 50;
        IntStream.range(0, places)
                .forEach(n -> attempts.count(AuditAction.SIGN_IN_FAILED, n + 1L, new ClientNetwork(false, n)));
        attempts.count(AuditAction.SIGNED_IN, 7, ClientNetwork.of(HOME));

        attempts.flushAll();

        List<AuditEntry> entries = accounts.audit().newest(1_000);
        assertThat(entries).hasSize(LoginAttemptLog.MAX_ENTRIES_PER_MINUTE + 2);
        assertThat(rendered(entries)).contains("signed-in api 192.0.2.7 1 ", "sign-in-failed api - 50 ");
    }

    @Test
    void addressesAreDeletedAfter90DaysAndEntriesAfter400() {
        create("ann", Actor.client(HOME));
        Instant then = clock.instant();
        clock.set(then.plus(Audit.ADDRESS_RETENTION));
        accounts.audit().purgeExpired();
        assertThat(rendered(accounts.audit().newest(10))).containsExactly("account-added api 192.0.2.7 1 ");

        clock.forward(Duration.ofMillis(1));
        accounts.audit().purgeExpired();
        assertThat(rendered(accounts.audit().newest(10))).containsExactly("account-added api - 1 ");

        clock.set(then.plus(Audit.RETENTION));
        accounts.audit().purgeExpired();
        assertThat(accounts.audit().newest(10)).hasSize(1);

        clock.forward(Duration.ofMillis(1));
        accounts.audit().purgeExpired();
        assertThat(accounts.audit().newest(10)).isEmpty();
        assertThat(ChronoUnit.DAYS.between(then, clock.instant())).isEqualTo(400);
    }

    private Account create(String name, Actor by) {
        NewAccount newAccount = new NewAccount(name, null, Secret.sha1Of(PASSWORD), false, CreationOrigin.OPERATOR);
        return accounts.creation().create(newAccount, by).account();
    }

    private void fail(String name, String password, InetAddress from) {
        assertThatThrownBy(() -> authenticator.verify(name, hex(password), from))
                .isInstanceOf(ProblemException.class);
    }

    private static List<String> rendered(List<AuditEntry> entries) {
        return entries.stream()
                .map(entry -> entry.action() + " " + entry.by().channel() + " "
                        + Optional.ofNullable(entry.by().address()).orElse("-") + " " + entry.times() + " "
                        + entry.detail())
                .toList();
    }

    private static String hex(String password) {
        return HexFormat.of().formatHex(Secret.sha1Of(password).reveal());
    }
}
