package dev.spoolmark.openid;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.UserId;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.audit.Audit;
import dev.spoolmark.account.audit.AuditAction;
import dev.spoolmark.core.ClientNetwork;
import dev.spoolmark.core.ClockSkew;
import dev.spoolmark.core.KeyedRateLimiter;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.RateLimit;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Database;
import dev.spoolmark.http.client.UpstreamClientFactory;
import dev.spoolmark.openid.OpenIdException.Reason;
import java.net.InetAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Sign-in with the OpenID provider of the operator (`docs/security.md#openid`): the authorization code flow of OpenID
/// Connect Core 1.0 with PKCE.
///
/// Each method may wait for the provider, at most 30 s, so callers release what others need.
public final class OpenIdSignIn implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(OpenIdSignIn.class.getName());

    private static final Duration REQUEST_TIME = Duration.ofMinutes(10);

    /// How recently the user must have signed in at the provider to confirm something sensitive.
    private static final Duration RECENT = Duration.ofMinutes(5);

    private static final RateLimit STARTS = new RateLimit(20, Duration.ofSeconds(3));
    private static final int RANDOM_BYTES = 32;
    private static final int LONGEST_PARAMETER = 4_096;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final OpenIdSettings settings;
    private final OpenIdProvider provider;
    private final OpenIdIdentities identities;
    private final Database database;
    private final Accounts accounts;
    private final InstantSource clock;
    private final KeyedRateLimiter<ClientNetwork> starts;

    public OpenIdSignIn(
            OpenIdSettings settings,
            Database database,
            Accounts accounts,
            UpstreamClientFactory clients,
            InstantSource clock) {
        this.settings = settings;
        this.provider = new OpenIdProvider(settings, clients, clock);
        this.identities =
                new OpenIdIdentities(database, accounts, settings.issuer().toString(), clock);
        this.database = database;
        this.accounts = accounts;
        this.clock = clock;
        this.starts = new KeyedRateLimiter<>(STARTS, clock);
    }

    /// The name of the provider on pages.
    public String name() {
        return settings.name();
    }

    public OpenIdIdentities identities() {
        return identities;
    }

    /// Starts a request. One with a form replaces an earlier one of this user.
    ///
    /// @param user who links or confirms, null to sign in
    /// @param nextPath where the browser continues, a path of this server
    /// @param redirectUri where the provider sends the browser back
    /// @throws ProblemException with [Problem.Overloaded] after too many starts from one network
    /// @throws OpenIdException with `UNAVAILABLE` if the provider cannot be reached
    public SignInStart start(
            SignInPurpose purpose, @Nullable Account user, String nextPath, String redirectUri, InetAddress client) {
        Duration wait = starts.tryAcquire(ClientNetwork.of(client));
        if (wait.isPositive()) {
            throw new ProblemException(new Problem.Overloaded(wait));
        }
        ProviderMetadata metadata = logged(provider::metadata);
        RequestSecrets secrets = new RequestSecrets(random(), Secret.ofText(random()));
        Instant now = clock.instant();
        OpenRequest request = new OpenRequest(
                secrets.stateHash(),
                secrets.browserHash(),
                purpose,
                user == null ? OpenRequest.NOBODY : user.id(),
                nextPath,
                redirectUri,
                now);
        database.write(tx -> {
            OpenRequestStore.deleteBefore(tx, now.minus(REQUEST_TIME));
            if (purpose == SignInPurpose.CONFIRM_FORM) {
                OpenRequestStore.deleteForms(tx, request.user());
            }
            OpenRequestStore.insert(tx, request);
            return request;
        });
        URI address = AuthorizationUri.of(metadata, settings, request, secrets);
        return new SignInStart(address, secrets.browser());
    }

    /// Completes a request with the response of the provider. A user who signs in still needs the second factor.
    ///
    /// @param browser the cookie of the browser, of any form
    /// @param signedIn who has a session, null if nobody
    /// @throws OpenIdException if nothing was proved
    public VerifiedSignIn complete(
            AuthorizationResult result, Optional<String> browser, @Nullable Account signedIn, InetAddress client) {
        try {
            return logged(() -> verify(result, browser, signedIn, Actor.web(client)));
        } catch (OpenIdException failed) {
            if (failed.reason() != Reason.UNAVAILABLE) {
                accounts.attempts().count(AuditAction.SIGN_IN_FAILED, Audit.NOBODY, Actor.web(client));
            }
            throw failed;
        }
    }

    private VerifiedSignIn verify(
            AuthorizationResult result, Optional<String> browser, @Nullable Account signedIn, Actor by) {
        RequestSecrets secrets = new RequestSecrets(limited(result.state()), Secret.ofText(limited(browser)));
        OpenRequest request = take(secrets);
        try {
            Account account = verify(request, secrets, result, signedIn, by);
            return new VerifiedSignIn(request.purpose(), account, request.nextPath());
        } catch (OpenIdException failed) {
            throw failed.during(request.purpose());
        }
    }

    private Account verify(
            OpenRequest request,
            RequestSecrets secrets,
            AuthorizationResult result,
            @Nullable Account signedIn,
            Actor by) {
        if (!request.createdAt().isAfter(clock.instant().minus(REQUEST_TIME))) {
            throw expired();
        }
        checkIssuer(result);
        if (result.error().isPresent() || result.code().isEmpty()) {
            throw new OpenIdException(Reason.DENIED, "the provider declined");
        }
        checkUser(request, signedIn);
        Identity identity = provider.exchange(limited(result.code()), secrets, request.redirectUri());
        return switch (request.purpose()) {
            case SIGN_IN -> signIn(identity, by);
            case LINK -> link(identity, signedIn, by);
            case CONFIRM, CONFIRM_FORM -> confirm(identity, signedIn);
        };
    }

    private OpenRequest take(RequestSecrets secrets) {
        return database.write(tx -> OpenRequestStore.take(tx, secrets.stateHash(), secrets.browserHash()))
                .orElseThrow(OpenIdSignIn::expired);
    }

    private static OpenIdException expired() {
        return new OpenIdException(Reason.EXPIRED, "no open request of this browser");
    }

    private void checkIssuer(AuthorizationResult result) {
        ProviderMetadata metadata = provider.metadata();
        boolean valid = result.issuer().map(metadata.issuer()::equals).orElse(!metadata.namesIssuer());
        if (!valid) {
            throw OpenIdException.rejected("the response is of another issuer");
        }
    }

    private static void checkUser(OpenRequest request, @Nullable Account signedIn) {
        if (request.purpose() != SignInPurpose.SIGN_IN
                && (signedIn == null || !signedIn.id().equals(request.user()))) {
            throw otherUser();
        }
    }

    private Account signIn(Identity identity, Actor by) {
        Optional<UserId> owner = identities.owner(identity);
        if (owner.isPresent()) {
            return accounts.find(owner.get())
                    .orElseThrow(() -> new OpenIdException(Reason.DISABLED, "the account is disabled"));
        }
        if (!settings.autoCreate() || accounts.isEmpty()) {
            throw new OpenIdException(Reason.UNKNOWN_USER, "no account is linked");
        }
        return identities.create(AccountProposal.of(identity), identity, by);
    }

    private Account link(Identity identity, @Nullable Account signedIn, Actor by) {
        Account account = Optional.ofNullable(signedIn).orElseThrow(OpenIdSignIn::otherUser);
        identities.link(account, identity, by);
        return account;
    }

    private Account confirm(Identity identity, @Nullable Account signedIn) {
        Account account = Optional.ofNullable(signedIn)
                .filter(user ->
                        identities.owner(identity).filter(user.id()::equals).isPresent())
                .orElseThrow(OpenIdSignIn::otherUser);
        Instant oldest = clock.instant().minus(RECENT).minus(ClockSkew.TOLERANCE);
        if (identity.authenticatedAt().filter(oldest::isBefore).isEmpty()) {
            throw new OpenIdException(Reason.NOT_RECENT, "the provider did not ask the user to sign in again");
        }
        return account;
    }

    private static OpenIdException otherUser() {
        return new OpenIdException(Reason.OTHER_USER, "another user signed in");
    }

    private static String limited(Optional<String> parameter) {
        return parameter.filter(text -> text.length() <= LONGEST_PARAMETER).orElse("");
    }

    /// Logs what the operator has to correct.
    private static <T> T logged(Supplier<T> work) {
        try {
            return work.get();
        } catch (OpenIdException failed) {
            if (failed.reason() == Reason.UNAVAILABLE || failed.reason() == Reason.REJECTED) {
                LOG.log(System.Logger.Level.WARNING, () -> "OpenID sign-in failed: " + failed.getMessage());
            }
            throw failed;
        }
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Deletes requests whose time is over, with the forms in them. To be called every few minutes.
    public void purgeExpired() {
        Instant oldest = clock.instant().minus(REQUEST_TIME);
        database.write(tx -> OpenRequestStore.deleteBefore(tx, oldest));
    }

    @Override
    public void close() {
        provider.close();
    }
}
