package dev.spoolmark.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.AccountDefaults;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.FastHasher;
import dev.spoolmark.account.MutableClock;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.Registration;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.auth.CommonPasswords;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class DeletedAccountsTest {

    @Parameter
    Engine engine;

    private final MutableClock clock = new MutableClock();
    private final Path data = TestDatabases.folder();
    private final Path file = data.resolve("deleted-accounts");
    private final List<Database> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(Database::close);
    }

    /// A database with the same two users each time, as a restored one has.
    private Accounts database() {
        Database database = TestDatabases.open(engine);
        opened.add(database);
        Accounts accounts = new Accounts(
                database,
                clock,
                new AccountDefaults(Registration.CLOSED, false, ZoneOffset.UTC),
                FastHasher.hash(),
                new CommonPasswords(Optional.empty()));
        add(accounts, "ann", true);
        add(accounts, "bob", false);
        return accounts;
    }

    private static Account add(Accounts accounts, String name, boolean admin) {
        return accounts.create(new NewAccount(
                        name,
                        name + "@example.org",
                        Secret.sha1Of("tr4vel-by-Night-train"),
                        admin,
                        CreationOrigin.OPERATOR))
                .account();
    }

    private DeletedAccounts list(Accounts accounts) {
        return new DeletedAccounts(DeletedAccountsFile.in(data), accounts.administration(), clock);
    }

    private void deleteBob(Accounts accounts) {
        accounts.administration().delete(accounts.get("bob").id(), Actor.OPERATOR);
        list(accounts).recordNew();
    }

    @Test
    void anOlderDatabaseDoesNotBringTheUserBack() {
        Accounts older = database();
        deleteBob(database());

        assertThat(list(older).deleteAgain()).isEqualTo(1);
        assertThat(older.find("bob")).isEmpty();
        assertThat(older.find("ann")).isPresent();
        assertThat(list(older).deleteAgain()).isZero();
        older.settings().changeEmail(older.get("ann"), "bob@example.org", Actor.OPERATOR);
    }

    @Test
    void theLastAdministratorIsDeletedAgain() {
        Accounts older = database();
        Accounts newer = database();
        newer.administration().setAdministrator(newer.get("bob").id(), true, Actor.OPERATOR);
        newer.administration().delete(newer.get("ann").id(), Actor.OPERATOR);
        list(newer).recordNew();

        assertThat(list(older).deleteAgain()).isEqualTo(1);
        assertThat(older.find("ann")).isEmpty();
    }

    @Test
    void anotherUserWithTheSameIdStays() {
        deleteBob(database());
        clock.pass(Duration.ofSeconds(1));
        Accounts other = database();

        assertThat(list(other).deleteAgain()).isZero();
        assertThat(other.find("bob")).isPresent();
    }

    @Test
    void theFileHasNumbersOnlyAndIsPrivate() throws IOException {
        deleteBob(database());

        assertThat(Files.readString(file)).matches("[0-9]+ 1372075200000 1372075200000\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void withoutDeletionsThereIsNoFile() {
        list(database()).recordNew();

        assertThat(file).doesNotExist();
    }

    @Test
    void anEntryIsWrittenOnceAndEndsAfter400Days() throws IOException {
        Accounts accounts = database();
        DeletedAccounts list = list(accounts);
        deleteBob(accounts);
        list.recordNew();
        clock.pass(Duration.ofMinutes(2));
        accounts.administration()
                .finishDeletion(
                        accounts.administration().deletedBefore(clock.instant()).getFirst());
        list.recordNew();
        assertThat(Files.readAllLines(file)).hasSize(1);

        clock.pass(Duration.ofDays(401));
        Account cleo = add(accounts, "cleo", false);
        accounts.administration().delete(cleo.id(), Actor.OPERATOR);
        list.recordNew();

        assertThat(Files.readAllLines(file))
                .hasSize(1)
                .first()
                .asString()
                .startsWith(cleo.id().value() + " ");
    }

    @Test
    void aDamagedFileStopsTheStart() throws IOException {
        Files.writeString(file, "1 2\n");
        DeletedAccounts list = list(database());

        assertThatThrownBy(list::deleteAgain)
                .isInstanceOf(UserErrorException.class)
                .hasMessageContaining("'1 2'");
    }
}
