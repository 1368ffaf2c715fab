package dev.spoolmark.account.link;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.AdministratorLock;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.PreparedAccount;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;

/// Creation of the first administrator of a server that has no account. Exactly one account is created, however many
/// requests and nodes try at the same time.
public final class ServerSetup {

    public static final Duration VALIDITY = Duration.ofMinutes(60);

    private final Database database;
    private final InstantSource clock;
    private final Accounts accounts;

    ServerSetup(Database database, InstantSource clock, Accounts accounts) {
        this.database = database;
        this.clock = clock;
        this.accounts = accounts;
    }

    /// Whether the server has no account.
    public boolean isNeeded() {
        return accounts.isEmpty();
    }

    /// A new code for the address of the set-up page; empty if the server has an account. Called at each start;
    /// codes of other nodes and earlier starts keep working until they expire.
    public Optional<LinkCode> start() {
        if (!isNeeded()) {
            return Optional.empty();
        }
        LinkCode code = LinkCode.next();
        Instant now = clock.instant();
        database.write(tx -> {
            SetupCodeStore.deleteExpired(tx, now);
            SetupCodeStore.insert(tx, code, now.plus(VALIDITY));
            return true;
        });
        return Optional.of(code);
    }

    /// Whether the code works now.
    public boolean isUsable(LinkCode code) {
        Instant now = clock.instant();
        return isNeeded() && database.read(tx -> SetupCodeStore.exists(tx, code, now));
    }

    /// Creates the first administrator for the holder of a code.
    ///
    /// @throws ProblemException with [Problem.NotFound] if the code does not work, or the server has an account; or
    ///     as [dev.spoolmark.account.AccountCreation#register] does
    public Account createAdministrator(LinkCode code, NewAccount newAccount, Actor by) {
        if (!isUsable(code)) {
            throw new ProblemException(new Problem.NotFound("link"));
        }
        PreparedAccount prepared = accounts.creation().prepareRegistration(newAccount);
        return create(prepared, by, tx -> SetupCodeStore.exists(tx, code, clock.instant()))
                .orElseThrow(() -> new ProblemException(new Problem.NotFound("link")));
    }

    /// Creates the first administrator from the settings of the operator; empty if the server has an account.
    public Optional<Account> createAdministrator(NewAccount newAccount) {
        return isNeeded()
                ? create(accounts.creation().prepare(newAccount), Actor.OPERATOR, tx -> true)
                : Optional.empty();
    }

    private Optional<Account> create(PreparedAccount prepared, Actor by, Predicate<Tx> allowed) {
        if (!prepared.isAdministrator()) {
            throw new IllegalArgumentException("the first account is an administrator");
        }
        return database.write(tx -> {
            AdministratorLock.acquire(tx, clock.instant());
            if (!accounts.isEmpty(tx) || !allowed.test(tx)) {
                return Optional.empty();
            }
            SetupCodeStore.deleteAll(tx);
            return Optional.of(
                    accounts.creation().create(tx, prepared, by).orElseThrow().account());
        });
    }
}
