package dev.spoolmark.app;

import dev.spoolmark.account.KeyPolicy;
import dev.spoolmark.account.Registration;
import dev.spoolmark.kernel.Secret;
import dev.spoolmark.metadata.SourceName;
import dev.spoolmark.outgoing.PrivateAddresses;
import dev.spoolmark.wire.Networks;
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
            Networks trustedProxies,
            Networks trustedNetworks,
            List<String> corsOrigins,
            boolean accessLog,
            Optional<InetSocketAddress> metrics) {

        public Listening {
            allowedHosts = List.copyOf(allowedHosts);
            corsOrigins = List.copyOf(corsOrigins);
        }
    }

    /// Who may join, with which programs, and how they begin.
    public record People(Registration registration, DefaultPrivacy privacy, KeyPolicy keys, ZoneId timeZone) {

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
        public record Access(boolean enabled, URI url, Secret key, PrivateAddresses allowed) {

            /// For a source that needs a key.
            boolean isUsable() {
                return enabled && key.reveal().length > 0;
            }
        }
    }

    /// How much anyone may ask for at once.
    public record Limits(int concurrent, int queue, int connections, long bodyMemory, boolean perPerson) {}

    /// Everything that was given for the data in `data`, weakest first.
    public static Given given(Path data, Map<String, String> environment, Given flags) {
        return Sources.file(data.resolve(Sources.FILE))
                .and(Sources.environment(environment))
                .and(flags);
    }

    /// Refuses with a [Failure] when a value is none that its setting can have.
    public static Configuration of(Given given) {
        return new Configuration(
                listening(given),
                people(given),
                passwords(given),
                store(given),
                limits(given),
                given.get(Settings.PROVISIONAL),
                asking(given),
                given.get(Settings.IMDB_FOLDER),
                given.get(Settings.PICTURE_DISK));
    }

    /// A flag of the command line: the strongest source.
    public static Given flag(Flag flag, @Nullable Object value) {
        return value == null ? Given.nothing() : Sources.flag(flag.key, flag.option, value.toString());
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

    private static Listening listening(Given given) {
        return new Listening(
                given.get(Settings.HOST),
                given.get(Settings.PORT),
                given.get(Settings.PUBLIC_URL).orElse(null),
                given.get(Settings.ALLOWED_HOSTS),
                Networks.of(given.get(Settings.TRUSTED_PROXIES)),
                TrustedNetworks.of(given.get(Settings.TRUSTED_NETWORKS), given.get(Settings.REGISTRATION)),
                corsOrigins(given.get(Settings.CORS_ORIGINS), given.get(Settings.REGISTRATION)),
                given.get(Settings.ACCESS_LOG),
                given.get(Settings.METRICS_LISTEN));
    }

    /// A page that somebody at home opens must not read what their server says, nor try passwords there.
    private static List<String> corsOrigins(List<String> origins, Registration registration) {
        return origins.isEmpty() && registration == Registration.OPEN ? List.of("*") : origins;
    }

    private static People people(Given given) {
        return new People(
                given.get(Settings.REGISTRATION),
                given.get(Settings.DEFAULT_PRIVACY),
                given.get(Settings.API_KEYS),
                given.get(Settings.TIME_ZONE));
    }

    private static Passwords passwords(Given given) {
        return new Passwords(
                given.get(Settings.ARGON2_MEMORY),
                given.get(Settings.ARGON2_ITERATIONS),
                given.get(Settings.COMMON_PASSWORDS).orElse(null));
    }

    private static Store store(Given given) {
        return new Store(
                given.get(Settings.DATABASE_URL).orElse(null),
                given.get(Settings.DATABASE_USER),
                given.get(Settings.DATABASE_PASSWORD),
                given.get(Settings.DATABASE_POOL),
                given.get(Settings.PREPARE_THRESHOLD));
    }

    private static Asking asking(Given given) {
        List<String> inside = given.get(Settings.SOURCES_ALLOW_PRIVATE);
        return new Asking(
                new Asking.Access(
                        given.get(Settings.TVMAZE_ENABLED),
                        address(given, Settings.TVMAZE_URL),
                        Secret.of(new byte[0]),
                        PrivateSources.of(inside, SourceName.TVMAZE)),
                new Asking.Access(
                        given.get(Settings.TMDB_ENABLED),
                        address(given, Settings.TMDB_URL),
                        given.get(Settings.TMDB_TOKEN),
                        PrivateSources.of(inside, SourceName.TMDB)),
                new Asking.Access(
                        given.get(Settings.TVDB_ENABLED),
                        address(given, Settings.TVDB_URL),
                        given.get(Settings.TVDB_KEY),
                        PrivateSources.of(inside, SourceName.TVDB)));
    }

    /// An address that was emptied is the usual one.
    private static URI address(Given given, Setting<Optional<URI>> setting) {
        return given.get(setting).orElseGet(() -> URI.create(setting.fallback()));
    }

    private static Limits limits(Given given) {
        return new Limits(
                given.get(Settings.CONCURRENT),
                given.get(Settings.QUEUE),
                given.get(Settings.CONNECTIONS),
                given.get(Settings.BODY_MEMORY),
                given.get(Settings.PER_PERSON).applies(given.get(Settings.REGISTRATION)));
    }
}
