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

/// Proves that whoever sends a name and a password is that person. Every method of every dialect comes through here.
///
/// The order of the steps is that of `docs/security.md#verification-order` and matters: what is known already costs
/// a microsecond and is answered before any limit, so that nobody who guesses can keep a working device out.
public final class Authenticator {

    private static final int REMEMBERED = 1_000;
    private static final Duration IDLE = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration WRONG = Duration.ofMinutes(10);

    private final Accounts accounts;
    private final PasswordHasher hasher;
    private final HashingLimiter permits;
    private final LoginThrottle throttle;
    private final CredentialFingerprints fingerprints = new CredentialFingerprints();
    private final Cache<Fingerprint, UserId> right;
    private final Cache<Fingerprint, UserId> wrong;
    private final Credentials nobody;
    private final LoginAttemptLog attempts;
    private final LongAdder recalled = new LongAdder();
    private final LongAdder hashed = new LongAdder();

    public Authenticator(Accounts accounts, InstantSource clock, PasswordHasher hasher) {
        this(accounts, clock, hasher, accounts.permits());
    }

    Authenticator(Accounts accounts, InstantSource clock, PasswordHasher hasher, HashingLimiter permits) {
        this.accounts = accounts;
        this.hasher = hasher;
        this.permits = permits;
        this.throttle = new LoginThrottle(clock);
        this.right = remembering(clock, LONGEST).expireAfterAccess(IDLE).build();
        this.wrong = remembering(clock, WRONG).build();
        this.nobody = Credentials.ofNobody(hasher.dummyHash());
        this.attempts = accounts.attempts();
    }

    private static Caffeine<Object, Object> remembering(InstantSource clock, Duration longest) {
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(longest)
                .ticker(new SteadyTicker(clock));
    }

    /// What [#verify] would say without having to find anything out, so without a wait; empty when it would have to.
    public Optional<Account> verifyCached(String name, String passwordHex, InetAddress client) {
        return Secret.ofSha1Hex(passwordHex).flatMap(sha1 -> known(attempt(name, sha1, ClientNetwork.of(client))));
    }

    /// The account of that name, when `passwordHex` is the SHA-1 of its password in hex.
    ///
    /// Text that cannot be such a hash is refused without counting as a guess: a player that sends a plain
    /// password must not lock out everybody behind the same address. Refuses with `NotSignedIn`, or with
    /// `Overloaded` when it may not or cannot be found out now. May wait some seconds for its turn to hash.
    public Account verify(String name, String passwordHex, InetAddress client) {
        ClientNetwork from = ClientNetwork.of(client);
        Secret sha1 = Secret.ofSha1Hex(passwordHex).orElseThrow(Authenticator::notSignedIn);
        Attempt attempt = attempt(name, sha1, from);
        return known(attempt).orElseGet(() -> verifyUncached(attempt));
    }

    public AuthenticationStats load() {
        return new AuthenticationStats(recalled.sum(), hashed.sum(), permits.waiting());
    }

    /// An unknown name goes on as somebody whose password nobody knows (`docs/security.md#sec-c11`).
    private Attempt attempt(String name, Secret sha1, ClientNetwork from) {
        Optional<Credentials> found = accounts.directory().find(name);
        Credentials claimed = found.orElse(nobody);
        long number = found.map(somebody -> somebody.account().id().value())
                .orElseGet(() -> fingerprints.pseudoAccountId(name));
        Fingerprint mark = fingerprints.of(number, claimed.account().credVersion(), sha1);
        return new Attempt(claimed, number, sha1, mark, from);
    }

    /// What was found out before. App passwords will be tried between the two, once there are any
    /// (`docs/security.md#sec-c5`).
    private Optional<Account> known(Attempt attempt) {
        if (attempt.claimed().active() && right.getIfPresent(attempt.mark()) != null) {
            recalled.increment();
            return Optional.of(attempt.claimed().account());
        }
        if (wrong.getIfPresent(attempt.mark()) != null) {
            throw notSignedIn();
        }
        return Optional.empty();
    }

    private Account verifyUncached(Attempt attempt) {
        admit(attempt);
        Optional<String> newerVerifier = permits.with(() -> verifyHash(attempt));
        Account account = attempt.claimed().account();
        recordLogin(account, newerVerifier);
        return account;
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
        attempts.note(action, attempt.claimed().account().id().value(), attempt.from());
    }

    /// Hashes, unless someone else found out while this one waited for a permit. Gives the password in a newer form
    /// when the one that is kept is outdated.
    private Optional<String> verifyHash(Attempt attempt) {
        if (known(attempt).isPresent()) {
            return Optional.empty();
        }
        admit(attempt);
        String verifier = attempt.claimed().verifier();
        hashed.increment();
        boolean fits = hasher.matches(attempt.sha1(), verifier);
        if (!fits || !attempt.claimed().active()) {
            wrong.put(attempt.mark(), attempt.claimed().account().id());
            throttle.failed(attempt.number(), attempt.from());
            note(AuditAction.SIGN_IN_FAILED, attempt);
            throw notSignedIn();
        }
        right.put(attempt.mark(), attempt.claimed().account().id());
        throttle.succeeded(attempt.number(), attempt.from());
        note(AuditAction.SIGNED_IN, attempt);
        return hasher.needsRehash(verifier) ? Optional.of(hasher.hash(attempt.sha1())) : Optional.empty();
    }

    /// A store that is too busy to take the note does not keep anyone out.
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

    /// One request to be let in: as whom, with what, from where.
    private record Attempt(Credentials claimed, long number, Secret sha1, Fingerprint mark, ClientNetwork from) {}
}
