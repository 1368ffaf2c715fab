package dev.spoolmark.account;

import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.audit.Audit;
import dev.spoolmark.account.audit.AuditAction;
import dev.spoolmark.account.auth.CommonPasswords;
import dev.spoolmark.account.auth.HashingLimiter;
import dev.spoolmark.account.auth.PasswordHasher;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Creation of accounts: checks of their values, hashes of their passwords, one or many in a transaction.
public final class AccountCreation {

    /// Maximum number of accounts that are created in one transaction (`docs/scaling.md#exactly-once-plays`).
    private static final int BATCH_SIZE = 500;

    private final Database database;
    private final InstantSource clock;
    private final Supplier<AccountDefaults> defaults;
    private final PasswordHasher hasher;
    private final CommonPasswords common;
    private final Audit audit;
    private final HashingLimiter permits;

    /// @param defaults those at the time of the call
    /// @param permits limits the passwords of registrations that are hashed at the same time
    AccountCreation(
            Database database,
            InstantSource clock,
            Supplier<AccountDefaults> defaults,
            PasswordHasher hasher,
            CommonPasswords common,
            Audit audit,
            HashingLimiter permits) {
        this.database = database;
        this.clock = clock;
        this.defaults = defaults;
        this.hasher = hasher;
        this.common = common;
        this.audit = audit;
        this.permits = permits;
    }

    /// Creates an account with its name and e-mail address in one transaction.
    ///
    /// @throws ProblemException if a value is invalid or taken
    public CreateAccountResult.Created create(NewAccount newAccount, Actor by) {
        return createAll(List.of(prepare(newAccount)), by).getFirst().orElseThrow();
    }

    /// Like [#create], for a client: invalid values are rejected before the password is hashed, and hashing
    /// waits in the same queue as that of sign-ins.
    public CreateAccountResult.Created register(NewAccount newAccount, Actor by) {
        return createAll(List.of(prepareRegistration(newAccount)), by)
                .getFirst()
                .orElseThrow();
    }

    /// What is wrong with the values of [#register], all of it.
    ///
    /// @param name null if there is none, as for the other values
    public List<Problem> registrationProblems(@Nullable String name, @Nullable String email, @Nullable Secret sha1) {
        List<Problem> problems = new ArrayList<>();
        if (name != null && !(UserNameRules.isName(name) && UserNameRules.isFree(name))) {
            problems.add(new Problem.Invalid("username"));
        }
        if (email != null && !UserNameRules.isEmail(email)) {
            problems.add(new Problem.Invalid("e-mail"));
        }
        if (sha1 != null && common.contains(sha1, name == null ? "" : name, email)) {
            problems.add(new Problem.Invalid("password"));
        }
        problems.addAll(database.read(tx -> AccountStore.conflicts(tx, name, email)));
        return problems;
    }

    /// The first step of [#register].
    public PreparedAccount prepareRegistration(NewAccount newAccount) {
        check(newAccount);
        database.read(tx -> AccountStore.conflicts(tx, newAccount.name(), newAccount.email())).stream()
                .findFirst()
                .ifPresent(problem -> {
                    throw new ProblemException(problem);
                });
        return permits.with(() -> prepare(newAccount));
    }

    /// Checks what can be checked without the database, and hashes the password. Slow; may be called by several
    /// threads at the same time.
    public PreparedAccount prepare(NewAccount newAccount) {
        boolean weak = check(newAccount);
        return new PreparedAccount(newAccount, hasher.hash(newAccount.sha1()), weak);
    }

    /// Like [#prepare] for the accounts of a demo, which all have one public password: it is hashed once.
    ///
    /// @throws IllegalArgumentException if they are not of a demo or have different passwords
    public List<PreparedAccount> prepareDemo(List<NewAccount> newAccounts) {
        NewAccount first = newAccounts.getFirst();
        if (!newAccounts.stream()
                .allMatch(newAccount -> newAccount.origin() == CreationOrigin.DEMO
                        && newAccount.sha1().equals(first.sha1()))) {
            throw new IllegalArgumentException("accounts of a demo share one password");
        }
        newAccounts.forEach(this::check);
        String verifier = hasher.hash(first.sha1());
        return newAccounts.stream()
                .map(newAccount -> new PreparedAccount(newAccount, verifier, false))
                .toList();
    }

    /// @return whether the password is a common one, where that is not an error
    private boolean check(NewAccount newAccount) {
        rejectUnless(UserNameRules.isName(newAccount.name()) && UserNameRules.isFree(newAccount.name()), "username");
        rejectUnless(newAccount.email() == null || UserNameRules.isEmail(newAccount.email()), "e-mail");
        boolean weak = newAccount.origin() != CreationOrigin.DEMO
                && common.contains(newAccount.sha1(), newAccount.name(), newAccount.email());
        rejectUnless(!(weak && newAccount.origin() == CreationOrigin.SELF_SERVICE), "password");
        return weak;
    }

    /// Creates each account that can be created.
    ///
    /// @return the results, in the order of `prepared`
    public List<CreateAccountResult> createAll(List<PreparedAccount> prepared) {
        return createAll(prepared, Actor.OPERATOR);
    }

    private List<CreateAccountResult> createAll(List<PreparedAccount> prepared, Actor by) {
        List<CreateAccountResult> outcomes = new ArrayList<>(prepared.size());
        for (int from = 0; from < prepared.size(); from += BATCH_SIZE) {
            List<PreparedAccount> batch = prepared.subList(from, Math.min(from + BATCH_SIZE, prepared.size()));
            outcomes.addAll(database.write(
                    tx -> batch.stream().map(account -> create(tx, account, by)).toList()));
        }
        return outcomes;
    }

    /// Creates an account in a transaction of the caller, which must not commit anything after a refusal.
    public CreateAccountResult create(Tx tx, PreparedAccount prepared, Actor by) {
        NewAccount newAccount = prepared.newAccount();
        UserId user = new UserId(tx.newId("user"));
        String nameKey = UserNameRules.key(newAccount.name());
        if (!AccountStore.claimName(tx, nameKey, user)) {
            return new CreateAccountResult.Rejected(new Problem.Taken(newAccount.name(), "username"));
        }
        String email = newAccount.email();
        if (email != null && !AccountStore.claimEmail(tx, UserNameRules.emailKey(email), user)) {
            AccountStore.releaseName(tx, nameKey, user);
            return new CreateAccountResult.Rejected(new Problem.Taken(email, "e-mail"));
        }
        Account account = account(user, newAccount, clock.instant());
        AccountStore.insert(tx, account, prepared.verifier(), newAccount.hasPassword(), clock.instant());
        audit.note(tx, AuditAction.ACCOUNT_ADDED, user.value(), by, account.admin() ? "admin" : "");
        return new CreateAccountResult.Created(account, prepared.weakPassword());
    }

    private Account account(UserId user, NewAccount newAccount, Instant now) {
        NewAccount.Choices choices = newAccount.choices();
        Instant joined = choices.joined() == null ? now : choices.joined();
        boolean isProtected =
                choices.isProtected() == null ? defaults.get().protectedByDefault() : choices.isProtected();
        ZoneId zone = choices.timeZone() == null ? defaults.get().defaultTimeZone() : choices.timeZone();
        return new Account(
                user,
                newAccount.name(),
                newAccount.email(),
                isProtected,
                choices.vip(),
                newAccount.admin(),
                newAccount.profile(),
                Preferences.in(zone),
                Instant.ofEpochMilli(joined.toEpochMilli()),
                null,
                1);
    }

    private static void rejectUnless(boolean valid, String field) {
        if (!valid) {
            throw new ProblemException(new Problem.Invalid(field));
        }
    }
}
