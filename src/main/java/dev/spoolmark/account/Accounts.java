package dev.spoolmark.account;

import dev.spoolmark.audit.Attempts;
import dev.spoolmark.audit.Audit;
import dev.spoolmark.audit.By;
import dev.spoolmark.audit.Deed;
import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import dev.spoolmark.kernel.Secret;
import dev.spoolmark.store.Database;
import dev.spoolmark.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The people of this server. Whoever is disabled or deleted is not found here.
public final class Accounts {

    /// How many accounts share a transaction when many are made (`decisions.md` 4).
    private static final int BATCH = 500;

    private final Database database;
    private final InstantSource clock;
    private final AccountRules rules;
    private final PasswordHash hash;
    private final CommonPasswords common;
    private final Directory directory;
    private final Audit audit;
    private final Attempts attempts;
    private final Permits permits = Permits.forProcessors(Runtime.getRuntime().availableProcessors());

    public Accounts(Database database, InstantSource clock, AccountRules rules) {
        this(database, clock, rules, PasswordHash.argon2(Argon2Cost.FLOOR), new CommonPasswords(Optional.empty()));
    }

    public Accounts(
            Database database, InstantSource clock, AccountRules rules, PasswordHash hash, CommonPasswords common) {
        this.database = database;
        this.clock = clock;
        this.rules = rules;
        this.hash = hash;
        this.common = common;
        this.directory = new Directory(database, clock);
        this.audit = new Audit(database, clock);
        this.attempts = new Attempts(database, clock);
    }

    public Optional<Account> find(String name) {
        return directory.find(name).filter(Credentials::active).map(Credentials::account);
    }

    public Optional<Account> find(UserId user) {
        return directory.find(user).filter(Credentials::active).map(Credentials::account);
    }

    public Account get(String name) {
        return find(name).orElseThrow(() -> new Refusal(new Problem.NotFound("user")));
    }

    /// All of these people that there are, in one query.
    public Map<UserId, Account> all(Collection<UserId> users) {
        if (users.isEmpty()) {
            return Map.of();
        }
        List<Long> ids = users.stream().map(UserId::value).distinct().sorted().toList();
        return database.read(tx -> AccountStore.active(tx, ids)).stream()
                .collect(Collectors.toUnmodifiableMap(Account::id, Function.identity()));
    }

    public long count() {
        return database.read(AccountStore::count);
    }

    /// One account in a transaction of its own: the person, their name and their address, or nothing.
    public Creation.Created create(NewAccount wanted) {
        return create(wanted, By.OPERATOR);
    }

    public Creation.Created create(NewAccount wanted, By by) {
        return createAll(List.of(prepare(wanted)), by).getFirst().orRefuse();
    }

    /// Like [#create], for a client: what is refused for its values is refused before the password is hashed, and the
    /// hashing waits in the same queue as that of sign-in.
    public Creation.Created register(NewAccount wanted, By by) {
        check(wanted);
        database.read(tx -> AccountStore.taken(tx, wanted)).ifPresent(problem -> {
            throw new Refusal(problem);
        });
        PreparedAccount prepared = permits.with(() -> prepare(wanted));
        return createAll(List.of(prepared), by).getFirst().orRefuse();
    }

    /// Checks what can be checked without the store and hashes the password: slow, and safe on many threads at once.
    public PreparedAccount prepare(NewAccount wanted) {
        boolean weak = check(wanted);
        return new PreparedAccount(wanted, hash.keep(wanted.sha1()), weak);
    }

    /// Whether the password is among the first that anyone would guess, where that is no reason to refuse.
    private boolean check(NewAccount wanted) {
        refuseUnless(Names.isName(wanted.name()) && Names.isFree(wanted.name()), "username");
        refuseUnless(wanted.email() == null || Names.isEmail(wanted.email()), "e-mail");
        boolean weak = wanted.origin() != Origin.DEMO && common.contains(wanted.sha1(), wanted.name(), wanted.email());
        refuseUnless(!(weak && wanted.origin() == Origin.STRANGER), "password");
        return weak;
    }

    /// Makes each account that can be made, and says what became of each, in their order.
    public List<Creation> createAll(List<PreparedAccount> prepared) {
        return createAll(prepared, By.OPERATOR);
    }

    private List<Creation> createAll(List<PreparedAccount> prepared, By by) {
        List<Creation> outcomes = new ArrayList<>(prepared.size());
        for (int from = 0; from < prepared.size(); from += BATCH) {
            List<PreparedAccount> batch = prepared.subList(from, Math.min(from + BATCH, prepared.size()));
            outcomes.addAll(database.write(
                    tx -> batch.stream().map(one -> create(tx, one, by)).toList()));
        }
        return outcomes;
    }

    /// The operator changes who sees a person. Other nodes follow within five seconds.
    public void change(Account account, Wishes wishes) {
        Instant now = clock.instant();
        database.write(tx -> {
            audit.note(tx, Deed.SETTINGS_CHANGED, account.id().value(), By.OPERATOR, wishes.instead(account));
            return AccountStore.change(tx, account.id(), wishes, now);
        });
        directory.forget(account.id());
    }

    /// The operator replaces the password: the old one is refused at once here, and within five seconds on other
    /// nodes. Says whether the new one is among the first that anyone would guess.
    public boolean changePassword(Account account, Secret sha1) {
        String verifier = hash.keep(sha1);
        Instant now = clock.instant();
        database.write(tx -> {
            audit.note(tx, Deed.PASSWORD_CHANGED, account.id().value(), By.OPERATOR, "");
            return AccountStore.changePassword(tx, account.id(), verifier, now);
        });
        directory.forget(account.id());
        return common.contains(sha1, account.name(), account.email());
    }

    /// What was done to accounts and keys.
    public Audit audit() {
        return audit;
    }

    /// Who tried to sign in lately.
    public Attempts attempts() {
        return attempts;
    }

    Permits permits() {
        return permits;
    }

    Directory directory() {
        return directory;
    }

    /// Writes down that someone proved who they are, and the newer form of their password when there is one.
    void signedIn(Account account, Optional<String> newerVerifier) {
        database.write(tx -> {
            newerVerifier.ifPresent(verifier -> AccountStore.renewVerifier(tx, account, verifier));
            AccountStore.signedIn(tx, account.id(), clock.instant());
            return account;
        });
        directory.forget(account.id());
    }

    private Creation create(Tx tx, PreparedAccount prepared, By by) {
        NewAccount wanted = prepared.wanted();
        UserId user = new UserId(tx.newId("user"));
        String nameKey = Names.key(wanted.name());
        if (!AccountStore.claimName(tx, nameKey, user)) {
            return new Creation.Refused(new Problem.Taken(wanted.name(), "username"));
        }
        String email = wanted.email();
        if (email != null && !AccountStore.claimEmail(tx, Names.emailKey(email), user)) {
            AccountStore.releaseName(tx, nameKey, user);
            return new Creation.Refused(new Problem.Taken(email, "e-mail"));
        }
        Account account = account(user, wanted, clock.instant());
        AccountStore.insert(tx, account, prepared.verifier(), clock.instant());
        audit.note(tx, Deed.ACCOUNT_ADDED, user.value(), by, account.admin() ? "admin" : "");
        return new Creation.Created(account, prepared.weakPassword());
    }

    private Account account(UserId user, NewAccount wanted, Instant now) {
        NewAccount.Choices choices = wanted.choices();
        Instant joined = choices.joined() == null ? now : choices.joined();
        boolean isProtected = choices.isProtected() == null ? rules.protectedByDefault() : choices.isProtected();
        ZoneId zone = choices.timeZone() == null ? rules.defaultTimeZone() : choices.timeZone();
        return new Account(
                user,
                wanted.name(),
                wanted.email(),
                isProtected,
                choices.vip(),
                wanted.admin(),
                wanted.profile(),
                Preferences.in(zone),
                Instant.ofEpochMilli(joined.toEpochMilli()),
                null,
                1);
    }

    private static void refuseUnless(boolean kept, String what) {
        if (!kept) {
            throw new Refusal(new Problem.Invalid(what));
        }
    }
}
