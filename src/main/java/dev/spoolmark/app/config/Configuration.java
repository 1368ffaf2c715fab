package dev.spoolmark.app.config;

import dev.spoolmark.account.ApiKeyPolicy;
import dev.spoolmark.account.Registration;
import dev.spoolmark.core.CidrSet;
import dev.spoolmark.core.Secret;
import dev.spoolmark.http.client.PrivateAddressAllowlist;
import dev.spoolmark.metadata.SourceName;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the operator decided, one record for each concern. Names, defaults and meanings stand in [Settings].
public record Configuration(
        Listening listening,
        People people,
        Passwords passwords,
        Store store,
        Limits limits,
        boolean provisional,
        Asking asking,
        Optional<Path> imdbFolder,
        long pictureDisk) {

    /// Where the server listens, and to whom.
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

    /// Who may join, with which programs, and how they begin.
    public record People(Registration registration, DefaultPrivacy privacy, ApiKeyPolicy keys, ZoneId timeZone) {

        public boolean protectedByDefault() {
            return privacy.isProtected(registration);
        }
    }

    /// What checking a password costs, and which ones strangers may not choose.
    public record Passwords(
            int memory, int iterations, @Nullable Path common) {}

    /// The PostgreSQL server, when there is one.
    public record Store(@Nullable String url, String user, Secret password, int connections, int prepareThreshold) {}

    /// Which sources are asked about what the catalogue does not know.
    public record Asking(Access tvmaze, Access tmdb, Access tvdb) {

        /// How one source is reached.
        ///
        /// @param key empty when there is none
        public record Access(boolean enabled, URI url, Secret key, PrivateAddressAllowlist allowed) {

            /// For a source that needs a key.
            public boolean isUsable() {
                return enabled && key.reveal().length > 0;
            }
        }
    }

    /// How much anyone may ask for at once.
    public record Limits(int concurrent, int queue, int connections, long bodyMemory, boolean perPerson) {}

    /// Everything that was given for the data in `data`, weakest first.
    public static RawSettings given(Path data, Map<String, String> environment, RawSettings flags) {
        return SettingSources.file(data.resolve(SettingSources.FILE))
                .and(SettingSources.environment(environment))
                .and(flags);
    }

    /// Refuses with a [UserErrorException] when a value is none that its setting can have.
    public static Configuration of(RawSettings settings) {
        return new Configuration(
                listening(settings),
                people(settings),
                passwords(settings),
                store(settings),
                limits(settings),
                settings.get(Settings.PROVISIONAL),
                asking(settings),
                settings.get(Settings.IMDB_FOLDER),
                settings.get(Settings.PICTURE_DISK));
    }

    /// A flag of the command line: the strongest source.
    public static RawSettings flag(Flag flag, @Nullable Object value) {
        return value == null ? RawSettings.nothing() : SettingSources.flag(flag.key, flag.option, value.toString());
    }

    /// The settings that have a flag.
    public enum Flag {
        HOST("--host", Settings.HOST.key()),
        PORT("--port", Settings.PORT.key()),
        DATABASE("--database", Settings.DATABASE_URL.key());

        private final String option;
        private final String key;

        Flag(String option, String key) {
            this.option = option;
            this.key = key;
        }
    }

    private static Listening listening(RawSettings settings) {
        return new Listening(
                settings.get(Settings.HOST),
                settings.get(Settings.PORT),
                settings.get(Settings.PUBLIC_URL).orElse(null),
                settings.get(Settings.ALLOWED_HOSTS),
                CidrSet.of(settings.get(Settings.TRUSTED_PROXIES)),
                TrustedNetworks.of(settings.get(Settings.TRUSTED_NETWORKS), settings.get(Settings.REGISTRATION)),
                corsOrigins(settings.get(Settings.CORS_ORIGINS), settings.get(Settings.REGISTRATION)),
                settings.get(Settings.ACCESS_LOG),
                settings.get(Settings.METRICS_LISTEN));
    }

    /// A page that somebody at home opens must not read what their server says, nor try passwords there.
    private static List<String> corsOrigins(List<String> origins, Registration registration) {
        return origins.isEmpty() && registration == Registration.OPEN ? List.of("*") : origins;
    }

    private static People people(RawSettings settings) {
        return new People(
                settings.get(Settings.REGISTRATION),
                settings.get(Settings.DEFAULT_PRIVACY),
                settings.get(Settings.API_KEYS),
                settings.get(Settings.TIME_ZONE));
    }

    private static Passwords passwords(RawSettings settings) {
        return new Passwords(
                settings.get(Settings.ARGON2_MEMORY),
                settings.get(Settings.ARGON2_ITERATIONS),
                settings.get(Settings.COMMON_PASSWORDS).orElse(null));
    }

    private static Store store(RawSettings settings) {
        return new Store(
                settings.get(Settings.DATABASE_URL).orElse(null),
                settings.get(Settings.DATABASE_USER),
                settings.get(Settings.DATABASE_PASSWORD),
                settings.get(Settings.DATABASE_POOL),
                settings.get(Settings.PREPARE_THRESHOLD));
    }

    private static Asking asking(RawSettings settings) {
        List<String> inside = settings.get(Settings.SOURCES_ALLOW_PRIVATE);
        return new Asking(
                new Asking.Access(
                        settings.get(Settings.TVMAZE_ENABLED),
                        address(settings, Settings.TVMAZE_URL),
                        Secret.of(new byte[0]),
                        PrivateSourceRule.of(inside, SourceName.TVMAZE)),
                new Asking.Access(
                        settings.get(Settings.TMDB_ENABLED),
                        address(settings, Settings.TMDB_URL),
                        settings.get(Settings.TMDB_TOKEN),
                        PrivateSourceRule.of(inside, SourceName.TMDB)),
                new Asking.Access(
                        settings.get(Settings.TVDB_ENABLED),
                        address(settings, Settings.TVDB_URL),
                        settings.get(Settings.TVDB_KEY),
                        PrivateSourceRule.of(inside, SourceName.TVDB)));
    }

    /// An address that was emptied is the usual one.
    private static URI address(RawSettings settings, Setting<Optional<URI>> setting) {
        return settings.get(setting).orElseGet(() -> URI.create(setting.defaultValue()));
    }

    private static Limits limits(RawSettings settings) {
        return new Limits(
                settings.get(Settings.CONCURRENT),
                settings.get(Settings.QUEUE),
                settings.get(Settings.CONNECTIONS),
                settings.get(Settings.BODY_MEMORY),
                settings.get(Settings.PER_USER).applies(settings.get(Settings.REGISTRATION)));
    }
}
