package dev.spoolmark.oauth;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.Permission;
import dev.spoolmark.account.UserId;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.core.ClientNetwork;
import dev.spoolmark.core.KeyedRateLimiter;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.RateLimit;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import dev.spoolmark.oauth.DeviceCodeStore.DeviceCode;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/// The device grant (RFC 8628): a device shows a short code, a user enters it in a browser, the device polls.
public final class DeviceCodes {

    static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    /// Many clients poll a little early, so only faster ones get `slow_down`.
    private static final RateLimit POLLS = new RateLimit(1, Duration.ofSeconds(1));

    private static final int WRONG_CODES_OF_USER = 5;
    private static final int WRONG_CODES_OF_NETWORK = 20;
    private static final int NEW_CODES_OF_NETWORK = 100;

    /// Codes at one time, expired ones of the last hour included: anyone may ask for them.
    private static final int CODES = 10_000;

    private static final int ATTEMPTS = 5;

    private final Database database;
    private final InstantSource clock;
    private final Accounts accounts;
    private final OAuthApplications applications;
    private final OAuthTokens tokens;
    private final RefusalLog refusals;
    private final GuessLimiter<UserId> guessesOfUser;
    private final GuessLimiter<ClientNetwork> guessesOfNetwork;
    private final GuessLimiter<ClientNetwork> newCodes;
    private final KeyedRateLimiter<String> polls;

    DeviceCodes(
            Database database,
            InstantSource clock,
            Accounts accounts,
            OAuthApplications applications,
            OAuthTokens tokens) {
        this.database = database;
        this.clock = clock;
        this.accounts = accounts;
        this.applications = applications;
        this.tokens = tokens;
        this.refusals = new RefusalLog(accounts.attempts());
        this.guessesOfUser = new GuessLimiter<>(WRONG_CODES_OF_USER, LIFETIME, clock);
        this.guessesOfNetwork = new GuessLimiter<>(WRONG_CODES_OF_NETWORK, LIFETIME, clock);
        this.newCodes = new GuessLimiter<>(NEW_CODES_OF_NETWORK, LIFETIME, clock);
        this.polls = new KeyedRateLimiter<>(POLLS, clock);
    }

    /// Makes a code for a device.
    ///
    /// @throws OAuthException with `INVALID_CLIENT`, or `SLOW_DOWN` after 100 codes of a network in 10 minutes
    /// @throws ProblemException with `Overloaded` when there are 10,000 codes
    public DeviceAuthorization start(String clientId, InetAddress from) {
        OAuthApplication application = applications.find(clientId).orElseThrow(OAuthException::invalidClient);
        newCodes.count(ClientNetwork.of(from));
        Set<Permission> scopes =
                Scopes.intersection(Scopes.all(), application.application().permissions());
        return database.write(tx -> newCode(tx, application.clientId(), scopes));
    }

    private DeviceAuthorization newCode(Tx tx, String clientId, Set<Permission> scopes) {
        if (DeviceCodeStore.count(tx) >= CODES) {
            throw new ProblemException(new Problem.Overloaded(Duration.ofMinutes(1)));
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Secret deviceCode = Secret.ofText(TokenFormat.newHex());
            String userCode = TokenFormat.newShortCode();
            DeviceCode row = new DeviceCode(
                    TokenFormat.hash(deviceCode),
                    TokenFormat.codeHash(userCode),
                    clientId,
                    scopes,
                    DeviceCodeStore.PENDING,
                    null,
                    0,
                    clock.instant().plus(LIFETIME));
            if (DeviceCodeStore.insert(tx, row)) {
                return new DeviceAuthorization(deviceCode, userCode, LIFETIME, INTERVAL);
            }
        }
        throw new IllegalStateException("no free user code was found");
    }

    /// The device that waits with a user code. Case, blanks and dashes do not matter.
    ///
    /// @return empty for a wrong or expired code, or one that was decided on
    /// @throws OAuthException with `SLOW_DOWN` after 5 wrong codes of a user or 20 of a network within 10 minutes
    public Optional<PendingDevice> find(String userCode, Account user, InetAddress from) {
        GuessLimiter.Guess ofUser = guessesOfUser.count(user.id());
        GuessLimiter.Guess ofNetwork = guessesOfNetwork.count(ClientNetwork.of(from));
        Instant now = clock.instant();
        Optional<PendingDevice> found = database.read(
                        tx -> DeviceCodeStore.findPending(tx, TokenFormat.codeHash(userCode), now))
                .flatMap(code -> applications
                        .find(code.clientId())
                        .map(application ->
                                new PendingDevice(application, code.scopes(), code.expiresAt(), code.deviceHash())));
        if (found.isPresent()) {
            ofUser.recordSuccess();
            ofNetwork.recordSuccess();
        } else {
            refusals.note(user.id(), from);
        }
        return found;
    }

    /// The user approves.
    ///
    /// @return whether the device still waited
    public boolean approve(PendingDevice device, Account user) {
        boolean approved = decide(device, DeviceCodeStore.APPROVED, user);
        if (approved) {
            applications.storeUnregistered(device.application().application());
        }
        return approved;
    }

    /// The user denies.
    ///
    /// @return whether the device still waited
    public boolean deny(PendingDevice device, Account user) {
        return decide(device, DeviceCodeStore.DENIED, user);
    }

    private boolean decide(PendingDevice device, int state, Account user) {
        return database.write(tx -> DeviceCodeStore.decide(tx, device.deviceHash(), state, user, clock.instant()));
    }

    /// Whether the user decided. The tokens are given once.
    ///
    /// @throws ProblemException with `TooMany` when the user has 200 connected applications and tokens
    public DevicePoll poll(AuthenticatedClient client, Secret deviceCode, InetAddress from) {
        Optional<DeviceCode> found = database.read(tx -> DeviceCodeStore.find(tx, TokenFormat.hash(deviceCode)));
        if (found.isEmpty() || !found.get().clientId().equals(client.clientId())) {
            return new DevicePoll.Unknown();
        }
        DeviceCode code = found.get();
        if (!code.expiresAt().isAfter(clock.instant())) {
            return new DevicePoll.Expired();
        }
        return switch (code.state()) {
            case DeviceCodeStore.DENIED -> new DevicePoll.Denied();
            case DeviceCodeStore.USED -> new DevicePoll.Used();
            case DeviceCodeStore.APPROVED -> collect(client, code, from);
            default ->
                polls.tryAcquire(code.deviceHash()).isZero() ? new DevicePoll.Pending() : new DevicePoll.TooFast();
        };
    }

    private DevicePoll collect(AuthenticatedClient client, DeviceCode code, InetAddress from) {
        UserId user = code.user();
        boolean live = user != null
                && accounts.find(user)
                        .filter(account -> account.credVersion() == code.credVersion())
                        .isPresent();
        if (user == null || !live) {
            return new DevicePoll.Denied();
        }
        return database.<DevicePoll>write(tx -> DeviceCodeStore.use(tx, code.deviceHash())
                ? new DevicePoll.Issued(
                        tokens.issue(tx, client, user, code.credVersion(), code.scopes(), Actor.client(from))
                                .tokens())
                : new DevicePoll.Used());
    }
}
