package dev.spoolmark.app.config;

import dev.spoolmark.account.ApiKeyPolicy;
import dev.spoolmark.account.Registration;
import dev.spoolmark.app.UserErrorException;
import dev.spoolmark.core.CidrSet;
import dev.spoolmark.core.Secret;
import dev.spoolmark.http.client.PrivateAddressAllowlist;
import dev.spoolmark.mail.SmtpSettings;
import dev.spoolmark.metadata.SourceName;
import dev.spoolmark.oauth.TokenLifetimes;
import dev.spoolmark.openid.OpenIdSettings;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The parsed configuration, one record per concern. `raw` are the settings it was parsed from. Keys, defaults and
/// descriptions are in [Settings].
public record Configuration(
        Listening listening,
        Users users,
        Passwords passwords,
        DatabaseSettings database,
        Limits limits,
        boolean provisional,
        Sources sources,
        Optional<Path> imdbFolder,
        long imageDiskBytes,
        Optional<Administrator> administrator,
        OAuth oauth,
        Optional<SmtpSettings> mail,
        Optional<OpenIdSettings> openId,
        ProxySignIn proxySignIn,
        RawSettings raw) {

    /// Addresses, hosts, proxies and origins.
    public record Listening(
            String host,
            int port,
            @Nullable URI publicUrl,
            List<String> allowedHosts,
            CidrSet trustedProxies,
            CidrSet trustedNetworks,
            List<String> corsOrigins,
            boolean accessLog,
            Optional<InetSocketAddress> metrics) {

        public Listening {
            allowedHosts = List.copyOf(allowedHosts);
            corsOrigins = List.copyOf(corsOrigins);
        }
    }

    /// Registration, API keys and defaults of new users.
    public record Users(Registration registration, DefaultPrivacy privacy, ApiKeyPolicy keys, ZoneId timeZone) {

        public boolean protectedByDefault() {
            return privacy.isProtected(registration);
        }
    }

    /// The first administrator of a server without accounts.
    ///
    /// @param password as it is typed, in UTF-8
    public record Administrator(String name, Secret password) {}

    /// Sign-in by a header field of a reverse proxy.
    ///
    /// @param header empty for none
    public record ProxySignIn(String header, CidrSet networks, boolean create) {}

    /// OAuth 2 provider.
    ///
    /// @param unknownApplications whether applications are accepted that are not registered
    public record OAuth(TokenLifetimes lifetimes, UnknownApplications unknownApplications) {}

    /// Cost of password hashing, forbidden passwords, and where a password is not sufficient.
    public record Passwords(
            int memory,
            int iterations,
            @Nullable Path commonFile,
            boolean onV1,
            boolean secondFactorForAdministrators) {}

    /// The PostgreSQL server, if any.
    public record DatabaseSettings(
            @Nullable String url, String user, Secret password, int connections, int prepareThreshold) {}

    /// Metadata sources.
    public record Sources(Access tvmaze, Access tmdb, Access tvdb) {

        /// Access to one source.
        ///
        /// @param key empty if there is none
        public record Access(boolean enabled, URI url, Secret key, PrivateAddressAllowlist allowed) {

            /// For a source that requires a key.
            public boolean isUsable() {
                return enabled && key.reveal().length > 0;
            }
        }
    }

    /// Limits for all clients.
    public record Limits(int concurrent, int queue, int connections, long bodyMemory, boolean perUser) {}

    /// All values for the data directory `data`, lowest precedence first.
    public static RawSettings read(Path data, Map<String, String> environment, RawSettings flags) {
        return SettingSources.file(data.resolve(SettingSources.FILE))
                .overriddenBy(SettingSources.environment(environment))
                .overriddenBy(flags);
    }

    /// @throws UserErrorException if a value is invalid
    public static Configuration of(RawSettings settings) {
        return new Configuration(
                listening(settings),
                users(settings),
                passwords(settings),
                database(settings),
                limits(settings),
                settings.get(SourceSettings.PROVISIONAL),
                sources(settings),
                settings.get(SourceSettings.IMDB_FOLDER),
                settings.get(LimitSettings.IMAGE_DISK),
                administrator(settings),
                oauth(settings),
                MailConfiguration.of(settings),
                openId(settings),
                proxySignIn(settings),
                settings);
    }

    private static Optional<Administrator> administrator(RawSettings settings) {
        Secret password = settings.get(PasswordSettings.ADMIN_PASSWORD);
        boolean hasPassword = password.reveal().length > 0;
        Optional<String> name = settings.get(PasswordSettings.ADMIN_USERNAME);
        if (name.isPresent() != hasPassword) {
            throw UserErrorException.of(
                    "admin.username and admin.password belong together: set both, or remove the one that is set");
        }
        return name.map(known -> new Administrator(known, password));
    }

    /// A command-line option: the highest precedence.
    public static RawSettings flag(Flag flag, @Nullable Object value) {
        return value == null ? RawSettings.empty() : SettingSources.flag(flag.key, flag.option, value.toString());
    }

    /// The settings with a command-line option.
    public enum Flag {
        HOST("--host", ListeningSettings.HOST.key()),
        PORT("--port", ListeningSettings.PORT.key()),
        DATABASE("--database", DatabaseServerSettings.DATABASE_URL.key());

        private final String option;
        private final String key;

        Flag(String option, String key) {
            this.option = option;
            this.key = key;
        }
    }

    private static Listening listening(RawSettings settings) {
        return new Listening(
                settings.get(ListeningSettings.HOST),
                settings.get(ListeningSettings.PORT),
                settings.get(ListeningSettings.PUBLIC_URL).orElse(null),
                settings.get(ListeningSettings.ALLOWED_HOSTS),
                CidrSet.of(settings.get(ListeningSettings.TRUSTED_PROXIES)),
                TrustedNetworks.of(
                        settings.get(ListeningSettings.TRUSTED_NETWORKS), settings.get(AccessSettings.REGISTRATION)),
                corsOrigins(settings.get(ListeningSettings.CORS_ORIGINS), settings.get(AccessSettings.REGISTRATION)),
                settings.get(ListeningSettings.ACCESS_LOG),
                settings.get(ListeningSettings.METRICS_LISTEN));
    }

    /// A web page opened in a home network must not read responses of its server, nor guess passwords.
    private static List<String> corsOrigins(List<String> origins, Registration registration) {
        return origins.isEmpty() && registration == Registration.OPEN ? List.of("*") : origins;
    }

    private static Users users(RawSettings settings) {
        return new Users(
                settings.get(AccessSettings.REGISTRATION),
                settings.get(AccessSettings.DEFAULT_PRIVACY),
                settings.get(AccessSettings.API_KEYS),
                settings.get(AccessSettings.TIME_ZONE));
    }

    private static OAuth oauth(RawSettings settings) {
        return new OAuth(
                new TokenLifetimes(
                        settings.get(AccessSettings.OAUTH_ACCESS_LIFETIME),
                        settings.get(AccessSettings.OAUTH_REFRESH_LIFETIME)),
                settings.get(AccessSettings.OAUTH_UNKNOWN_APPLICATIONS));
    }

    private static Optional<OpenIdSettings> openId(RawSettings settings) {
        Optional<String> client = settings.get(AccessSettings.OIDC_CLIENT_ID);
        return settings.get(AccessSettings.OIDC_ISSUER)
                .map(issuer -> new OpenIdSettings(
                        issuer,
                        client.orElseThrow(() -> UserErrorException.of(
                                "oidc.issuer needs oidc.client_id: set it, or remove oidc.issuer")),
                        settings.get(AccessSettings.OIDC_CLIENT_SECRET),
                        settings.get(AccessSettings.OIDC_SCOPES),
                        settings.get(AccessSettings.OIDC_NAME),
                        settings.get(AccessSettings.OIDC_AUTO_CREATE)));
    }

    private static ProxySignIn proxySignIn(RawSettings settings) {
        String header = settings.get(ListeningSettings.PROXY_USER_HEADER).orElse("");
        List<String> networks = settings.get(ListeningSettings.PROXY_USER_HEADER_NETWORKS);
        if (header.isEmpty() != networks.isEmpty()) {
            throw UserErrorException.of("proxies.user_header and proxies.user_header_networks belong together:"
                    + " set both, or remove the one that is set");
        }
        return new ProxySignIn(header, CidrSet.of(networks), settings.get(ListeningSettings.PROXY_USER_HEADER_CREATE));
    }

    private static Passwords passwords(RawSettings settings) {
        return new Passwords(
                settings.get(PasswordSettings.ARGON2_MEMORY),
                settings.get(PasswordSettings.ARGON2_ITERATIONS),
                settings.get(PasswordSettings.COMMON_PASSWORDS).orElse(null),
                settings.get(PasswordSettings.PASSWORDS_ON_V1),
                settings.get(PasswordSettings.SECOND_FACTOR_FOR_ADMINISTRATORS));
    }

    private static DatabaseSettings database(RawSettings settings) {
        return new DatabaseSettings(
                settings.get(DatabaseServerSettings.DATABASE_URL).orElse(null),
                settings.get(DatabaseServerSettings.DATABASE_USER),
                settings.get(DatabaseServerSettings.DATABASE_PASSWORD),
                settings.get(DatabaseServerSettings.DATABASE_POOL),
                settings.get(DatabaseServerSettings.PREPARE_THRESHOLD));
    }

    private static Sources sources(RawSettings settings) {
        List<String> inside = settings.get(SourceSettings.SOURCES_ALLOW_PRIVATE);
        return new Sources(
                new Sources.Access(
                        settings.get(SourceSettings.TVMAZE_ENABLED),
                        address(settings, SourceSettings.TVMAZE_URL),
                        Secret.of(new byte[0]),
                        PrivateSourceRule.of(inside, SourceName.TVMAZE)),
                new Sources.Access(
                        settings.get(SourceSettings.TMDB_ENABLED),
                        address(settings, SourceSettings.TMDB_URL),
                        settings.get(SourceSettings.TMDB_TOKEN),
                        PrivateSourceRule.of(inside, SourceName.TMDB)),
                new Sources.Access(
                        settings.get(SourceSettings.TVDB_ENABLED),
                        address(settings, SourceSettings.TVDB_URL),
                        settings.get(SourceSettings.TVDB_KEY),
                        PrivateSourceRule.of(inside, SourceName.TVDB)));
    }

    /// An empty URL means the default one.
    private static URI address(RawSettings settings, Setting<Optional<URI>> setting) {
        return settings.get(setting).orElseGet(() -> URI.create(setting.defaultValue()));
    }

    private static Limits limits(RawSettings settings) {
        return new Limits(
                settings.get(LimitSettings.CONCURRENT),
                settings.get(LimitSettings.QUEUE),
                settings.get(LimitSettings.CONNECTIONS),
                settings.get(LimitSettings.BODY_MEMORY),
                settings.get(LimitSettings.PER_USER).applies(settings.get(AccessSettings.REGISTRATION)));
    }
}
