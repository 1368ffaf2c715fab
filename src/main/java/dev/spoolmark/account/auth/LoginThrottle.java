package dev.spoolmark.account.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spoolmark.core.ClientNetwork;
import dev.spoolmark.core.MonotonicTicker;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import java.time.Duration;
import java.time.InstantSource;

/// Limits password guessing per account and per network (`docs/security.md#guessing`). No network is exempt. A
/// wait is never longer than a minute.
///
/// Accounts are identified by id. An unknown name has the id of [CredentialFingerprints#pseudoAccountId].
final class LoginThrottle {

    private static final int MAX_ENTRIES = 100_000;

    private final MonotonicTicker ticker;
    private final Cache<Long, AccountLoginLimiter> accounts;
    private final Cache<ClientNetwork, NetworkLoginLimiter> networks;

    LoginThrottle(InstantSource clock) {
        this.ticker = new MonotonicTicker(clock);
        this.accounts = limiters(AccountLoginLimiter.WINDOW).build();
        this.networks = limiters(NetworkLoginLimiter.DAY).build();
    }

    private Caffeine<Object, Object> limiters(Duration idle) {
        return Caffeine.newBuilder()
                .maximumSize(MAX_ENTRIES)
                .expireAfterAccess(idle)
                .ticker(ticker);
    }

    /// @throws ProblemException with [Problem.Overloaded] and the time to wait when an attempt is not allowed yet
    void admit(long account, ClientNetwork from) {
        Duration wait = untilNext(account, from);
        if (wait.isPositive()) {
            throw new ProblemException(new Problem.Overloaded(wait));
        }
    }

    /// Time until the next attempt is allowed; zero or negative if one is.
    Duration untilNext(long account, ClientNetwork from) {
        long now = ticker.read();
        Duration ofAccount = ofAccount(account).untilNext(now);
        Duration ofNetwork = ofNetwork(from).untilNext(now);
        return ofAccount.compareTo(ofNetwork) > 0 ? ofAccount : ofNetwork;
    }

    void failed(long account, ClientNetwork from) {
        long now = ticker.read();
        ofAccount(account).add(now, from);
        ofNetwork(from).add(now);
    }

    void succeeded(long account, ClientNetwork from) {
        ofAccount(account).reset(from);
    }

    private AccountLoginLimiter ofAccount(long account) {
        return accounts.get(account, unseen -> new AccountLoginLimiter());
    }

    private NetworkLoginLimiter ofNetwork(ClientNetwork from) {
        return networks.get(from, unseen -> new NetworkLoginLimiter());
    }
}
