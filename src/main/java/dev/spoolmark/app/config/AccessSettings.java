package dev.spoolmark.app.config;

import dev.spoolmark.account.ApiKeyPolicy;
import dev.spoolmark.account.Registration;
import dev.spoolmark.core.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Registration, API keys, OAuth and sign-in with an OpenID provider; defaults of new users.
final class AccessSettings {

    static final Setting<Registration> REGISTRATION = Setting.of(
            "registration",
            "closed",
            SettingParsers.enumValue(Registration.class),
            "Who may create an account. `open`: everyone. `invite`: on a page, with an invitation of an"
                    + " administrator. With `closed` and `invite`, only applications with the permission"
                    + " `account_create` create accounts through the API.");

    static final Setting<DefaultPrivacy> DEFAULT_PRIVACY = Setting.of(
            "default_privacy",
            "unset",
            SettingParsers.enumValue(DefaultPrivacy.class),
            "Whether new users are `public` or `protected`. `unset`: public if `registration` is `open`,"
                    + " otherwise protected.");

    static final Setting<ApiKeyPolicy> API_KEYS = Setting.of(
            "api_keys",
            "any",
            SettingParsers.enumValue(ApiKeyPolicy.class),
            "Which API keys are accepted: `any` key of 32 to 64 hexadecimal digits, because old clients"
                    + " have a fixed key built in, or only `registered` ones.");

    static final Setting<UnknownApplications> OAUTH_UNKNOWN_APPLICATIONS = Setting.of(
            "oauth.unknown_applications",
            "unset",
            SettingParsers.enumValue(UnknownApplications.class),
            "Whether users can connect applications that are not registered, because clients of Trakt have"
                    + " a fixed client id built in. `unset`: `off` if `registration` is `open`, otherwise `on`.");

    static final Setting<Duration> OAUTH_ACCESS_LIFETIME = Setting.of(
            "oauth.access_token_lifetime",
            "90d",
            SettingParsers.duration(Duration.ofHours(1), Duration.ofDays(366)),
            "How long access tokens of applications are valid, from `1h` to `366d`. Some clients refresh a"
                    + " token two days before it expires, so a short time means more requests.");

    static final Setting<Duration> OAUTH_REFRESH_LIFETIME = Setting.of(
            "oauth.refresh_token_lifetime",
            "365d",
            SettingParsers.duration(Duration.ofDays(1), Duration.ofDays(3_660)),
            "How long an application stays connected without refreshing its token, from `1d` to `3660d`.");

    static final Setting<Optional<URI>> OIDC_ISSUER = Setting.of(
            "oidc.issuer",
            "",
            SettingParsers::issuer,
            "Issuer URL of an OpenID provider at which users can sign in, such as `https://auth.example.org` or"
                    + " `https://sso.example.org/realms/home`. If unset, users sign in with a password only.");

    static final Setting<Optional<String>> OIDC_CLIENT_ID = Setting.of(
            "oidc.client_id", "", SettingParsers::optional, "Client id of this server at the OpenID provider.");

    static final Setting<Secret> OIDC_CLIENT_SECRET = Setting.secret(
            "oidc.client_secret",
            SettingParsers::secret,
            "Client secret of this server at the OpenID provider. Alternatively"
                    + " `SPOOLMARK_OIDC_CLIENT_SECRET_FILE` names a file that contains it. Unset for a public client.");

    static final Setting<List<String>> OIDC_SCOPES = Setting.of(
            "oidc.scopes",
            "openid,profile",
            SettingParsers::scopes,
            "Scopes that are requested from the OpenID provider, separated by commas. `openid` is always requested.");

    static final Setting<String> OIDC_NAME = Setting.of(
            "oidc.name",
            "OpenID",
            SettingParsers::displayName,
            "Name of the OpenID provider on the sign-in page, at most 60 characters.");

    static final Setting<Boolean> OIDC_AUTO_CREATE = Setting.of(
            "oidc.auto_create",
            "off",
            SettingParsers::onOff,
            "Whether a user of the OpenID provider without an account here gets one at the first sign-in, whatever"
                    + " `registration` is. With `off`, users link the provider in their security settings first.");

    static final Setting<ZoneId> TIME_ZONE = Setting.of(
            "time_zone",
            "",
            SettingParsers::zone,
            "The time zone of new users, such as `Europe/Berlin`. If unset, the time zone of the machine.");

    static final List<Setting<?>> ALL = List.of(
            REGISTRATION,
            DEFAULT_PRIVACY,
            API_KEYS,
            OAUTH_UNKNOWN_APPLICATIONS,
            OAUTH_ACCESS_LIFETIME,
            OAUTH_REFRESH_LIFETIME,
            OIDC_ISSUER,
            OIDC_CLIENT_ID,
            OIDC_CLIENT_SECRET,
            OIDC_SCOPES,
            OIDC_NAME,
            OIDC_AUTO_CREATE,
            TIME_ZONE);

    private AccessSettings() {}
}
