package dev.spoolmark.account;

import dev.spoolmark.account.apppassword.AppPasswords;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.audit.Audit;
import dev.spoolmark.account.audit.AuditAction;
import dev.spoolmark.account.audit.LoginAttemptLog;
import dev.spoolmark.account.auth.Argon2CostParameters;
import dev.spoolmark.account.auth.CommonPasswords;
import dev.spoolmark.account.auth.Credentials;
import dev.spoolmark.account.auth.HashingLimiter;
import dev.spoolmark.account.auth.PasswordHasher;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import dev.spoolmark.mail.MailQueue;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The users of this server. Disabled and deleted accounts are not found.
public final class Accounts {

    private final Database database;
    private final InstantSource clock;
    private final PasswordHasher hasher;
    private final CommonPasswords common;
    private final AccountCache cache;
    private final Audit audit;
    private final LoginAttemptLog attempts;
    private final AppPasswords appPasswords;
    private final AccountSettings settings;
    private final AccountAdministration administration;
    private final AccountCreation creation;
    private final HashingLimiter permits =
            HashingLimiter.forProcessors(Runtime.getRuntime().availableProcessors());

    public Accounts(Database database, InstantSource clock, AccountDefaults defaults) {
        this(
                database,
                clock,
                defaults,
                PasswordHasher.argon2(Argon2CostParameters.MINIMUM),
                new CommonPasswords(Optional.empty()));
    }

    public Accounts(
            Database database,
            InstantSource clock,
            AccountDefaults defaults,
            PasswordHasher hasher,
            CommonPasswords common) {
        this(database, clock, () -> defaults, hasher, common);
    }

    public Accounts(
            Database database,
            InstantSource clock,
            Supplier<AccountDefaults> defaults,
            PasswordHasher hasher,
            CommonPasswords common) {
        this(database, clock, defaults, hasher, common, new MailQueue(database, clock, false));
    }

    /// @param defaults those at the time of the call
    /// @param mails receives notices to users
    public Accounts(
            Database database,
            InstantSource clock,
            Supplier<AccountDefaults> defaults,
            PasswordHasher hasher,
            CommonPasswords common,
            MailQueue mails) {
        this.database = database;
        this.clock = clock;
        this.hasher = hasher;
        this.common = common;
        this.cache = new AccountCache(database, clock);
        this.audit = new Audit(database, clock, new AccountNotices(mails));
        this.attempts = new LoginAttemptLog(database, clock);
        this.appPasswords = new AppPasswords(database, clock, audit);
        this.settings = new AccountSettings(database, clock, cache, audit, hasher, permits, common);
        this.creation = new AccountCreation(database, clock, defaults, hasher, common, audit, permits);
        this.administration = new AccountAdministration(database, clock, cache, audit);
    }

    public Optional<Account> find(String name) {
        return cache.find(name).filter(Credentials::active).map(Credentials::account);
    }

    public Optional<Account> find(UserId user) {
        return cache.find(user).filter(Credentials::active).map(Credentials::account);
    }

    public Account get(String name) {
        return find(name).orElseThrow(() -> new ProblemException(new Problem.NotFound("user")));
    }

    /// Those of these users that exist, by one query.
    public Map<UserId, Account> all(Collection<UserId> users) {
        if (users.isEmpty()) {
            return Map.of();
        }
        List<Long> ids = users.stream().map(UserId::value).distinct().sorted().toList();
        return database.read(tx -> AccountStore.active(tx, ids)).stream()
                .collect(Collectors.toUnmodifiableMap(Account::id, Function.identity()));
    }

    /// Whether search finds this user. False if there is no such user.
    public boolean isSearchable(UserId user) {
        return database.read(tx -> AccountStore.isSearchable(tx, user));
    }

    public long count() {
        return database.read(AccountStore::count);
    }

    /// Whether no account exists, not even a disabled one.
    public boolean isEmpty() {
        return database.read(this::isEmpty);
    }

    public boolean isEmpty(Tx tx) {
        return AccountAdministrationStore.isEmpty(tx);
    }

    /// Creates an account for the operator.
    ///
    /// @throws ProblemException if a value is invalid or taken
    public CreateAccountResult.Created create(NewAccount newAccount) {
        return creation.create(newAccount, Actor.OPERATOR);
    }

    /// Changes the visibility of a user, for the operator. Other nodes apply it within 5 s.
    public void change(Account account, AccountPatch patch) {
        change(account, patch, Actor.OPERATOR);
    }

    public void change(Account account, AccountPatch patch, Actor by) {
        Instant now = clock.instant();
        database.write(tx -> {
            audit.note(tx, AuditAction.SETTINGS_CHANGED, account.id().value(), by, patch.describeChange(account));
            return AccountStore.change(tx, account.id(), patch, now);
        });
        cache.invalidate(account.id());
    }

    /// Replaces the password, for the operator: the old one is rejected at once by this process, and within 5 s
    /// by other nodes.
    ///
    /// @return whether the new password is a common one
    public boolean changePassword(Account account, Secret sha1) {
        String verifier = hasher.hash(sha1);
        Instant now = clock.instant();
        database.write(tx -> {
            audit.note(tx, AuditAction.PASSWORD_CHANGED, account.id().value(), Actor.OPERATOR, "");
            return AccountStore.changePassword(tx, account.id(), verifier, now);
        });
        cache.invalidate(account.id());
        return common.contains(sha1, account.name(), account.email());
    }

    /// Creation by users, administrators and imports.
    public AccountCreation creation() {
        return creation;
    }

    /// What administrators and the operator do to accounts.
    public AccountAdministration administration() {
        return administration;
    }

    /// Changes that users make to their own account.
    public AccountSettings settings() {
        return settings;
    }

    /// Generated passwords for clients of v1.
    public AppPasswords appPasswords() {
        return appPasswords;
    }

    /// The security log.
    public Audit audit() {
        return audit;
    }

    /// The log of sign-in attempts.
    public LoginAttemptLog attempts() {
        return attempts;
    }

    public HashingLimiter permits() {
        return permits;
    }

    public AccountCache cache() {
        return cache;
    }

    /// Records a successful sign-in, and stores the new hash of the password, if any.
    public void signedIn(Account account, Optional<String> newerVerifier) {
        database.write(tx -> {
            newerVerifier.ifPresent(verifier -> AccountStore.renewVerifier(tx, account, verifier));
            AccountStore.signedIn(tx, account.id(), clock.instant());
            return account;
        });
        cache.invalidate(account.id());
    }
}
