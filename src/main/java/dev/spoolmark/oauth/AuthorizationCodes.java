package dev.spoolmark.oauth;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.core.ClientNetwork;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import dev.spoolmark.oauth.AuthorizationCodeStore.Code;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The authorization code grant (RFC 6749, 4.1), with PKCE and with codes that the user types (out of band).
public final class AuthorizationCodes {

    /// A user may type the code by hand.
    static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final int ATTEMPTS = 5;
    private static final int WRONG_CODES = 20;

    /// Of all networks together: a code that a user types has 32 random bits.
    private static final int WRONG_CODES_IN_ALL = 1_000;

    private final Database database;
    private final InstantSource clock;
    private final Accounts accounts;
    private final OAuthApplications applications;
    private final OAuthTokens tokens;
    private final AuthorizationRequests requests;
    private final RefusalLog refusals;
    private final GuessLimiter<ClientNetwork> networks;
    private final GuessLimiter<Boolean> everybody;

    AuthorizationCodes(
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
        this.requests = new AuthorizationRequests(applications);
        this.refusals = new RefusalLog(accounts.attempts());
        this.networks = new GuessLimiter<>(WRONG_CODES, LIFETIME, clock);
        this.everybody = new GuessLimiter<>(WRONG_CODES_IN_ALL, LIFETIME, clock);
    }

    /// Checks an authorization request, before the user is asked.
    ///
    /// @param query the members of its query
    /// @param issuer the public address of this server
    public AuthorizationCheck check(Map<String, String> query, String issuer) {
        return requests.check(query, issuer);
    }

    /// The user approves: makes a code for the application.
    ///
    /// @throws OAuthException when the application got another redirect address in the meantime
    public AuthorizationResponse approve(AuthorizationRequest request, Account user, String issuer) {
        String code = database.write(tx -> newCode(tx, request, user))
                .orElseThrow(() -> new OAuthException(
                        OAuthError.INVALID_REQUEST, "the redirect address is not one of the application"));
        applications.storeUnregistered(request.application().application());
        return request.isOutOfBand()
                ? new AuthorizationResponse.ShownCode(Secret.ofText(code))
                : new AuthorizationResponse.Redirect(RedirectLocation.withCode(request, code, issuer));
    }

    /// The user denies.
    public AuthorizationResponse deny(AuthorizationRequest request, String issuer) {
        if (request.isOutOfBand()) {
            return new AuthorizationResponse.ShownDenial();
        }
        OAuthException denied = new OAuthException(OAuthError.ACCESS_DENIED, "the user denied the request");
        return new AuthorizationResponse.Redirect(
                RedirectLocation.withError(request.redirectUri(), denied, request.state(), issuer));
    }

    /// A code that the user approved and has yet to type into the application. Codes of other users are not found,
    /// so that a link cannot show a user the code of another user.
    ///
    /// @return empty when the code is unknown, used, expired or of another user
    public Optional<OutOfBandCode> findShown(String code, Account user) {
        return database.read(tx -> AuthorizationCodeStore.findUnused(tx, TokenFormat.codeHash(code), clock.instant()))
                .filter(stored -> stored.user().equals(user.id())
                        && stored.credVersion() == user.credVersion()
                        && stored.redirectUri().equals(RedirectUris.OUT_OF_BAND))
                .flatMap(stored -> applications
                        .find(stored.clientId())
                        .map(application -> new OutOfBandCode(application, stored.expiresAt())));
    }

    private Optional<String> newCode(Tx tx, AuthorizationRequest request, Account user) {
        if (!applications.acceptRedirectUri(tx, request.application(), request.redirectUri())) {
            return Optional.empty();
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String code = request.isOutOfBand() ? TokenFormat.newShortCode() : TokenFormat.newLongCode();
            Code row = new Code(
                    TokenFormat.codeHash(code),
                    user.id(),
                    request.application().clientId(),
                    request.redirectUri(),
                    request.codeChallenge(),
                    request.scopes(),
                    user.credVersion(),
                    clock.instant().plus(LIFETIME),
                    null);
            if (AuthorizationCodeStore.insert(tx, row)) {
                return Optional.of(code);
            }
        }
        throw new IllegalStateException("no free authorization code was found");
    }

    /// Exchanges a code for tokens. A second use by the same client revokes what the first one issued.
    ///
    /// @param redirectUri as in the authorization request
    /// @param verifier of PKCE; null when none was sent
    /// @throws OAuthException with `INVALID_GRANT`, or `SLOW_DOWN` after too many wrong codes
    /// @throws ProblemException with `TooMany` when the user has 200 connected applications and tokens
    public IssuedTokens exchange(
            AuthenticatedClient client, Secret code, String redirectUri, @Nullable Secret verifier, InetAddress from) {
        GuessLimiter.Guess ofNetwork = networks.count(ClientNetwork.of(from));
        GuessLimiter.Guess ofAll = everybody.count(true);
        Code stored = database.read(tx -> AuthorizationCodeStore.find(tx, TokenFormat.codeHash(code.revealText())))
                .filter(found -> found.clientId().equals(client.clientId()))
                .orElseThrow(() -> refusals.refused(null, from, "the code is unknown or of another client"));
        check(client, stored, redirectUri, verifier, from);
        Optional<TokenWriter.NewGrant> issued = database.write(tx -> redeem(tx, client, stored, Actor.client(from)));
        if (issued.isEmpty()) {
            database.read(tx -> AuthorizationCodeStore.find(tx, stored.hash()))
                    .map(Code::grant)
                    .ifPresent(tokens::invalidate);
        }
        IssuedTokens pair = issued.map(TokenWriter.NewGrant::tokens)
                .orElseThrow(() -> refusals.refused(stored.user(), from, "the code is expired or was used before"));
        ofNetwork.recordSuccess();
        ofAll.recordSuccess();
        applications.storeUnregistered(client.application());
        return pair;
    }

    private void check(
            AuthenticatedClient client, Code stored, String redirectUri, @Nullable Secret verifier, InetAddress from) {
        if (!stored.redirectUri().equals(redirectUri)) {
            throw refusals.refused(stored.user(), from, "redirect_uri is not that of the authorization request");
        }
        if (!Pkce.matches(stored.codeChallenge(), verifier)) {
            throw refusals.refused(stored.user(), from, "code_verifier does not match");
        }
        if (stored.codeChallenge() == null && !client.hasSecret()) {
            throw refusals.refused(stored.user(), from, "a client without a secret needs PKCE");
        }
        boolean live = accounts.find(stored.user())
                .filter(user -> user.credVersion() == stored.credVersion())
                .isPresent();
        if (!live) {
            throw refusals.refused(stored.user(), from, "the user signed out or was disabled");
        }
    }

    /// @return empty when the code is expired or used; then what it was exchanged for is revoked
    private Optional<TokenWriter.NewGrant> redeem(Tx tx, AuthenticatedClient client, Code code, Actor by) {
        if (AuthorizationCodeStore.use(tx, code.hash(), clock.instant())) {
            TokenWriter.NewGrant grant = tokens.issue(tx, client, code.user(), code.credVersion(), code.scopes(), by);
            AuthorizationCodeStore.exchanged(tx, code.hash(), grant.id());
            return Optional.of(grant);
        }
        AuthorizationCodeStore.find(tx, code.hash())
                .map(Code::grant)
                .flatMap(grant -> OAuthGrantStore.find(tx, code.user(), grant))
                .ifPresent(grant -> tokens.revoke(tx, grant, by, "authorization code used twice"));
        return Optional.empty();
    }
}
