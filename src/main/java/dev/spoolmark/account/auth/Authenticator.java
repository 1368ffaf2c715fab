package dev.spoolmark.account.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.UserId;
import dev.spoolmark.account.apppassword.AppPasswords;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.audit.AuditAction;
import dev.spoolmark.account.audit.LoginAttemptLog;
import dev.spoolmark.account.auth.CredentialFingerprints.Fingerprint;
import dev.spoolmark.core.ClientNetwork;
import dev.spoolmark.core.MonotonicTicker;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.Secret;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/// Verifies passwords. Every sign-in with a password of every API and of the pages uses it.
///
/// The order of the steps is that of `docs/security.md#verification-order`: what is known already takes a
/// microsecond and is accepted before any limit, so that guesses cannot block a working device.
public final class Authenticator {

    private static final int MAX_CACHED = 1_000;
    private static final Duration MAX_IDLE = Duration.ofMinutes(15);
    private static final Duration MAX_AGE = Duration.ofHours(12);
    private static final Duration WRONG_DURATION = Duration.ofMinutes(10);

    private final Accounts accounts;
    private final PasswordHasher hasher;
    private final boolean passwordOnV1;
    private final AppPasswords appPasswords;
    private final HashingLimiter permits;
    private final LoginThrottle throttle;
    private final CredentialFingerprints fingerprints = new CredentialFingerprints();
    private final Cache<Fingerprint, UserId> verified;
    private final Cache<Fingerprint, UserId> rejected;
    private final Credentials unknownUser;
    private final LoginAttemptLog attempts;
    private final LongAdder cacheHits = new LongAdder();
    private final LongAdder hashed = new LongAdder();

    public Authenticator(Accounts accounts, InstantSource clock, PasswordHasher hasher) {
        this(accounts, clock, hasher, true);
    }

    /// @param passwordOnV1 whether sign-in passwords work on v1 at all (`docs/security.md#sec-c6`)
    public Authenticator(Accounts accounts, InstantSource clock, PasswordHasher hasher, boolean passwordOnV1) {
        this.accounts = accounts;
        this.hasher = hasher;
        this.passwordOnV1 = passwordOnV1;
        this.appPasswords = accounts.appPasswords();
        this.permits = accounts.permits();
        this.throttle = new LoginThrottle(clock);
        this.verified = cacheBuilder(clock, MAX_AGE).expireAfterAccess(MAX_IDLE).build();
        this.rejected = cacheBuilder(clock, WRONG_DURATION).build();
        this.unknownUser = Credentials.ofUnknownUser(hasher.dummyHash());
        this.attempts = accounts.attempts();
    }

    private static Caffeine<Object, Object> cacheBuilder(InstantSource clock, Duration longest) {
        return Caffeine.newBuilder()
                .maximumSize(MAX_CACHED)
                .expireAfterWrite(longest)
                .ticker(new MonotonicTicker(clock));
    }

    /// The result of [#verify] as far as it is known without hashing; empty if a hash is needed.
    ///
    /// @throws ProblemException with [Problem.NotSignedIn] if the password is known to be wrong
    public Optional<AuthenticatedUser> verifyCached(String name, String passwordHex, InetAddress client) {
        return Secret.ofSha1Hex(passwordHex).flatMap(sha1 -> findCached(attemptOnV1(name, sha1, client)));
    }

    /// Verifies a user name and a password as v1 sends them: the sign-in password, if it is allowed on v1, or an
    /// app password. May wait some seconds for a permit to hash.
    ///
    /// Text of another form than a SHA-1 does not count as a guess: a client that sends a plain password must not
    /// block its network.
    ///
    /// @param passwordHex the SHA-1 of the password, in hexadecimal
    /// @throws ProblemException with [Problem.NotSignedIn], or with [Problem.Overloaded] if nothing could be
    ///     verified
    public AuthenticatedUser verify(String name, String passwordHex, InetAddress client) {
        Secret sha1 = Secret.ofSha1Hex(passwordHex).orElseThrow(Authenticator::notSignedIn);
        Attempt attempt = attemptOnV1(name, sha1, client);
        return findCached(attempt).orElseGet(() -> AuthenticatedUser.withPassword(verifyUncached(attempt)));
    }

    /// Verifies a sign-in password that was typed on a page.
    ///
    /// @param claimed the account that the user names, empty if there is none
    /// @throws ProblemException as [#verify] does
    Account verifyTyped(Optional<Credentials> claimed, String name, Secret sha1, InetAddress client) {
        Attempt attempt = attempt(claimed, name, sha1, Actor.web(client), ClientNetwork.of(client), Use.PAGE);
        return findCached(attempt).map(AuthenticatedUser::account).orElseGet(() -> verifyUncached(attempt));
    }

    LoginThrottle throttle() {
        return throttle;
    }

    /// Records a sign-in on a page whose second factor is right, too.
    void complete(Account account, ClientNetwork from) {
        throttle.succeeded(account.id().value(), from);
        attempts.count(AuditAction.SIGNED_IN, account.id().value(), Actor.web(from));
        recordLogin(account, Optional.empty());
    }

    public AuthenticationStats load() {
        return new AuthenticationStats(cacheHits.sum(), hashed.sum(), permits.waiting());
    }

    private Attempt attemptOnV1(String name, Secret sha1, InetAddress client) {
        ClientNetwork from = ClientNetwork.of(client);
        Optional<Credentials> claimed = accounts.cache().find(name);
        boolean allowed = passwordOnV1
                && claimed.map(found -> found.passwordOnV1() && !found.secondFactor())
                        .orElse(true);
        return attempt(claimed, name, sha1, Actor.client(from), from, allowed ? Use.V1 : Use.V1_NOT_ALLOWED);
    }

    /// An unknown name continues with a dummy account (`docs/security.md#sec-c11`).
    private Attempt attempt(
            Optional<Credentials> claimed, String name, Secret sha1, Actor by, ClientNetwork from, Use use) {
        Credentials credentials = claimed.orElse(unknownUser);
        long number =
                claimed.map(found -> found.account().id().value()).orElseGet(() -> fingerprints.pseudoAccountId(name));
        long version = credentials.account().credVersion();
        Fingerprint fingerprint = fingerprints.of(number, version, sha1, use.mark);
        return new Attempt(credentials, number, sha1, fingerprint, by, from, use);
    }

    /// Looks into the cache of right passwords, the app passwords, and the cache of wrong passwords, in this
    /// order.
    private Optional<AuthenticatedUser> findCached(Attempt attempt) {
        if (attempt.credentials().active() && verified.getIfPresent(attempt.fingerprint()) != null) {
            cacheHits.increment();
            return Optional.of(AuthenticatedUser.withPassword(attempt.account()));
        }
        Optional<AuthenticatedUser> client = withAppPassword(attempt);
        if (client.isEmpty() && rejected.getIfPresent(attempt.fingerprint()) != null) {
            throw notSignedIn();
        }
        return client;
    }

    private Optional<AuthenticatedUser> withAppPassword(Attempt attempt) {
        if (attempt.use() == Use.PAGE || !attempt.credentials().active()) {
            return Optional.empty();
        }
        Account account = attempt.account();
        return appPasswords.find(account.id(), attempt.sha1()).map(password -> {
            cacheHits.increment();
            if (appPasswords.isUseToBeRecorded(password)) {
                note(AuditAction.SIGNED_IN, attempt);
                writeIfPossible(() -> appPasswords.recordUse(account.id(), password));
                recordLogin(account, Optional.empty());
            }
            return new AuthenticatedUser(account, password.permission().permissions());
        });
    }

    private Account verifyUncached(Attempt attempt) {
        admit(attempt);
        Optional<String> newerHash = permits.with(() -> verifyHash(attempt));
        if (attempt.isComplete() || newerHash.isPresent()) {
            recordLogin(attempt.account(), newerHash);
        }
        return attempt.account();
    }

    private void admit(Attempt attempt) {
        try {
            throttle.admit(attempt.number(), attempt.from());
        } catch (ProblemException tooSoon) {
            note(AuditAction.SIGN_IN_THROTTLED, attempt);
            throw tooSoon;
        }
    }

    private void note(AuditAction action, Attempt attempt) {
        attempts.count(action, attempt.account().id().value(), attempt.by());
    }

    /// Hashes, unless another request did while this one waited for a permit.
    ///
    /// @return a new hash of the same password if the stored one has other parameters than configured
    private Optional<String> verifyHash(Attempt attempt) {
        if (findCached(attempt).isPresent()) {
            return Optional.empty();
        }
        admit(attempt);
        String verifier = attempt.credentials().verifier();
        hashed.increment();
        boolean matches = hasher.matches(attempt.sha1(), verifier);
        if (!matches || !attempt.credentials().active() || attempt.use() == Use.V1_NOT_ALLOWED) {
            rejected.put(attempt.fingerprint(), attempt.account().id());
            throttle.failed(attempt.number(), attempt.from());
            note(AuditAction.SIGN_IN_FAILED, attempt);
            throw notSignedIn();
        }
        verified.put(attempt.fingerprint(), attempt.account().id());
        if (attempt.isComplete()) {
            throttle.succeeded(attempt.number(), attempt.from());
            note(AuditAction.SIGNED_IN, attempt);
        }
        return hasher.needsRehash(verifier) ? Optional.of(hasher.hash(attempt.sha1())) : Optional.empty();
    }

    private void recordLogin(Account account, Optional<String> newerHash) {
        writeIfPossible(() -> accounts.signedIn(account, newerHash));
    }

    /// A database that is too busy to record a sign-in does not prevent it.
    private static void writeIfPossible(Runnable write) {
        try {
            write.run();
        } catch (ProblemException tooBusy) {
            if (!(tooBusy.problem() instanceof Problem.Overloaded)) {
                throw tooBusy;
            }
        }
    }

    private static ProblemException notSignedIn() {
        return new ProblemException(new Problem.NotSignedIn());
    }

    /// Where a password is used; each use has fingerprints of its own.
    private enum Use {
        V1(0),

        /// On v1, where the user or the operator allows app passwords only. All steps are taken, so that the time
        /// tells nothing, and the result is always the same.
        V1_NOT_ALLOWED(1),

        PAGE(2);

        private final byte mark;

        Use(int mark) {
            this.mark = (byte) mark;
        }
    }

    /// An attempt to sign in.
    ///
    /// @param number the user id, or the pseudo id of an unknown name
    private record Attempt(
            Credentials credentials,
            long number,
            Secret sha1,
            Fingerprint fingerprint,
            Actor by,
            ClientNetwork from,
            Use use) {

        Account account() {
            return credentials.account();
        }

        /// Whether the password alone signs in.
        boolean isComplete() {
            return use != Use.PAGE || !credentials.secondFactor();
        }
    }
}
