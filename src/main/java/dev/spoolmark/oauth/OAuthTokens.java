package dev.spoolmark.oauth;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.Application;
import dev.spoolmark.account.Applications;
import dev.spoolmark.account.Permission;
import dev.spoolmark.account.UserId;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.audit.Audit;
import dev.spoolmark.account.audit.AuditAction;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import dev.spoolmark.oauth.TokenCache.CachedToken;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Access and refresh tokens (`docs/security.md#sec-t3`): opaque, stored as SHA-256, grouped by the grant that
/// they belong to. A change of the password or of the state of the account invalidates all tokens of the user.
public final class OAuthTokens {

    private final Database database;
    private final InstantSource clock;
    private final Accounts accounts;
    private final Applications keys;
    private final OAuthApplications applications;
    private final TokenWriter writer;
    private final TokenCache cache;
    private final LastUse lastUse;
    private final RefusalLog refusals;
    private final Audit audit;

    OAuthTokens(
            Database database,
            InstantSource clock,
            Accounts accounts,
            Applications keys,
            OAuthApplications applications,
            TokenLifetimes lifetimes) {
        this.database = database;
        this.clock = clock;
        this.accounts = accounts;
        this.keys = keys;
        this.applications = applications;
        this.writer = new TokenWriter(clock, lifetimes);
        this.cache = new TokenCache(database, clock);
        this.lastUse = new LastUse(database, clock);
        this.refusals = new RefusalLog(accounts.attempts());
        this.audit = accounts.audit();
    }

    /// What an access token or a personal access token stands for. Empty when it is unknown, expired or revoked,
    /// when the credentials of the user changed since, or when the application is blocked. A revocation on
    /// another node takes effect within 5 s.
    public Optional<AccessGrant> find(Secret token) {
        String text = token.revealText();
        if (!TokenFormat.isToken(text, TokenFormat.ACCESS) && !TokenFormat.isToken(text, TokenFormat.PERSONAL)) {
            return Optional.empty();
        }
        return cache.find(TokenFormat.hash(token))
                .filter(found -> !found.token().isExpired(clock.instant()))
                .flatMap(this::access);
    }

    private Optional<AccessGrant> access(CachedToken found) {
        StoredGrant grant = found.grant();
        Optional<Account> user = live(grant);
        Optional<Application> application = grant.clientId() == null ? Optional.empty() : identify(grant.clientId());
        if (user.isEmpty() || (!grant.isPersonal() && application.isEmpty())) {
            return Optional.empty();
        }
        lastUse.note(grant);
        Set<Permission> scopes = application
                .map(known -> Scopes.intersection(grant.scopes(), known.permissions()))
                .orElse(grant.scopes());
        return Optional.of(new AccessGrant(user.get(), application.orElse(null), scopes, grant.id()));
    }

    /// The user of a grant, unless it died with a credential.
    private Optional<Account> live(StoredGrant grant) {
        return accounts.find(grant.user()).filter(account -> account.credVersion() == grant.credVersion());
    }

    private Optional<Application> identify(String clientId) {
        try {
            return Optional.of(keys.identify(clientId));
        } catch (ProblemException blocked) {
            if (blocked.problem() instanceof Problem.UnknownKey) {
                return Optional.empty();
            }
            throw blocked;
        }
    }

    /// Exchanges a refresh token for new tokens. The same refresh token gives the same new tokens for 60 s,
    /// since the response may be lost or two threads of the client may refresh at once; after that it revokes
    /// its grant.
    ///
    /// @throws OAuthException with `INVALID_GRANT`
    public IssuedTokens refresh(AuthenticatedClient client, Secret refreshToken, InetAddress from) {
        CachedToken presented = presented(client, refreshToken, from);
        StoredGrant grant = presented.grant();
        String nonce = TokenFormat.newHex();
        Optional<IssuedTokens> tokens = database.write(tx -> {
            Optional<IssuedTokens> rotated = writer.rotate(tx, presented.token(), refreshToken, nonce);
            if (rotated.isPresent()) {
                applications.saveFirstUse(tx, client);
            } else {
                revoke(tx, grant, Actor.client(from), "refresh token used twice");
            }
            return rotated;
        });
        if (tokens.isEmpty()) {
            cache.invalidate(grant.id());
        }
        return tokens.orElseThrow(() -> refusals.refused(grant.user(), from, "the refresh token was used before"));
    }

    private CachedToken presented(AuthenticatedClient client, Secret refreshToken, InetAddress from) {
        CachedToken found = lookUp(refreshToken)
                .filter(cached -> cached.token().refresh())
                .orElseThrow(() -> refusals.refused(null, from, "the refresh token is unknown or revoked"));
        StoredGrant grant = found.grant();
        boolean own = client.clientId().equals(grant.clientId());
        if (!own || found.token().isExpired(clock.instant()) || live(grant).isEmpty()) {
            throw refusals.refused(grant.user(), from, "the refresh token is expired or of another client");
        }
        return found;
    }

    private Optional<CachedToken> lookUp(Secret token) {
        String hash = TokenFormat.hash(token);
        return database.read(tx -> OAuthTokenStore.find(tx, hash)
                .flatMap(stored -> OAuthGrantStore.find(tx, stored.user(), stored.grant())
                        .map(grant -> new CachedToken(stored, grant))));
    }

    /// Revokes the grant of an access or refresh token (RFC 7009). Nothing happens for an unknown token, or one of
    /// another client.
    ///
    /// @param client null when the caller presents nothing but the token
    public void revoke(@Nullable AuthenticatedClient client, Secret token, Actor by) {
        lookUp(token)
                .map(CachedToken::grant)
                .filter(grant -> client == null || client.clientId().equals(grant.clientId()))
                .ifPresent(grant -> revoke(grant.user(), grant.id(), by));
    }

    /// Revokes one grant of a user: a connected application or a personal access token.
    ///
    /// @return whether there was one
    public boolean revoke(UserId user, GrantId id, Actor by) {
        boolean revoked = database.write(tx -> {
            Optional<StoredGrant> grant = OAuthGrantStore.find(tx, user, id);
            grant.ifPresent(known -> revoke(tx, known, by, ""));
            return grant.isPresent();
        });
        cache.invalidate(id);
        return revoked;
    }

    /// Revokes everything that a user granted.
    public void revokeAll(UserId user, Actor by) {
        database.write(tx -> {
            OAuthTokenStore.deleteAllOf(tx, user);
            audit.note(tx, AuditAction.TOKEN_REVOKED, user.value(), by, "all");
            return OAuthGrantStore.deleteAllOf(tx, user);
        });
        cache.invalidate(user);
    }

    /// Revokes what users granted to an application.
    public void revokeAll(OAuthApplication application, Actor by) {
        database.write(tx -> revokeAll(tx, application, by));
        cache.invalidate(application.clientId());
    }

    private int revokeAll(Tx tx, OAuthApplication application, Actor by) {
        OAuthTokenStore.deleteAllOf(tx, application.clientId());
        audit.note(tx, AuditAction.TOKEN_REVOKED, Audit.NOBODY, by, "all of " + application.application());
        return OAuthGrantStore.deleteAllOf(tx, application.clientId());
    }

    /// Revokes what users granted to an application and deletes its registration.
    public void deleteApplication(OAuthApplication application, Actor by) {
        database.write(tx -> {
            applications.delete(tx, application, by);
            return revokeAll(tx, application, by);
        });
        cache.invalidate(application.clientId());
    }

    /// The applications that a user connected, the newest first.
    public List<ConnectedApplication> connected(Account user) {
        List<StoredGrant> grants = database.read(tx -> OAuthGrantStore.of(tx, user.id())).stream()
                .filter(grant -> grant.clientId() != null && isLive(grant, user))
                .toList();
        Map<String, Applications.Stored> names = keys.all(
                grants.stream().map(grant -> String.valueOf(grant.clientId())).toList());
        return grants.stream()
                .map(grant -> new ConnectedApplication(
                        grant,
                        Optional.ofNullable(names.get(String.valueOf(grant.clientId())))
                                .map(Applications.Stored::application)))
                .toList();
    }

    boolean isLive(StoredGrant grant, Account user) {
        return grant.credVersion() == user.credVersion() && !grant.isExpired(clock.instant());
    }

    /// Makes a grant and its first tokens, for a code that a user approved.
    TokenWriter.NewGrant issue(
            Tx tx, AuthenticatedClient client, UserId user, long credVersion, Set<Permission> scopes, Actor by) {
        applications.saveFirstUse(tx, client);
        audit.note(
                tx,
                AuditAction.TOKEN_ISSUED,
                user.value(),
                by,
                client.application().toString());
        return writer.grant(tx, user, credVersion, client.clientId(), scopes);
    }

    void revoke(Tx tx, StoredGrant grant, Actor by, String reason) {
        OAuthTokenStore.deleteOf(tx, grant.user(), grant.id());
        if (OAuthGrantStore.delete(tx, grant.user(), grant.id()) == 1) {
            audit.note(tx, AuditAction.TOKEN_REVOKED, grant.user().value(), by, reason);
        }
    }

    TokenWriter writer() {
        return writer;
    }

    void invalidate(GrantId grant) {
        cache.invalidate(grant);
    }
}
