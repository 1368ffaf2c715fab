package dev.spoolmark.oauth;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Permission;
import dev.spoolmark.account.UserId;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/// Writes grants and tokens inside the transactions of others.
final class TokenWriter {

    /// Connected applications and personal access tokens together.
    static final int PER_USER = 200;

    /// How long a used refresh token returns the tokens that it was exchanged for.
    static final Duration GRACE = Duration.ofSeconds(60);

    /// How long an access token stays valid after a refresh: requests of other threads of the client still carry
    /// it.
    private static final Duration REPLACED_ACCESS = Duration.ofHours(1);

    /// Used refresh tokens that are kept of a grant, to notice their reuse.
    private static final int GENERATIONS = 100;

    private final InstantSource clock;
    private final TokenLifetimes lifetimes;

    TokenWriter(InstantSource clock, TokenLifetimes lifetimes) {
        this.clock = clock;
        this.lifetimes = lifetimes;
    }

    /// The tokens of a new grant, and its id.
    record NewGrant(GrantId id, IssuedTokens tokens) {}

    /// @throws ProblemException with `TooMany` above 200 grants of the user
    NewGrant grant(Tx tx, UserId user, long credVersion, String clientId, Set<Permission> scopes) {
        Instant now = now();
        checkQuota(tx, user, credVersion, now);
        GrantId id = newId(tx);
        Instant end = now.plus(longest());
        OAuthGrantStore.insert(tx, new StoredGrant(user, id, clientId, null, scopes, credVersion, now, end, null));
        Secret access = TokenFormat.newToken(TokenFormat.ACCESS);
        Secret refresh = TokenFormat.newToken(TokenFormat.REFRESH);
        insert(tx, user, id, 0, access, refresh, now);
        return new NewGrant(id, new IssuedTokens(access, refresh, now, lifetimes.access()));
    }

    /// A grant with one token that cannot be refreshed.
    StoredGrant personal(
            Tx tx, Account user, String name, Set<Permission> scopes, Optional<Instant> end, Secret token) {
        Instant now = now();
        checkQuota(tx, user.id(), user.credVersion(), now);
        StoredGrant grant = new StoredGrant(
                user.id(), newId(tx), null, name, scopes, user.credVersion(), now, end.orElse(null), null);
        OAuthGrantStore.insert(tx, grant);
        OAuthTokenStore.insert(
                tx,
                new StoredToken(
                        TokenFormat.hash(token), user.id(), grant.id(), false, 0, now, end.orElse(null), null, null));
        return grant;
    }

    /// Exchanges a refresh token for the next pair, or for the same pair again within 60 s.
    ///
    /// The pair of the next generation is derived from the presented token and a nonce that the database keeps
    /// for those 60 s, so that each node finds the same pair, and neither the database nor an old token alone
    /// gives it.
    ///
    /// @return empty when the token was used before that time
    Optional<IssuedTokens> rotate(Tx tx, StoredToken presented, Secret refreshToken, String nonce) {
        Instant now = now();
        if (OAuthTokenStore.use(tx, presented.hash(), nonce, now)) {
            Secret access = TokenFormat.derived(TokenFormat.ACCESS, refreshToken, nonce);
            Secret refresh = TokenFormat.derived(TokenFormat.REFRESH, refreshToken, nonce);
            UserId user = presented.user();
            GrantId grant = presented.grant();
            int generation = presented.generation();
            OAuthTokenStore.shortenAccess(tx, user, grant, generation, now.plus(REPLACED_ACCESS));
            OAuthTokenStore.deleteGenerationsBefore(tx, user, grant, generation - GENERATIONS);
            insert(tx, user, grant, generation + 1, access, refresh, now);
            OAuthGrantStore.extend(tx, user, grant, now.plus(longest()));
            return Optional.of(new IssuedTokens(access, refresh, now, lifetimes.access()));
        }
        return OAuthTokenStore.find(tx, presented.hash()).flatMap(used -> repeated(tx, used, refreshToken, now));
    }

    private static Optional<IssuedTokens> repeated(Tx tx, StoredToken used, Secret refreshToken, Instant now) {
        String nonce = used.successorNonce();
        Instant usedAt = used.usedAt();
        if (nonce == null || usedAt == null || !now.isBefore(usedAt.plus(GRACE))) {
            return Optional.empty();
        }
        Secret access = TokenFormat.derived(TokenFormat.ACCESS, refreshToken, nonce);
        Secret refresh = TokenFormat.derived(TokenFormat.REFRESH, refreshToken, nonce);
        return OAuthTokenStore.find(tx, TokenFormat.hash(access)).map(stored -> {
            Instant end = stored.expiresAt() == null ? now : stored.expiresAt();
            return new IssuedTokens(access, refresh, stored.createdAt(), Duration.between(stored.createdAt(), end));
        });
    }

    private void insert(Tx tx, UserId user, GrantId grant, int generation, Secret access, Secret refresh, Instant now) {
        OAuthTokenStore.insert(tx, token(access, user, grant, false, generation, now, lifetimes.access()));
        OAuthTokenStore.insert(tx, token(refresh, user, grant, true, generation, now, longest()));
    }

    private static StoredToken token(
            Secret text, UserId user, GrantId grant, boolean refresh, int generation, Instant now, Duration lifetime) {
        return new StoredToken(
                TokenFormat.hash(text), user, grant, refresh, generation, now, now.plus(lifetime), null, null);
    }

    /// A refresh token is valid for at least as long as the access token beside it.
    private Duration longest() {
        return lifetimes.refresh().compareTo(lifetimes.access()) > 0 ? lifetimes.refresh() : lifetimes.access();
    }

    private static void checkQuota(Tx tx, UserId user, long credVersion, Instant now) {
        if (OAuthGrantStore.count(tx, user, credVersion, now) >= PER_USER) {
            throw new ProblemException(new Problem.TooMany(PER_USER, "connected applications and tokens"));
        }
    }

    private static GrantId newId(Tx tx) {
        return new GrantId(tx.newId("oauth_grant"));
    }

    /// Clients count in whole seconds.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
