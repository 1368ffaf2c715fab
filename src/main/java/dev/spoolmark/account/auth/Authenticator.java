package dev.spoolmark.account.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.UserId;
import dev.spoolmark.account.audit.AuditAction;
import dev.spoolmark.account.audit.LoginAttemptLog;
import dev.spoolmark.account.auth.CredentialFingerprints.Fingerprint;
import dev.spoolmark.core.ClientNetwork;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.Secret;
import dev.spoolmark.core.SteadyTicker;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/// Verifies user names and passwords, for every API.
///
/// The order of the steps matters (`docs/security.md#verification-order`): a password in the cache takes a
/// microsecond and is checked before any limit, so that an attacker who guesses passwords cannot lock out a
/// device that is signed in.
public final class Authenticator {

    private static final int MAX_CACHED = 1_000;
    private static final Duration MAX_IDLE = Duration.ofMinutes(15);
    private static final Duration MAX_AGE = Duration.ofHours(12);
    private static final Duration WRONG_DURATION = Duration.ofMinutes(10);

    private final Accounts accounts;
    private final PasswordHasher hasher;
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
        this(accounts, clock, hasher, accounts.permits());
    }

    Authenticator(Accounts accounts, InstantSource clock, PasswordHasher hasher, HashingLimiter permits) {
        this.accounts = accounts;
        this.hasher = hasher;
        this.permits = permits;
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
                .ticker(new SteadyTicker(clock));
    }

    /// The result of [#verify] if it is cached; otherwise empty. Never blocks.
    public Optional<Account> verifyCached(String name, String passwordHex, InetAddress client) {
        return Secret.ofSha1Hex(passwordHex).flatMap(sha1 -> findCached(attempt(name, sha1, ClientNetwork.of(client))));
    }

    /// The account with this name, if `passwordHex` is the SHA-1 of its password in hexadecimal digits.
    ///
    /// A text that cannot be such a hash is rejected without counting as a guess: a player that sends a plain
    /// password must not lock out all users of the same address. May block for some seconds in the hashing
    /// queue.
    ///
    /// @throws ProblemException with [Problem.NotSignedIn], or with [Problem.Overloaded] when a limit or the
    ///     queue does not allow the check now
    public Account verify(String name, String passwordHex, InetAddress client) {
        ClientNetwork from = ClientNetwork.of(client);
        Secret sha1 = Secret.ofSha1Hex(passwordHex).orElseThrow(Authenticator::notSignedIn);
        Attempt attempt = attempt(name, sha1, from);
        return findCached(attempt).orElseGet(() -> verifyUncached(attempt));
    }

    public AuthenticationStats load() {
        return new AuthenticationStats(cacheHits.sum(), hashed.sum(), permits.waiting());
    }

    /// An unknown name is processed like an account whose password nobody knows (`docs/security.md#sec-c11`).
    private Attempt attempt(String name, Secret sha1, ClientNetwork from) {
        Optional<Credentials> found = accounts.cache().find(name);
        Credentials credentials = found.orElse(unknownUser);
        long number = found.map(somebody -> somebody.account().id().value())
                .orElseGet(() -> fingerprints.pseudoAccountId(name));
        Fingerprint fingerprint = fingerprints.of(number, credentials.account().credVersion(), sha1);
        return new Attempt(credentials, number, sha1, fingerprint, from);
    }

    /// A cached result. App passwords will be checked between the cache and the hash
    /// (`docs/security.md#sec-c5`).
    private Optional<Account> findCached(Attempt attempt) {
        if (attempt.credentials().active() && verified.getIfPresent(attempt.fingerprint()) != null) {
            cacheHits.increment();
            return Optional.of(attempt.credentials().account());
        }
        if (rejected.getIfPresent(attempt.fingerprint()) != null) {
            throw notSignedIn();
        }
        return Optional.empty();
    }

    private Account verifyUncached(Attempt attempt) {
        admit(attempt);
        Optional<String> newerVerifier = permits.with(() -> verifyHash(attempt));
        Account account = attempt.credentials().account();
        recordLogin(account, newerVerifier);
        return account;
    }

    private void admit(Attempt attempt) {
        try {
            throttle.admit(attempt.accountId(), attempt.from());
        } catch (ProblemException tooSoon) {
            note(AuditAction.SIGN_IN_THROTTLED, attempt);
            throw tooSoon;
        }
    }

    private void note(AuditAction action, Attempt attempt) {
        attempts.count(action, attempt.credentials().account().id().value(), attempt.from());
    }

    /// Hashes the password, unless another request did so while this one waited for a permit. Returns a new hash
    /// if the stored one is outdated.
    private Optional<String> verifyHash(Attempt attempt) {
        if (findCached(attempt).isPresent()) {
            return Optional.empty();
        }
        admit(attempt);
        String verifier = attempt.credentials().verifier();
        hashed.increment();
        boolean fits = hasher.matches(attempt.sha1(), verifier);
        if (!fits || !attempt.credentials().active()) {
            rejected.put(attempt.fingerprint(), attempt.credentials().account().id());
            throttle.failed(attempt.accountId(), attempt.from());
            note(AuditAction.SIGN_IN_FAILED, attempt);
            throw notSignedIn();
        }
        verified.put(attempt.fingerprint(), attempt.credentials().account().id());
        throttle.succeeded(attempt.accountId(), attempt.from());
        note(AuditAction.SIGNED_IN, attempt);
        return hasher.needsRehash(verifier) ? Optional.of(hasher.hash(attempt.sha1())) : Optional.empty();
    }

    /// A database that is too busy to store the record does not prevent the sign-in.
    private void recordLogin(Account account, Optional<String> newerVerifier) {
        try {
            accounts.signedIn(account, newerVerifier);
        } catch (ProblemException tooBusy) {
            if (!(tooBusy.problem() instanceof Problem.Overloaded)) {
                throw tooBusy;
            }
        }
    }

    private static ProblemException notSignedIn() {
        return new ProblemException(new Problem.NotSignedIn());
    }

    /// One sign-in attempt.
    private record Attempt(
            Credentials credentials, long accountId, Secret sha1, Fingerprint fingerprint, ClientNetwork from) {}
}
