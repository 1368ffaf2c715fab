package dev.spoolmark.oauth;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.AccountDefaults;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.ApiKeyPolicy;
import dev.spoolmark.account.Applications;
import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.FastHasher;
import dev.spoolmark.account.MutableClock;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.Registration;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.audit.AuditEntry;
import dev.spoolmark.account.auth.CommonPasswords;
import dev.spoolmark.core.Secret;
import dev.spoolmark.core.Sha256;
import dev.spoolmark.db.Database;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/// One node with a user and an application. Several fixtures on one database are several nodes.
final class OAuthFixture {

    static final String ISSUER = "https://tv.example.org";
    static final String CALLBACK = "https://client.example/callback";
    static final Actor PAGE = Actor.OPERATOR;
    static final InetAddress HERE = InetAddress.ofLiteral("192.0.2.1");
    static final String UNKNOWN = "ab".repeat(32);
    static final String VERIFIER = "verifier-of-the-code-that-has-43-characters";

    final MutableClock clock;
    final Database database;
    final Accounts accounts;
    final Applications keys;
    final OAuthProvider oauth;

    OAuthFixture(Database database, MutableClock clock) {
        this(database, clock, true);
    }

    OAuthFixture(Database database, MutableClock clock, boolean acceptUnknown) {
        this.database = database;
        this.clock = clock;
        accounts = new Accounts(
                database,
                clock,
                new AccountDefaults(Registration.CLOSED, true, ZoneOffset.UTC),
                FastHasher.hash(),
                new CommonPasswords(Optional.empty()));
        keys = new Applications(database, clock, ApiKeyPolicy.ANY);
        oauth = OAuthProvider.over(database, clock, accounts, keys, TokenLifetimes.DEFAULT, () -> acceptUnknown);
    }

    Account user(String name) {
        return accounts.create(new NewAccount(
                        name, null, Secret.sha1Of("tr4vel-by-Night-train"), false, CreationOrigin.OPERATOR))
                .account();
    }

    RegisteredApplication confidential(String... redirectUris) {
        return oauth.applications().register("Player", List.of(redirectUris), true, null, PAGE);
    }

    RegisteredApplication publicApplication() {
        return oauth.applications().register("App", List.of(CALLBACK), false, null, PAGE);
    }

    AuthenticatedClient client(RegisteredApplication application) {
        return oauth.applications()
                .authenticate(application.application().clientId(), application.clientSecret(), HERE);
    }

    /// The client of an application that is not registered.
    AuthenticatedClient unknownClient(@Nullable String secret) {
        return oauth.applications().authenticate(UNKNOWN, secret == null ? null : Secret.ofText(secret), HERE);
    }

    static Map<String, String> query(String clientId, String redirectUri, String... more) {
        Map<String, String> query =
                new HashMap<>(Map.of("response_type", "code", "client_id", clientId, "redirect_uri", redirectUri));
        for (int i = 0; i < more.length; i += 2) {
            query.put(more[i], more[i + 1]);
        }
        return query;
    }

    AuthorizationRequest request(String clientId, String redirectUri, String... more) {
        AuthorizationCheck check = oauth.codes().check(query(clientId, redirectUri, more), ISSUER);
        if (check instanceof AuthorizationCheck.Accepted(AuthorizationRequest request)) {
            return request;
        }
        throw new AssertionError(check.toString());
    }

    /// The code of a request that the user approves.
    Secret approve(AuthorizationRequest request, Account user) {
        return switch (oauth.codes().approve(request, user, ISSUER)) {
            case AuthorizationResponse.ShownCode(Secret code) -> code;
            case AuthorizationResponse.Redirect(String location) -> Secret.ofText(parameter(location, "code"));
            case AuthorizationResponse.ShownDenial _ -> throw new AssertionError("denied");
        };
    }

    IssuedTokens exchange(AuthenticatedClient client, Secret code) {
        return oauth.codes().exchange(client, code, CALLBACK, null, HERE);
    }

    /// Connects a registered application to a user.
    IssuedTokens connect(RegisteredApplication application, Account user) {
        return exchange(
                client(application), approve(request(application.application().clientId(), CALLBACK), user));
    }

    IssuedTokens refresh(RegisteredApplication application, IssuedTokens tokens) {
        return oauth.tokens().refresh(client(application), tokens.refreshToken(), HERE);
    }

    boolean isValid(IssuedTokens tokens) {
        return oauth.tokens().find(tokens.accessToken()).isPresent();
    }

    List<String> audited(Account user) {
        return accounts.audit().newestAbout(user.id().value(), 100).stream()
                .map(AuditEntry::action)
                .toList();
    }

    static OAuthError errorOf(ThrowingCallable call) {
        return Objects.requireNonNull(catchThrowableOfType(OAuthException.class, call), "it was accepted")
                .error();
    }

    static String challenge(String verifier) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Sha256.newDigest().digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    }

    static String parameter(String location, String name) {
        for (String pair : location.substring(location.indexOf('?') + 1).split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        throw new AssertionError("no " + name + " in " + location);
    }
}
