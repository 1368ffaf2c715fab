package dev.spoolmark.account.apppassword;

import static dev.spoolmark.account.ProblemAssertions.problemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.AccountDefaults;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.CountingHasher;
import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.MutableClock;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.Permission;
import dev.spoolmark.account.Registration;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.audit.AuditEntry;
import dev.spoolmark.account.auth.AuthenticatedUser;
import dev.spoolmark.account.auth.Authenticator;
import dev.spoolmark.account.auth.CommonPasswords;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.Secret;
import dev.spoolmark.core.Sha256;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.net.InetAddress;
import java.time.Duration;
import java.time.ZoneOffset;
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

/// App passwords and sign-in of v1 clients with them.
@ParameterizedClass
@EnumSource(Engine.class)
class AppPasswordsTest {

    private static final InetAddress HOME = InetAddress.ofLiteral("192.168.1.7");
    private static final Actor BROWSER = Actor.web(HOME);
    private static final Problem NOT_SIGNED_IN = new Problem.NotSignedIn();
    private static final String PASSWORD = "tr4vel-by-Night-train";

    @Parameter
    Engine engine;

    MutableClock clock = new MutableClock();
    CountingHasher hasher = new CountingHasher(1);
    Database database;
    Accounts accounts;
    AppPasswords appPasswords;
    Authenticator signIn;
    Account ann;

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
        accounts = accounts();
        appPasswords = accounts.appPasswords();
        signIn = new Authenticator(accounts, clock, hasher);
        ann = create("ann");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anAppPasswordIs26CharactersAndStoredAsAHash() {
        NewAppPassword added = add("Kodi", AppPasswordPermission.ALL);

        assertThat(added.text()).matches("[a-z2-7]{26}");
        assertThat(added.toString()).doesNotContain(added.text());
        byte[] hash = Sha256.newDigest().digest(Secret.sha1Of(added.text()).reveal());
        assertThat(database.<List<String>>read(
                        tx -> tx.query("SELECT hash FROM app_password", row -> row.getString(1))))
                .containsExactly(HexFormat.of().formatHex(hash));
    }

    @Test
    void anAppPasswordSignsInWithoutAPasswordHash() {
        NewAppPassword added = add("Kodi", AppPasswordPermission.ALL);

        AuthenticatedUser user = signIn.verify("Ann", hex(added.text()), HOME);

        assertThat(user.account().id()).isEqualTo(ann.id());
        assertThat(user.permissions()).containsExactlyInAnyOrder(Permission.values());
        assertThat(signIn.verifyCached("ann", hex(added.text()), HOME)).isPresent();
        assertThat(hasher.tries()).isZero();
    }

    @Test
    void anAppPasswordGrantsItsPermissionOnly() {
        String scrobbler = add("Scrobbler", AppPasswordPermission.SCROBBLE).text();
        String widget = add("Widget", AppPasswordPermission.READ).text();

        assertThat(signIn.verify("ann", hex(scrobbler), HOME).permissions())
                .containsExactlyInAnyOrder(Permission.SCROBBLE, Permission.CHECKIN);
        assertThat(signIn.verify("ann", hex(widget), HOME).permissions()).containsExactly(Permission.READ);
        assertThat(signIn.verify("ann", hex(PASSWORD), HOME).permissions())
                .containsExactlyInAnyOrder(Permission.values());
    }

    @Test
    void anAppPasswordWorksForItsUserOnly() {
        String text = add("Kodi", AppPasswordPermission.ALL).text();
        create("bob");

        assertThat(refusal("bob", text)).isEqualTo(NOT_SIGNED_IN);
        assertThat(refusal("nobody", text)).isEqualTo(NOT_SIGNED_IN);
    }

    @Test
    void aRemovedAppPasswordIsRejectedWithinFiveSecondsOnAllNodes() {
        NewAppPassword added = add("Kodi", AppPasswordPermission.ALL);
        Authenticator otherNode = new Authenticator(accounts(), clock, hasher);
        signIn.verify("ann", hex(added.text()), HOME);
        otherNode.verify("ann", hex(added.text()), HOME);

        assertThat(appPasswords.remove(ann.id(), added.appPassword().id(), BROWSER))
                .isTrue();

        assertThat(refusal("ann", added.text())).isEqualTo(NOT_SIGNED_IN);
        clock.pass(Duration.ofSeconds(5));
        assertThat(problemOf(() -> otherNode.verify("ann", hex(added.text()), HOME)))
                .isEqualTo(NOT_SIGNED_IN);
        assertThat(appPasswords.list(ann.id())).isEmpty();
    }

    @Test
    void theAppPasswordOfAnotherUserCannotBeRemoved() {
        NewAppPassword added = add("Kodi", AppPasswordPermission.ALL);

        assertThat(appPasswords.remove(create("bob").id(), added.appPassword().id(), BROWSER))
                .isFalse();

        assertThat(appPasswords.list(ann.id())).containsExactly(added.appPassword());
    }

    @Test
    void aDisabledUserCannotUseThem() {
        String text = add("Kodi", AppPasswordPermission.ALL).text();
        signIn.verify("ann", hex(text), HOME);
        database.write(tx -> tx.update("UPDATE account SET state = 2"));
        clock.pass(Duration.ofSeconds(5));

        assertThat(refusal("ann", text)).isEqualTo(NOT_SIGNED_IN);
    }

    @Test
    void appPasswordsSurviveAChangeOfThePassword() {
        String text = add("Kodi", AppPasswordPermission.ALL).text();

        accounts.changePassword(ann, Secret.sha1Of("another one"));

        assertThat(signIn.verify("ann", hex(text), HOME).account().name()).isEqualTo("ann");
    }

    @Test
    void aUserHasAtMostTwentyAppPasswords() {
        IntStream.range(0, 20).forEach(n -> add("device " + n, AppPasswordPermission.ALL));

        assertThat(problemOf(() -> add("one more", AppPasswordPermission.ALL)))
                .isEqualTo(new Problem.TooMany(20, "app passwords"));
        assertThat(appPasswords.list(ann.id()))
                .hasSize(20)
                .first()
                .extracting(AppPassword::name)
                .isEqualTo("device 0");
    }

    @Test
    void aNameIsRequiredAndHasAtMost100Characters() {
        assertThat(add(" " + "ä".repeat(100) + "\n", AppPasswordPermission.ALL)
                        .appPassword()
                        .name())
                .hasSize(100);
        for (String name : List.of("", " \t\n", "ä".repeat(101))) {
            assertThat(problemOf(() -> add(name, AppPasswordPermission.ALL))).isEqualTo(new Problem.Invalid("name"));
        }
    }

    @Test
    void aUseIsRecordedOnceInFiveMinutes() {
        String text = add("Kodi", AppPasswordPermission.ALL).text();
        signIn.verify("ann", hex(text), HOME);
        var first = clock.instant();
        clock.pass(Duration.ofMinutes(4));
        signIn.verify("ann", hex(text), HOME);
        assertThat(appPasswords.list(ann.id()).getFirst().usedAt()).isEqualTo(first);

        clock.pass(Duration.ofMinutes(1));
        signIn.verify("ann", hex(text), HOME);

        assertThat(appPasswords.list(ann.id()).getFirst().usedAt()).isEqualTo(clock.instant());
        assertThat(accounts.get("ann").lastLogin()).isEqualTo(clock.instant());
    }

    @Test
    void aUseIsRecordedAfterAClockAheadIsCorrected() {
        String text = add("Kodi", AppPasswordPermission.ALL).text();
        var ahead = clock.instant().plus(Duration.ofDays(1_000));
        database.write(tx -> tx.update("UPDATE app_password SET used_at = ?", ahead));

        signIn.verify("ann", hex(text), HOME);

        assertThat(appPasswords.list(ann.id()).getFirst().usedAt()).isEqualTo(clock.instant());
    }

    @Test
    void tenThousandGuessesAffectNeitherAppPasswordsNorCachedPasswords() {
        String text = add("Kodi", AppPasswordPermission.ALL).text();
        signIn.verify("ann", hex(PASSWORD), HOME);
        IntStream.range(0, 10_000).forEach(n -> refusal("ann", "guess " + n));

        assertThat(signIn.verify("ann", hex(PASSWORD), HOME).account().name()).isEqualTo("ann");
        assertThat(signIn.verify("ann", hex(text), HOME).account().name()).isEqualTo("ann");
        assertThat(hasher.tries()).isLessThan(10);
    }

    @Test
    void theUserCanExcludeTheSignInPasswordFromV1() {
        String text = add("Kodi", AppPasswordPermission.ALL).text();
        signIn.verify("ann", hex(PASSWORD), HOME);

        accounts.settings().changePasswordOnV1(ann, false, BROWSER);

        assertThat(refusal("ann", PASSWORD)).isEqualTo(NOT_SIGNED_IN);
        assertThat(signIn.verify("ann", hex(text), HOME).account().name()).isEqualTo("ann");

        accounts.settings().changePasswordOnV1(ann, true, BROWSER);
        assertThat(signIn.verify("ann", hex(PASSWORD), HOME).account().name()).isEqualTo("ann");
    }

    @Test
    void theOperatorCanExcludeAllSignInPasswordsFromV1() {
        signIn = new Authenticator(accounts, clock, hasher, false);
        String text = add("Kodi", AppPasswordPermission.ALL).text();

        assertThat(refusal("ann", PASSWORD)).isEqualTo(NOT_SIGNED_IN);
        assertThat(signIn.verify("ann", hex(text), HOME).account().name()).isEqualTo("ann");
        assertThat(hasher.tries()).as("the same steps as for a wrong password").isOne();
    }

    @Test
    void theSecurityLogRecordsAdditionAndRemoval() {
        NewAppPassword added = add("Kodi", AppPasswordPermission.READ);
        appPasswords.remove(ann.id(), added.appPassword().id(), BROWSER);

        assertThat(accounts.audit().newestAbout(ann.id().value(), 2))
                .extracting(AuditEntry::action, AuditEntry::by, AuditEntry::detail)
                .containsExactly(
                        tuple("app-password-removed", BROWSER, "Kodi"),
                        tuple("app-password-added", BROWSER, "Kodi: read"));
    }

    private Accounts accounts() {
        return new Accounts(
                database,
                clock,
                new AccountDefaults(Registration.CLOSED, true, ZoneOffset.UTC),
                hasher,
                new CommonPasswords(Optional.empty()));
    }

    private NewAppPassword add(String name, AppPasswordPermission permission) {
        return appPasswords.add(ann, name, permission, BROWSER);
    }

    private Account create(String name) {
        accounts.create(new NewAccount(name, null, Secret.sha1Of(PASSWORD), false, CreationOrigin.OPERATOR));
        return accounts.get(name);
    }

    private Problem refusal(String name, String password) {
        return problemOf(() -> signIn.verify(name, hex(password), HOME));
    }

    private static String hex(String password) {
        return HexFormat.of().formatHex(Secret.sha1Of(password).reveal());
    }
}
