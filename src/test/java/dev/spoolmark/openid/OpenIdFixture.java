package dev.spoolmark.openid;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.AccountDefaults;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.CountingHasher;
import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.MutableClock;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.Registration;
import dev.spoolmark.account.auth.CommonPasswords;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Database;
import dev.spoolmark.http.UrlDecoder;
import dev.spoolmark.http.client.UpstreamClientFactory;
import dev.spoolmark.openid.OpenIdException.Reason;
import java.net.InetAddress;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The feature over a database, a provider, and a browser.
final class OpenIdFixture implements AutoCloseable {

    static final InetAddress HOME = InetAddress.ofLiteral("192.168.1.7");
    static final String REDIRECT = "http://tv.home/signin/openid/callback";

    final MutableClock clock = new MutableClock();
    final TestOpenIdProvider provider = new TestOpenIdProvider(clock);
    final Database database;
    final Accounts accounts;
    OpenIdSignIn signIn;

    OpenIdFixture(Database database) {
        this.database = database;
        accounts = new Accounts(
                database,
                clock,
                new AccountDefaults(Registration.CLOSED, true, ZoneOffset.UTC),
                new CountingHasher(1),
                new CommonPasswords(Optional.empty()));
        signIn = signIn(false, TestOpenIdProvider.CLIENT_SECRET);
    }

    OpenIdFixture creating() {
        signIn.close();
        signIn = signIn(true, TestOpenIdProvider.CLIENT_SECRET);
        return this;
    }

    OpenIdSignIn signIn(boolean autoCreate, String secret) {
        OpenIdSettings settings = new OpenIdSettings(
                URI.create(provider.issuer()),
                TestOpenIdProvider.CLIENT_ID,
                Secret.ofText(secret),
                List.of("openid", "profile"),
                "Home",
                autoCreate);
        return new OpenIdSignIn(settings, database, accounts, UpstreamClientFactory.of("1.2.3", clock), clock);
    }

    Account account(String name) {
        return accounts.create(new NewAccount(name, null, Secret.sha1Of("a password"), false, CreationOrigin.OPERATOR))
                .account();
    }

    SignInStart start(SignInPurpose purpose, @Nullable Account user) {
        return signIn.start(purpose, user, "/next", REDIRECT, HOME);
    }

    /// The parameters with which the provider sends this browser back.
    Map<String, String> authorize(SignInStart start) {
        return UrlDecoder.parseQuery(provider.authorize(start.authorization()).getRawQuery());
    }

    VerifiedSignIn complete(Map<String, String> parameters, Secret browser, @Nullable Account signedIn) {
        AuthorizationResult result = new AuthorizationResult(
                Optional.ofNullable(parameters.get("state")),
                Optional.ofNullable(parameters.get("code")),
                Optional.ofNullable(parameters.get("error")),
                Optional.ofNullable(parameters.get("iss")));
        return signIn.complete(result, Optional.of(browser.revealText()), signedIn, HOME);
    }

    /// The whole way.
    VerifiedSignIn run(SignInPurpose purpose, @Nullable Account user) {
        SignInStart start = start(purpose, user);
        return complete(authorize(start), start.browser(), user);
    }

    Account linked(String name) {
        Account account = account(name);
        run(SignInPurpose.LINK, account);
        return account;
    }

    /// Why the whole way fails.
    Reason failure(SignInPurpose purpose, @Nullable Account user) {
        return failure(() -> run(purpose, user));
    }

    static Reason failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        OpenIdException failed = catchThrowableOfType(OpenIdException.class, work);
        if (failed == null) {
            throw new AssertionError("nothing failed");
        }
        return failed.reason();
    }

    @Override
    public void close() {
        signIn.close();
        provider.close();
        database.close();
    }
}
