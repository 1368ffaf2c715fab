package dev.spoolmark.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.AccountRules;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.Application;
import dev.spoolmark.account.Applications;
import dev.spoolmark.account.CheapHash;
import dev.spoolmark.account.CommonPasswords;
import dev.spoolmark.account.KeyPolicy;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.Origin;
import dev.spoolmark.account.Permission;
import dev.spoolmark.account.Registration;
import dev.spoolmark.account.SignIn;
import dev.spoolmark.account.Wishes;
import dev.spoolmark.conformance.TestClock;
import dev.spoolmark.kernel.ClientNetwork;
import dev.spoolmark.kernel.Refusal;
import dev.spoolmark.kernel.Secret;
import dev.spoolmark.store.Database;
import dev.spoolmark.store.Engine;
import dev.spoolmark.store.TestDatabases;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
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

/// What the security log tells, and for how long.
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
    private SignIn signIn;

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
        accounts = new Accounts(
                database,
                clock,
                new AccountRules(Registration.CLOSED, true, ZoneOffset.UTC),
                CheapHash.hash(),
                new CommonPasswords(Optional.empty()));
        signIn = new SignIn(accounts, clock, CheapHash.hash());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsDoneToAnAccountIsTold() {
        Account ann = create("ann", By.client(HOME));
        clock.forward(Duration.ofSeconds(1));
        accounts.change(ann, new Wishes(false, false));
        clock.forward(Duration.ofSeconds(1));
        accounts.changePassword(ann, Secret.sha1Of("another-Night-train"));

        assertThat(told(accounts.audit().newestOf(ann.id().value(), 10)))
                .containsExactly(
                        "password-changed command - 1 ",
                        "settings-changed command - 1 searchable false; protected false, before true",
                        "account-added api 192.0.2.7 1 ");
        assertThat(accounts.audit().newest(1)).extracting(Entry::at).containsExactly(clock.instant());
    }

    @Test
    void whatIsNotDoneIsNotTold() {
        create("ann", By.OPERATOR);

        assertThatThrownBy(() -> create("Ann", By.OPERATOR)).isInstanceOf(Refusal.class);

        assertThat(accounts.audit().newest(10)).hasSize(1);
    }

    @Test
    void keysAreToldMasked() {
        Applications applications = new Applications(database, clock, KeyPolicy.ANY);
        Application added = applications.add("player", EnumSet.of(Permission.SCROBBLE, Permission.READ), null);
        clock.forward(Duration.ofSeconds(1));
        applications.block(added.key(), true);
        clock.forward(Duration.ofSeconds(1));
        applications.block(added.key(), false);

        List<Entry> entries = accounts.audit().newest(10);
        assertThat(told(entries))
                .containsExactly(
                        "key-let-in command - 1 " + added.maskedKey(),
                        "key-blocked command - 1 " + added.maskedKey(),
                        "key-added command - 1 player (" + added.maskedKey() + "): read,scrobble");
        assertThat(entries.toString()).doesNotContain(added.key());
    }

    @Test
    void attemptsAreToldByPersonPlaceAndMinute() {
        Account ann = create("ann", By.OPERATOR);
        signIn.verify("ann", hex(PASSWORD), HOME);
        fail("ann", "wrong 1", ELSEWHERE);
        fail("ann", "wrong 2", ELSEWHERE);
        fail("nobody", "wrong 3", ELSEWHERE);
        clock.forward(Duration.ofMinutes(1));
        fail("ann", "wrong 4", ELSEWHERE);

        accounts.attempts().keep();
        assertThat(told(accounts.audit().newestOf(ann.id().value(), 10)))
                .containsExactlyInAnyOrder(
                        "account-added command - 1 ",
                        "signed-in api 192.0.2.7 1 ",
                        "sign-in-failed api 2001:db8:0:7::/64 2 ");
        assertThat(told(accounts.audit().newestOf(Audit.NOBODY, 10)))
                .containsExactly("sign-in-failed api 2001:db8:0:7::/64 1 ");

        accounts.attempts().finish();
        accounts.attempts().finish();
        assertThat(accounts.audit().newestOf(ann.id().value(), 10)).hasSize(4);
    }

    @Test
    void whoHasToWaitIsToldAndWhoIsKnownIsNot() {
        Account ann = create("ann", By.OPERATOR);
        IntStream.range(0, 3).forEach(n -> signIn.verify("ann", hex(PASSWORD), HOME));
        IntStream.range(0, 5).forEach(n -> fail("ann", "wrong " + n, ELSEWHERE));
        IntStream.range(0, 3)
                .forEach(n -> assertThatThrownBy(() -> signIn.verify("ann", hex("w " + n), ELSEWHERE))
                        .isInstanceOf(Refusal.class));

        accounts.attempts().finish();

        assertThat(told(accounts.audit().newestOf(ann.id().value(), 10)))
                .contains(
                        "signed-in api 192.0.2.7 1 ",
                        "sign-in-failed api 2001:db8:0:7::/64 5 ",
                        "sign-in-put-off api 2001:db8:0:7::/64 3 ");
    }

    @Test
    void whoGuessesFromManyPlacesCannotFillTheDiskNorHideWhoCameIn() {
        Attempts attempts = accounts.attempts();
        int places = Attempts.LINES_A_MINUTE + 50;
        IntStream.range(0, places)
                .forEach(n -> attempts.note(Deed.SIGN_IN_FAILED, n + 1L, new ClientNetwork(false, n)));
        attempts.note(Deed.SIGNED_IN, 7, ClientNetwork.of(HOME));

        attempts.finish();

        List<Entry> entries = accounts.audit().newest(1_000);
        assertThat(entries).hasSize(Attempts.LINES_A_MINUTE + 2);
        assertThat(told(entries)).contains("signed-in api 192.0.2.7 1 ", "sign-in-failed api - 50 ");
    }

    @Test
    void addressesAreForgottenAfter90DaysAndEverythingAfter400() {
        create("ann", By.client(HOME));
        Instant then = clock.instant();
        clock.set(then.plus(Audit.ADDRESSES_KEPT));
        accounts.audit().forget();
        assertThat(told(accounts.audit().newest(10))).containsExactly("account-added api 192.0.2.7 1 ");

        clock.forward(Duration.ofMillis(1));
        accounts.audit().forget();
        assertThat(told(accounts.audit().newest(10))).containsExactly("account-added api - 1 ");

        clock.set(then.plus(Audit.KEPT));
        accounts.audit().forget();
        assertThat(accounts.audit().newest(10)).hasSize(1);

        clock.forward(Duration.ofMillis(1));
        accounts.audit().forget();
        assertThat(accounts.audit().newest(10)).isEmpty();
        assertThat(ChronoUnit.DAYS.between(then, clock.instant())).isEqualTo(400);
    }

    private Account create(String name, By by) {
        NewAccount wanted = new NewAccount(name, null, Secret.sha1Of(PASSWORD), false, Origin.OPERATOR);
        return accounts.create(wanted, by).account();
    }

    private void fail(String name, String password, InetAddress from) {
        assertThatThrownBy(() -> signIn.verify(name, hex(password), from)).isInstanceOf(Refusal.class);
    }

    private static List<String> told(List<Entry> entries) {
        return entries.stream()
                .map(entry -> entry.deed() + " " + entry.by().door() + " "
                        + Optional.ofNullable(entry.by().address()).orElse("-") + " " + entry.times() + " "
                        + entry.detail())
                .toList();
    }

    private static String hex(String password) {
        return HexFormat.of().formatHex(Secret.sha1Of(password).reveal());
    }
}
