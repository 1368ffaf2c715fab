package dev.spoolmark.account.link;

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
import dev.spoolmark.account.Registration;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.audit.AuditEntry;
import dev.spoolmark.account.auth.Authenticator;
import dev.spoolmark.account.auth.CommonPasswords;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.net.InetAddress;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class AccountLinksTest {

    private static final Secret PASSWORD = Secret.sha1Of("tr4vel-by-Night-train");
    private static final Secret OTHER = Secret.sha1Of("another-l0ng-one");
    private static final Problem UNUSABLE = new Problem.NotFound("link");
    private static final int THREADS = 4;

    @Parameter
    Engine engine;

    MutableClock clock = new MutableClock();
    Registration registration = Registration.INVITE;
    Database database;
    CountingHasher hasher = new CountingHasher(1);
    Accounts accounts;
    AccountLinks links;

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
        accounts = new Accounts(
                database,
                clock,
                new AccountDefaults(Registration.INVITE, true, ZoneId.of("UTC")),
                hasher,
                new CommonPasswords(Optional.empty()));
        links = AccountLinks.create(database, clock, accounts, () -> registration);
    }

    @AfterEach
    void close() {
        database.close();
    }

    // New passwords

    @Test
    void aResetLinkSetsThePasswordOnceAndEndsAllCredentials() {
        Account ann = add("ann", false);
        LinkCode code = links.passwordResets().create(ann, Actor.OPERATOR);

        assertThat(links.passwordResets().find(code)).contains(ann);
        links.passwordResets().use(code, OTHER, Actor.OPERATOR);

        assertThat(signsIn("ann", OTHER)).isTrue();
        assertThat(signsIn("ann", PASSWORD)).isFalse();
        assertThat(accounts.get("ann").credVersion()).isEqualTo(ann.credVersion() + 1);
        assertThat(problemOf(() -> links.passwordResets().use(code, PASSWORD, Actor.OPERATOR)))
                .isEqualTo(UNUSABLE);
    }

    @Test
    void aResetLinkExpiresAfter30Minutes() {
        LinkCode code = links.passwordResets().create(add("ann", false), Actor.OPERATOR);

        clock.pass(PasswordResets.VALIDITY.minusMillis(1));
        assertThat(links.passwordResets().find(code)).isPresent();
        clock.pass(Duration.ofMillis(1));

        assertThat(links.passwordResets().find(code)).isEmpty();
        assertThat(problemOf(() -> links.passwordResets().use(code, OTHER, Actor.OPERATOR)))
                .isEqualTo(UNUSABLE);
    }

    @Test
    void anotherResetLinkOfTheAccountEndsWithTheFirstUse() {
        Account ann = add("ann", false);
        LinkCode one = links.passwordResets().create(ann, Actor.OPERATOR);
        LinkCode other = links.passwordResets().create(ann, Actor.OPERATOR);

        links.passwordResets().use(one, OTHER, Actor.OPERATOR);

        assertThat(links.passwordResets().find(other)).isEmpty();
    }

    @Test
    void concurrentUsesOfAResetLinkSucceedOnce() {
        Account ann = add("ann", false);
        List<LinkCode> codes = List.of(
                links.passwordResets().create(ann, Actor.OPERATOR),
                links.passwordResets().create(ann, Actor.OPERATOR));

        long used = succeededAtOnce(n ->
                links.passwordResets().use(codes.get(n % 2), Secret.sha1Of("another-l0ng-one" + n), Actor.OPERATOR));

        assertThat(used).isOne();
        assertThat(accounts.get("ann").credVersion()).isEqualTo(ann.credVersion() + 1);
    }

    @Test
    void aCommonPasswordDoesNotUseTheLinkUp() {
        LinkCode code = links.passwordResets().create(add("ann", false), Actor.OPERATOR);

        assertThat(problemOf(() -> links.passwordResets().use(code, Secret.sha1Of("password"), Actor.OPERATOR)))
                .isEqualTo(new Problem.Invalid("password"));

        assertThat(links.passwordResets().find(code)).isPresent();
    }

    @Test
    void theLinkOfADisabledAccountDoesNotWork() {
        LinkCode code = links.passwordResets().create(add("ann", false), Actor.OPERATOR);
        database.write(tx -> tx.update("UPDATE account SET state = 2"));
        clock.pass(Duration.ofSeconds(5));

        assertThat(links.passwordResets().find(code)).isEmpty();
    }

    @Test
    void codesAreStoredHashedAndNeverPrinted() {
        LinkCode code = links.passwordResets().create(add("ann", false), Actor.OPERATOR);

        String stored =
                database.read(tx -> tx.findFirst("SELECT code_hash FROM password_reset", row -> row.getString(1))
                        .orElseThrow());

        assertThat(code.reveal()).hasSize(43);
        assertThat(stored).hasSize(64).doesNotContain(code.reveal());
        assertThat(code).hasToString("***");
        assertThat(LinkCode.parse(code.reveal()).flatMap(links.passwordResets()::find))
                .isPresent();
        assertThat(LinkCode.parse("")).isEmpty();
        assertThat(LinkCode.parse(code.reveal() + "A")).isEmpty();
        assertThat(LinkCode.parse("é".repeat(43))).isEmpty();
    }

    // Invitations

    @Test
    void anInvitationCreatesAsManyAccountsAsItHasUses() {
        Account admin = add("admin", true);
        LinkCode code = links.invites()
                .create(admin, new InviteTerms("family", Duration.ofDays(2), 2), Actor.OPERATOR)
                .code();

        links.invites().register(code, guest("ann"), Actor.OPERATOR);
        links.invites().register(code, guest("bob"), Actor.OPERATOR);

        assertThat(problemOf(() -> links.invites().register(code, guest("cem"), Actor.OPERATOR)))
                .isEqualTo(UNUSABLE);
        assertThat(accounts.get("ann").admin()).isFalse();
        assertThat(accounts.find("cem")).isEmpty();
        assertThat(links.invites().list())
                .extracting(Invite::note, Invite::uses, Invite::createdBy)
                .containsExactly(tuple("family", 2, admin.id()));
    }

    @Test
    void aRejectedRegistrationDoesNotUseTheInvitation() {
        LinkCode code = invitation();

        assertThat(problemOf(() -> links.invites().register(code, guest("admin"), Actor.OPERATOR)))
                .isInstanceOf(Problem.Taken.class);
        assertThat(problemOf(() -> links.invites()
                        .register(
                                code,
                                new NewAccount(
                                        "ann", null, Secret.sha1Of("password"), false, CreationOrigin.SELF_SERVICE),
                                Actor.OPERATOR)))
                .isEqualTo(new Problem.Invalid("password"));

        assertThat(links.invites().find(code)).isPresent();
    }

    @Test
    void theLastUseOfAnInvitationCreatesOneAccount() {
        LinkCode code = invitation();

        long created = succeededAtOnce(n -> links.invites().register(code, guest("guest" + n), Actor.OPERATOR));

        assertThat(created).isOne();
        assertThat(accounts.count()).isEqualTo(2);
    }

    @Test
    void anExpiredRevokedOrUnknownInvitationDoesNotWork() {
        LinkCode expired = invitation();
        clock.pass(InviteTerms.DEFAULT_VALIDITY);
        LinkCode revoked = invitation();
        links.invites()
                .revoke(accounts.get("admin"), links.invites().list().getFirst().id(), Actor.OPERATOR);

        for (LinkCode code : List.of(expired, revoked, LinkCode.next())) {
            assertThat(links.invites().find(code)).isEmpty();
            assertThat(problemOf(() -> links.invites().register(code, guest("ann"), Actor.OPERATOR)))
                    .isEqualTo(UNUSABLE);
        }
    }

    @Test
    void noInvitationWorksWhileRegistrationIsClosed() {
        LinkCode code = invitation();
        registration = Registration.CLOSED;

        assertThat(problemOf(() -> links.invites().register(code, guest("ann"), Actor.OPERATOR)))
                .isEqualTo(UNUSABLE);
    }

    @Test
    void onlyAdministratorsCanInvite() {
        Account ann = add("ann", false);

        assertThat(problemOf(() -> links.invites().create(ann, InviteTerms.once(""), Actor.OPERATOR)))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThat(problemOf(() -> links.invites().revoke(ann, 1, Actor.OPERATOR)))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThat(links.invites().list()).isEmpty();
    }

    @Test
    void termsOutsideTheLimitsAreRejected() {
        assertThat(problemOf(() -> new InviteTerms("n".repeat(101), Duration.ofDays(1), 1)))
                .isEqualTo(new Problem.Invalid("note"));
        assertThat(problemOf(() -> new InviteTerms("", Duration.ZERO, 1))).isEqualTo(new Problem.Invalid("validity"));
        assertThat(problemOf(() -> new InviteTerms("", Duration.ofDays(366), 1)))
                .isEqualTo(new Problem.Invalid("validity"));
        assertThat(problemOf(() -> new InviteTerms("", Duration.ofDays(1), 0))).isEqualTo(new Problem.Invalid("uses"));
    }

    // The first administrator

    @Test
    void theSetupCodeCreatesTheFirstAdministrator() {
        LinkCode code = links.setup().start().orElseThrow();

        assertThat(links.setup().isUsable(code)).isTrue();
        Account admin = links.setup().createAdministrator(code, administrator("admin"), Actor.OPERATOR);

        assertThat(admin.admin()).isTrue();
        assertThat(links.setup().isUsable(code)).isFalse();
        assertThat(problemOf(() -> links.setup().createAdministrator(code, administrator("other"), Actor.OPERATOR)))
                .isEqualTo(UNUSABLE);
        assertThat(links.setup().start()).isEmpty();
    }

    @Test
    void theSetupCodeExpiresAfter60Minutes() {
        LinkCode code = links.setup().start().orElseThrow();
        clock.pass(ServerSetup.VALIDITY);

        assertThat(links.setup().isUsable(code)).isFalse();
        assertThat(problemOf(() -> links.setup().createAdministrator(code, administrator("admin"), Actor.OPERATOR)))
                .isEqualTo(UNUSABLE);
    }

    @Test
    void concurrentSetupsCreateOneAdministrator() {
        List<LinkCode> codes = List.of(
                links.setup().start().orElseThrow(), links.setup().start().orElseThrow());

        long created = succeededAtOnce(n -> n == 0
                ? links.setup().createAdministrator(administrator("operator")).orElseThrow()
                : links.setup().createAdministrator(codes.get(n % 2), administrator("admin" + n), Actor.OPERATOR));

        assertThat(created).isOne();
        assertThat(accounts.count()).isOne();
    }

    @Test
    void aWeakPasswordDoesNotUseTheSetupCode() {
        LinkCode code = links.setup().start().orElseThrow();
        NewAccount weak = new NewAccount("admin", null, Secret.sha1Of("password"), true, CreationOrigin.SELF_SERVICE);

        assertThat(problemOf(() -> links.setup().createAdministrator(code, weak, Actor.OPERATOR)))
                .isEqualTo(new Problem.Invalid("password"));
        assertThat(links.setup().isUsable(code)).isTrue();
    }

    @Test
    void theSecurityLogContainsNoCode() {
        Account admin = add("admin", true);
        LinkCode reset = links.passwordResets().create(admin, Actor.OPERATOR);
        LinkCode invite = invitation();
        links.invites().register(invite, guest("ann"), Actor.OPERATOR);

        assertThat(accounts.audit().newest(20))
                .extracting(AuditEntry::action)
                .contains("reset-link-created", "invite-created", "invite-used");
        assertThat(accounts.audit().newest(20).toString()).doesNotContain(reset.reveal(), invite.reveal());
    }

    private LinkCode invitation() {
        Account admin = accounts.find("admin").orElseGet(() -> add("admin", true));
        return links.invites()
                .create(admin, InviteTerms.once(""), Actor.OPERATOR)
                .code();
    }

    private Account add(String name, boolean admin) {
        return accounts.create(new NewAccount(name, null, PASSWORD, admin, CreationOrigin.OPERATOR))
                .account();
    }

    private static NewAccount guest(String name) {
        return new NewAccount(name, null, PASSWORD, false, CreationOrigin.SELF_SERVICE);
    }

    private static NewAccount administrator(String name) {
        return new NewAccount(name, null, PASSWORD, true, CreationOrigin.SELF_SERVICE);
    }

    private boolean signsIn(String name, Secret sha1) {
        String hex = HexFormat.of().formatHex(sha1.reveal());
        try {
            return new Authenticator(accounts, clock, hasher)
                    .verify(name, hex, InetAddress.getLoopbackAddress())
                    .account()
                    .name()
                    .equals(name);
        } catch (ProblemException rejected) {
            return false;
        }
    }

    /// Calls the action with 0 to 3 on threads that start together, and counts the calls that are not rejected.
    private static long succeededAtOnce(IntFunction<Object> action) {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            return threads
                    .invokeAll(IntStream.range(0, THREADS)
                            .<Callable<Boolean>>mapToObj(n -> () -> {
                                start.await();
                                return succeeds(action, n);
                            })
                            .toList())
                    .stream()
                    .filter(future -> future.resultNow())
                    .count();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean succeeds(IntFunction<Object> action, int n) {
        try {
            var _ = action.apply(n);
            return true;
        } catch (ProblemException | NoSuchElementException rejected) {
            return false;
        }
    }
}
