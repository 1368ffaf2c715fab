package dev.spoolmark.account.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.AccountDefaults;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.CountingHasher;
import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.MutableClock;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.Registration;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.auth.CommonPasswords;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.oauth.OAuthProvider;
import dev.spoolmark.social.Follows;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class AccountErasureTest {

    @Parameter
    Engine engine;

    private final MutableClock clock = new MutableClock();
    private Database database;
    private Accounts accounts;
    private AccountErasure erasure;
    private Account ann;
    private Account bob;

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
        accounts = new Accounts(
                database,
                clock,
                new AccountDefaults(Registration.CLOSED, false, ZoneId.of("UTC")),
                new CountingHasher(1),
                new CommonPasswords(Optional.empty()));
        erasure = new AccountErasure(
                database,
                accounts.administration(),
                clock,
                List.of(
                        UserRows.of("rating", "kind", "item_id").shownAs("ratings"),
                        Follows.erasers().getFirst(),
                        UserRows.of("watching"),
                        OAuthProvider.erasers().getLast()));
        ann = add("ann", "ann@example.org");
        bob = add("bob", "bob@example.org");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Account add(String name, String email) {
        Secret password = Secret.sha1Of("tr4vel-by-Night-train");
        return accounts.create(new NewAccount(name, email, password, false, CreationOrigin.OPERATOR))
                .account();
    }

    private void rate(Account account, int items) {
        database.write(tx -> {
            for (int item = 1; item <= items; item++) {
                tx.update(
                        "INSERT INTO rating (user_id, kind, item_id, score, rated_at) VALUES (?, 1, ?, 7, 0)",
                        account.id().value(),
                        item);
            }
            return items;
        });
    }

    private long ratings(Account account) {
        return erasure.preview(account.id()).getOrDefault("ratings", 0L);
    }

    private void deleteAnn() {
        accounts.administration().delete(ann.id(), Actor.OPERATOR);
    }

    @Test
    void aDeletedAccountIsInvisibleAtOnceAndItsAddressIsFree() {
        deleteAnn();

        assertThat(accounts.find("ann")).isEmpty();
        assertThat(accounts.find(ann.id())).isEmpty();
        assertThat(accounts.all(List.of(ann.id(), bob.id()))).containsOnlyKeys(bob.id());
        accounts.settings().changeEmail(bob, "ann@example.org", Actor.OPERATOR);
    }

    @Test
    void rowsOfTheAccountAreErasedAndThoseOfOthersRemain() {
        rate(ann, 1_203);
        rate(bob, 3);
        assertThat(erasure.preview(ann.id())).containsEntry("ratings", 1_203L);
        deleteAnn();
        clock.pass(Duration.ofMinutes(2));
        erasure.run();

        assertThat(ratings(ann)).isZero();
        assertThat(ratings(bob)).isEqualTo(3);
    }

    @Test
    void aRunIsLimitedAndTheNextOneContinues() {
        rate(ann, 1_203);
        deleteAnn();
        clock.pass(Duration.ofMinutes(2));
        erasure.run(clock.instant(), 2);
        assertThat(ratings(ann)).isEqualTo(203);
        assertThat(accounts.administration().deletedBefore(clock.instant())).containsExactly(ann.id());
        erasure.run(clock.instant(), 2);
        erasure.run(clock.instant(), 10);

        assertThat(ratings(ann)).isZero();
        assertThat(accounts.administration().deletedBefore(clock.instant())).isEmpty();
    }

    @Test
    void followsAreErasedInBothDirections() {
        Follows follows = new Follows(database, clock);
        follows.follow(ann, bob);
        follows.follow(bob, ann);
        assertThat(erasure.preview(ann.id())).containsEntry("follows", 2L);
        deleteAnn();
        clock.pass(Duration.ofMinutes(2));
        erasure.run();

        assertThat(erasure.preview(bob.id())).containsEntry("follows", 0L);
    }

    @Test
    void applicationsOfTheAccountRemainWithoutAnOwner() {
        database.write(tx -> tx.update(
                "INSERT INTO oauth_client (client_id, client_type, owner_id, created_at) VALUES (?, 2, ?, 0)",
                "cafe",
                ann.id().value()));
        deleteAnn();
        clock.pass(Duration.ofMinutes(2));
        erasure.run();

        List<Boolean> unowned = database.read(tx ->
                tx.query("SELECT owner_id FROM oauth_client ORDER BY client_id", row -> row.numberOrNull(1) == null));
        assertThat(unowned).containsExactly(true);
    }

    @Test
    void nothingIsErasedWhileOtherNodesCanStillWrite() {
        rate(ann, 1);
        deleteAnn();
        clock.pass(Duration.ofSeconds(30));
        erasure.run();

        assertThat(ratings(ann)).isEqualTo(1);
    }

    @Test
    void accountsDeletedByAClockAheadAreErasedAfterItIsCorrected() {
        rate(ann, 1);
        clock.pass(Duration.ofDays(1_000));
        deleteAnn();
        clock.pass(Duration.ofDays(-1_000));
        erasure.run();

        assertThat(ratings(ann)).isZero();
    }

    @Test
    void theNameIsFreeAfterTheDataAreErased() {
        deleteAnn();
        clock.pass(Duration.ofMinutes(2));
        erasure.run();
        Account other = add("Ann", "other@example.org");

        assertThat(other.id()).isNotEqualTo(ann.id());
        assertThat(accounts.administration().deletedBefore(clock.instant())).isEmpty();
    }
}
