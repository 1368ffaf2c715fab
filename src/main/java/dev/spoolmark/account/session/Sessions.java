package dev.spoolmark.account.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.UserId;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.audit.Audit;
import dev.spoolmark.account.audit.AuditAction;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.account.deletion.UserRows;
import dev.spoolmark.core.ClientNetwork;
import dev.spoolmark.core.MonotonicTicker;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Sign-in sessions of browsers (`docs/security.md#sec-t4`).
///
/// A session ends after 14 days without use, after 90 days in all, when it is revoked, and when the password of its
/// account changes or the account is disabled. On this node that is effective at once, on others within 5 s.
public final class Sessions {

    /// How recently a user must have proved their identity to change credentials, to export or to delete data.
    public static final Duration SENSITIVE_ACTION = Duration.ofMinutes(5);

    /// The same for the pages of administrators.
    public static final Duration ADMINISTRATION = Duration.ofMinutes(30);

    static final Duration IDLE = Duration.ofDays(14);
    static final Duration LONGEST = Duration.ofDays(90);
    static final Duration USE_INTERVAL = Duration.ofMinutes(5);
    static final int MAX_PER_USER = 20;

    private static final Duration CACHE_AGE = Duration.ofSeconds(5);
    private static final int CACHE_SIZE = 1_000;

    private final Database database;
    private final Accounts accounts;
    private final InstantSource clock;
    private final Audit audit;
    private final Cache<String, StoredSession> cache;

    public Sessions(Database database, Accounts accounts, InstantSource clock) {
        this.database = database;
        this.accounts = accounts;
        this.clock = clock;
        this.audit = accounts.audit();
        this.cache = Caffeine.newBuilder()
                .maximumSize(CACHE_SIZE)
                .expireAfterWrite(CACHE_AGE)
                .ticker(new MonotonicTicker(clock))
                .build();
    }

    /// Starts a session for a user who has just proved their identity. Of more than 20 sessions the least recently
    /// used one ends.
    ///
    /// @param account as it was when the credentials were checked
    /// @param userAgent the `User-Agent` field, empty if there is none
    public NewSession start(Account account, InetAddress client, String userAgent) {
        SessionToken token = SessionToken.random();
        Instant now = now();
        String device = DeviceName.of(userAgent);
        Started started = database.write(tx -> {
            Session session = new Session(account.id(), tx.newId("session"), device, address(client), now, now, now);
            SessionStore.insert(tx, new StoredSession(session, token.hash(), account.credVersion()));
            note(tx, AuditAction.SESSION_STARTED, account.id(), Actor.web(client), device);
            return new Started(session, deleteOldest(tx, account.id()));
        });
        evict(started.ended());
        return new NewSession(started.session(), token);
    }

    private record Started(Session session, List<StoredSession> ended) {}

    private static List<StoredSession> deleteOldest(Tx tx, UserId user) {
        List<StoredSession> all = SessionStore.ofUser(tx, user);
        List<StoredSession> oldest = all.subList(0, Math.max(0, all.size() - MAX_PER_USER));
        SessionStore.delete(tx, oldest);
        return oldest;
    }

    /// The session of a cookie; empty if there is none or it has ended. Records the use every 5 minutes.
    ///
    /// @param cookie the value of the cookie, of any form
    public Optional<CurrentSession> find(String cookie, InetAddress client) {
        return SessionToken.parse(cookie).flatMap(token -> find(token, client));
    }

    private Optional<CurrentSession> find(SessionToken token, InetAddress client) {
        Instant now = now();
        String hash = token.hash();
        return load(hash)
                .filter(stored -> !stored.isExpired(now))
                .flatMap(stored -> account(stored)
                        .filter(account -> !stored.isUseToBeRecorded(now) || recordUse(stored, client, now))
                        .map(account -> new CurrentSession(account, stored.session(), token, now)));
    }

    /// Unknown tokens are not cached: they cost one read of an index.
    @SuppressWarnings("NullAway") // a loader that returns null stores nothing, and null is returned
    private Optional<StoredSession> load(String hash) {
        return Optional.ofNullable(cache.get(
                hash,
                key -> database.read(tx -> SessionStore.findByToken(tx, key)).orElse(null)));
    }

    private Optional<Account> account(StoredSession stored) {
        return accounts.find(stored.session().user()).filter(account -> account.credVersion() == stored.credVersion());
    }

    /// A database that accepts no writes signs nobody out.
    private boolean recordUse(StoredSession stored, InetAddress client, Instant now) {
        try {
            return database.write(tx -> SessionStore.recordUse(tx, stored.session(), address(client), now));
        } catch (ProblemException notWritten) {
            return true;
        } finally {
            cache.invalidate(stored.tokenHash());
        }
    }

    /// Gives a session a new token after its user has proved their identity again or has changed the password, and
    /// counts it as fresh from now on. The former token is invalid.
    ///
    /// @param account of this session, as it was when the credentials were checked, or after the change
    /// @throws ProblemException with [Problem.NotSignedIn] if the session has ended or already has another token
    public NewSession rotate(CurrentSession current, Account account, InetAddress client) {
        Session before = current.session();
        if (!before.user().equals(account.id())) {
            throw new IllegalArgumentException("the session of another user");
        }
        SessionToken token = SessionToken.random();
        String oldHash = current.token().hash();
        Instant now = now();
        Session session =
                new Session(before.user(), before.id(), before.device(), address(client), before.startedAt(), now, now);
        StoredSession stored = new StoredSession(session, token.hash(), account.credVersion());
        boolean replaced = database.write(tx -> SessionStore.replaceToken(tx, oldHash, stored));
        cache.invalidate(oldHash);
        if (!replaced) {
            throw new ProblemException(new Problem.NotSignedIn());
        }
        return new NewSession(session, token);
    }

    /// The valid sessions of a user, the most recently used first.
    public List<Session> list(Account account) {
        Instant now = now();
        return database.read(tx -> SessionStore.ofUser(tx, account.id())).reversed().stream()
                .filter(stored -> !stored.isExpired(now) && stored.credVersion() == account.credVersion())
                .map(StoredSession::session)
                .toList();
    }

    /// Ends the session of this request: the user signs out.
    public void end(CurrentSession current, InetAddress client) {
        Session session = current.session();
        revoke(session.user(), candidate -> candidate.id() == session.id(), Actor.web(client));
    }

    /// Ends one session of a user.
    ///
    /// @return whether the user had a session with this id
    public boolean revoke(UserId user, long session, Actor by) {
        return revoke(user, candidate -> candidate.id() == session, by) == 1;
    }

    /// Ends all sessions of a user but that of this request.
    ///
    /// @return the number of sessions that ended
    public int revokeOthers(CurrentSession current, Actor by) {
        Session session = current.session();
        return revoke(session.user(), candidate -> candidate.id() != session.id(), by);
    }

    /// Ends all sessions of a user.
    ///
    /// @return the number of sessions that ended
    public int revokeAll(UserId user, Actor by) {
        return revoke(user, candidate -> true, by);
    }

    private int revoke(UserId user, Predicate<Session> condition, Actor by) {
        List<StoredSession> ended = database.write(tx -> {
            List<StoredSession> selected = SessionStore.ofUser(tx, user).stream()
                    .filter(stored -> condition.test(stored.session()))
                    .toList();
            SessionStore.delete(tx, selected);
            if (!selected.isEmpty()) {
                note(tx, AuditAction.SESSION_ENDED, user, by, devices(selected));
            }
            return selected;
        });
        evict(ended);
        return ended.size();
    }

    /// Deletes what has expired, of all users. To be called once a day.
    public void purgeExpired() {
        Instant now = now();
        database.write(tx -> SessionStore.deleteExpired(tx, now.minus(IDLE), now.minus(LONGEST)));
    }

    /// By key, so that a read that is just loading the entry cannot bring it back.
    private void evict(List<StoredSession> ended) {
        ended.forEach(stored -> cache.invalidate(stored.tokenHash()));
    }

    private void note(Tx tx, AuditAction action, UserId user, Actor by, String detail) {
        audit.note(tx, action, user.value(), by, detail);
    }

    private static String devices(List<StoredSession> ended) {
        String device = ended.getFirst().session().device();
        return ended.size() == 1 ? device : ended.size() + " sessions";
    }

    private static String address(InetAddress client) {
        return ClientNetwork.of(client).text();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /// What a deleted account leaves in the tables of this feature.
    public static List<UserDataEraser> erasers() {
        return List.of(UserRows.of("session", "session_id"), UserRows.of("session_token", "token_hash"));
    }
}
