package dev.spoolmark.account;

import static dev.spoolmark.account.ProblemAssertions.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.audit.AuditEntry;
import dev.spoolmark.account.auth.CommonPasswords;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class AccountAdministrationTest {

    @Parameter
    Engine engine;

    Database database;
    Accounts accounts;
    AccountAdministration administration;
    Account admin;

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
        accounts = new Accounts(
                database,
                new MutableClock(),
                new AccountDefaults(Registration.CLOSED, true, ZoneId.of("UTC")),
                new CountingHasher(1),
                new CommonPasswords(Optional.empty()));
        administration = accounts.administration();
        admin = add("admin", true);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aDisabledAccountIsNotFoundAndItsCredentialsEnd() {
        Account ann = add("ann", false);

        administration.disable(ann.id(), Actor.OPERATOR);

        assertThat(accounts.find("ann")).isEmpty();
        assertThat(administration.find("ANN")).map(AccountSummary::isActive).contains(false);

        administration.enable(ann.id(), Actor.OPERATOR);
        assertThat(accounts.get("ann").credVersion()).isGreaterThan(ann.credVersion());
        assertThat(accounts.audit().newestAbout(ann.id().value(), 3))
                .extracting(AuditEntry::action)
                .contains("account-disabled", "account-enabled");
    }

    @Test
    void administratorRightsAreGrantedAndRemoved() {
        Account ann = add("ann", false);

        administration.setAdministrator(ann.id(), true, Actor.OPERATOR);
        assertThat(accounts.get("ann").admin()).isTrue();
        assertThat(problemOf(ann::requireAdministrator)).isInstanceOf(Problem.NotAllowed.class);
        accounts.get("ann").requireAdministrator();

        administration.setAdministrator(ann.id(), false, Actor.OPERATOR);
        assertThat(accounts.get("ann").admin()).isFalse();
    }

    @Test
    void theLastAdministratorCannotBeRemoved() {
        Account other = add("other", true);
        administration.disable(other.id(), Actor.OPERATOR);

        assertThat(problemOf(() -> administration.setAdministrator(admin.id(), false, Actor.OPERATOR)))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThat(problemOf(() -> administration.disable(admin.id(), Actor.OPERATOR)))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThat(accounts.get("admin").admin()).isTrue();
    }

    @Test
    void oneOfTwoAdministratorsRemovedConcurrentlyRemains() {
        Account other = add("other", true);

        long removed = Stream.of(admin, other)
                .parallel()
                .filter(account -> isRemoved(account))
                .count();

        assertThat(removed).isOne();
        assertThat(administration.list("", 10))
                .filteredOn(AccountSummary::admin)
                .hasSize(1);
    }

    @Test
    void accountsAreListedByNameInPages() {
        List.of("zoe", "Bob", "ann").forEach(name -> add(name, false));

        assertThat(administration.list("", 2)).extracting(AccountSummary::name).containsExactly("admin", "ann");
        assertThat(administration.list("ann", 2))
                .extracting(AccountSummary::name)
                .containsExactly("Bob", "zoe");
    }

    @Test
    void accountsAreSearchedByPartsOfNameAndAddress() {
        List.of("Bob.Smith", "bobby").forEach(name -> add(name, false));
        accounts.create(new NewAccount(
                "ann", "Ann_B@Example.org", Secret.sha1Of("tr4vel-by-Night-train"), false, CreationOrigin.OPERATOR));

        assertThat(names("BOB", "")).containsExactly("Bob.Smith", "bobby");
        assertThat(names("bob", "Bob.Smith")).containsExactly("bobby");
        assertThat(names("b-smi", "")).containsExactly("Bob.Smith");
        assertThat(names("b@EXAMPLE", "")).containsExactly("ann");
        assertThat(names("n_b@", "")).containsExactly("ann");
        assertThat(names("%", "")).isEmpty();
        assertThat(names("\\", "")).isEmpty();
        assertThat(names("", "")).hasSize(4);
    }

    private List<String> names(String text, String after) {
        return administration.search(text, after, 10).stream()
                .map(AccountSummary::name)
                .toList();
    }

    @Test
    void anUnknownAccountIsNotFound() {
        assertThat(administration.find("nobody")).isEmpty();
        assertThat(problemOf(() -> administration.enable(new UserId(99), Actor.OPERATOR)))
                .isEqualTo(new Problem.NotFound("user"));
    }

    private boolean isRemoved(Account account) {
        try {
            administration.setAdministrator(account.id(), false, Actor.OPERATOR);
            return true;
        } catch (ProblemException lastOne) {
            return false;
        }
    }

    private Account add(String name, boolean isAdmin) {
        return accounts.create(new NewAccount(
                        name, null, Secret.sha1Of("tr4vel-by-Night-train"), isAdmin, CreationOrigin.OPERATOR))
                .account();
    }
}
