package dev.spoolmark.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.audit.Audit;
import dev.spoolmark.account.audit.AuditAction;
import dev.spoolmark.core.MonotonicTicker;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.TextFolding;
import dev.spoolmark.core.WrittenText;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The programs that speak for people. A key says which one speaks and grants no one's data by itself
/// (`docs/security.md#sec-t1`).
public final class Applications {

    private static final Duration CACHE_DURATION = Duration.ofSeconds(5);
    private static final Duration RETRY_INTERVAL = Duration.ofHours(1);
    private static final int MAX_CACHED = 10_000;
    private static final int MAX_UNREGISTERED = 10_000;
    private static final int NAME = 100;
    private static final String UNKNOWN = "unknown application";

    /// Any one of these makes what the field called a development key.
    private static final Set<Permission> DEVELOPER_PERMISSIONS =
            Set.of(Permission.SCROBBLE, Permission.CHECKIN, Permission.ACCOUNT_CREATE);

    private final Database database;
    private final InstantSource clock;
    private final ApiKeyPolicy policy;
    private final Supplier<Registration> registration;
    private final Cache<String, Stored> byKey;
    private final Cache<String, Boolean> recentlyStored;
    private final Audit audit;

    public Applications(Database database, InstantSource clock, ApiKeyPolicy policy) {
        this(database, clock, policy, () -> Registration.CLOSED);
    }

    public Applications(
            Database database, InstantSource clock, ApiKeyPolicy policy, Supplier<Registration> registration) {
        this.database = database;
        this.clock = clock;
        this.policy = policy;
        this.registration = registration;
        this.byKey = cache(clock, CACHE_DURATION).build();
        this.recentlyStored = cache(clock, RETRY_INTERVAL).build();
        this.audit = new Audit(database, clock);
    }

    private static Caffeine<Object, Object> cache(InstantSource clock, Duration age) {
        return Caffeine.newBuilder()
                .maximumSize(MAX_CACHED)
                .expireAfterWrite(age)
                .ticker(new MonotonicTicker(clock));
    }

    /// Which program a key belongs to. Refuses one that is badly formed, blocked, or unknown where it must be
    /// known.
    public Application identify(String key) {
        Stored stored = byKey.getIfPresent(key);
        if (stored == null) {
            stored = load(key);
        }
        if (stored.blocked() || !isAccepted(stored.application())) {
            throw new ProblemException(new Problem.UnknownKey());
        }
        return stored.application();
    }

    /// A registered key in any form; an unknown one only where it is accepted at all and looks like a key of v1,
    /// so that a slug in its place is not taken for one.
    private boolean isAccepted(Application application) {
        return application.registered() || (policy == ApiKeyPolicy.ANY && ApiKeys.isHexKey(application.key()));
    }

    private Stored load(String key) {
        if (!ApiKeys.isWellFormed(key)) {
            throw new ProblemException(new Problem.UnknownKey());
        }
        return byKey.get(ApiKeys.canonical(key), this::find);
    }

    private Stored find(String key) {
        return database.read(tx -> ApplicationStore.find(tx, key))
                .orElseGet(() -> new Stored(unregistered(key), false));
    }

    private static Application unregistered(String key) {
        return new Application(null, key, UNKNOWN, Permission.defaults(), false);
    }

    /// Refuses unless the application may do this. On an open server every application may make accounts.
    public void require(Application application, Permission permission) {
        boolean open = permission == Permission.ACCOUNT_CREATE && registration.get() == Registration.OPEN;
        if (open || application.permissions().contains(permission)) {
            return;
        }
        boolean isDeveloper = application.permissions().stream().anyMatch(DEVELOPER_PERMISSIONS::contains);
        throw new ProblemException(
                isDeveloper ? new Problem.NoPermission(permission.key()) : new Problem.NoPermissions());
    }

    /// Gives an unknown application a row once someone signed in through it; strangers alone cannot fill the
    /// table.
    ///
    /// Past ten thousand such rows it stays unknown and works as before.
    public void storeUnregistered(Application application) {
        if (application.id() == null && recentlyStored.asMap().putIfAbsent(application.key(), true) == null) {
            try {
                insert(application);
            } catch (ProblemException tooBusy) {
                recentlyStored.invalidate(application.key());
            }
        }
    }

    private void insert(Application application) {
        database.write(tx -> {
            if (ApplicationStore.countUnregistered(tx) < MAX_UNREGISTERED) {
                ApplicationStore.insertUnregistered(tx, application, clock.instant());
            }
            return application;
        });
        byKey.invalidate(application.key());
    }

    /// Registers an application, with a new key when none is given. Refuses a key that is registered already.
    public Application add(String name, Set<Permission> permissions, @Nullable String key) {
        return add(name, permissions, key, Actor.OPERATOR);
    }

    public Application add(String name, Set<Permission> permissions, @Nullable String key, Actor by) {
        rejectUnless(isName(name), "name");
        rejectUnless(key == null || ApiKeys.isWellFormed(key), "key");
        String canonical = key == null ? ApiKeys.next() : ApiKeys.canonical(key);
        Application application = new Application(null, canonical, name, permissions, true);
        Optional<AppId> id = database.write(tx -> {
            Optional<AppId> registered = ApplicationStore.register(tx, application, clock.instant());
            registered.ifPresent(
                    appId -> note(tx, AuditAction.KEY_ADDED, by, application + ": " + Permission.format(permissions)));
            return registered;
        });
        byKey.invalidate(canonical);
        return id.map(appId -> new Application(appId, canonical, name, permissions, true))
                .orElseThrow(() -> new ProblemException(new Problem.Taken(application.maskedKey(), "key")));
    }

    /// Blocks or unblocks a key, for the operator. Running servers apply it within 5 s.
    public void block(String key, boolean blocked) {
        block(key, blocked, Audit.NOBODY, Actor.OPERATOR);
    }

    /// The same for an administrator on a page.
    ///
    /// @throws ProblemException with [Problem.NotAllowed] if the account is not an administrator, with
    ///     [Problem.Invalid] if the key cannot be one
    public void block(Account administrator, String key, boolean blocked, Actor by) {
        administrator.requireAdministrator();
        block(key, blocked, administrator.id().value(), by);
    }

    private void block(String key, boolean blocked, long user, Actor by) {
        rejectUnless(ApiKeys.isWellFormed(key), "key");
        String canonical = ApiKeys.canonical(key);
        AuditAction action = blocked ? AuditAction.KEY_BLOCKED : AuditAction.KEY_UNBLOCKED;
        database.write(tx -> {
            ApplicationStore.block(tx, unregistered(canonical), blocked, clock.instant());
            audit.note(tx, action, user, by, ApiKeys.masked(canonical));
            return canonical;
        });
        byKey.invalidate(canonical);
    }

    /// Replaces the permissions of a registered application.
    ///
    /// @throws ProblemException with [Problem.NotAllowed] if the account is not an administrator, with
    ///     [Problem.NotFound] if there is no such registered application
    public void changePermissions(Account administrator, AppId id, Set<Permission> permissions, Actor by) {
        administrator.requireAdministrator();
        Application before = find(id).map(Stored::application)
                .filter(Application::registered)
                .orElseThrow(() -> new ProblemException(new Problem.NotFound("application")));
        database.write(tx -> {
            audit.note(
                    tx,
                    AuditAction.APPLICATION_CHANGED,
                    administrator.id().value(),
                    by,
                    before + ": " + Permission.format(permissions) + ", before "
                            + Permission.format(before.permissions()));
            return ApplicationStore.changePermissions(tx, id, permissions);
        });
        byKey.invalidate(before.key());
    }

    /// Applications, the newest first, blocked ones too.
    ///
    /// @param before the last application of the former page; empty for the first page
    public List<Stored> newest(Optional<AppId> before, int max) {
        return database.read(
                tx -> ApplicationStore.newest(tx, before.map(AppId::value).orElse(Long.MAX_VALUE), max));
    }

    /// The application with this id, blocked or not.
    public Optional<Stored> find(AppId id) {
        return database.read(tx -> ApplicationStore.find(tx, id));
    }

    /// Those of these keys that have a row, blocked ones too, by key.
    public Map<String, Stored> all(Collection<String> keys) {
        return database.read(tx -> ApplicationStore.all(tx, keys));
    }

    /// An application in the database.
    public record Stored(Application application, boolean blocked) {}

    private void note(Tx tx, AuditAction action, Actor by, String detail) {
        audit.note(tx, action, Audit.NOBODY, by, detail);
    }

    private static boolean isName(String name) {
        return !TextFolding.isBlank(name)
                && name.codePointCount(0, name.length()) <= NAME
                && !WrittenText.hasControlCharacters(name);
    }

    private static void rejectUnless(boolean valid, String subject) {
        if (!valid) {
            throw new ProblemException(new Problem.Invalid(subject));
        }
    }
}
