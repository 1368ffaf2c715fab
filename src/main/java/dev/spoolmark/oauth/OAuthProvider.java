package dev.spoolmark.oauth;

import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.Applications;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.account.deletion.UserRows;
import dev.spoolmark.db.Database;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;

/// The OAuth 2 provider: its parts share the tokens.
public record OAuthProvider(
        OAuthApplications applications,
        AuthorizationCodes codes,
        DeviceCodes devices,
        OAuthTokens tokens,
        PersonalTokens personalTokens,
        OAuthMaintenance maintenance) {

    /// @param acceptUnknown whether applications are accepted that are not registered
    public static OAuthProvider over(
            Database database,
            InstantSource clock,
            Accounts accounts,
            Applications keys,
            TokenLifetimes lifetimes,
            BooleanSupplier acceptUnknown) {
        OAuthApplications applications = new OAuthApplications(database, clock, accounts, keys, acceptUnknown);
        OAuthTokens tokens = new OAuthTokens(database, clock, accounts, keys, applications, lifetimes);
        return new OAuthProvider(
                applications,
                new AuthorizationCodes(database, clock, accounts, applications, tokens),
                new DeviceCodes(database, clock, accounts, applications, tokens),
                tokens,
                new PersonalTokens(database, clock, tokens),
                new OAuthMaintenance(database, clock));
    }

    /// What a deleted account leaves in the tables of this feature.
    public static List<UserDataEraser> erasers() {
        return List.of(
                UserRows.of("oauth_token", "token_hash"),
                UserRows.of("oauth_grant", "grant_id"),
                UserRows.of("oauth_code", "code_hash"),
                UserRows.of("oauth_device_code", "device_hash"),
                new OwnedApplicationEraser());
    }
}
