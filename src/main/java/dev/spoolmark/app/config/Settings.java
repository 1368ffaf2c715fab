package dev.spoolmark.app.config;

import dev.spoolmark.account.ApiKeyPolicy;
import dev.spoolmark.account.Registration;
import dev.spoolmark.core.Secret;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Everything that can be set, one row each. `docs/manual/settings.md` is printed from here.
public final class Settings {

    static final Setting<String> HOST = Setting.of(
            "host",
            "127.0.0.1",
            SettingParsers::text,
            "The address to listen on. `0.0.0.0` is every address of the machine; put a proxy with TLS before it when"
                    + " strangers can reach it.");

    static final Setting<Integer> PORT = Setting.of(
            "port",
            "8080",
            SettingParsers.number(0, SettingParsers.HIGHEST_PORT),
            "The port to listen on; 0 picks a free one.");

    static final Setting<Optional<URI>> PUBLIC_URL = Setting.of(
            "public_url",
            "",
            SettingParsers::address,
            "The address under which people reach the server, such as `https://tv.example.org`. Links and pictures in"
                    + " answers begin with it; unset, they begin with what the request came in on.");

    static final Setting<List<String>> ALLOWED_HOSTS = Setting.of(
            "allowed_hosts",
            "",
            SettingParsers::list,
            "More host names the server answers to, with commas between them. Addresses, names without a dot, names of"
                    + " home networks and the host of `public_url` are always among them.");

    static final Setting<List<String>> TRUSTED_PROXIES = Setting.of(
            "proxies.trusted",
            "",
            SettingParsers::networks,
            "Networks of proxies that are believed when they say who the client is, such as `127.0.0.1/32,10.0.0.0/8`.");

    static final Setting<List<String>> TRUSTED_NETWORKS = Setting.of(
            "networks.trusted",
            "",
            TrustedNetworks::read,
            "Networks whose connections and requests are not counted against the limits of an address; `none` is none."
                    + " Unset, they are this machine and private networks, or none when `registration` is `open`.");

    static final Setting<List<String>> CORS_ORIGINS = Setting.of(
            "cors.origins",
            "",
            SettingParsers::list,
            "Which web pages may read answers of the API, such as `https://tv.example.org`; `*` is all of them and `none`"
                    + " is none. Unset, they are none, or all of them when `registration` is `open`.");

    static final Setting<Boolean> ACCESS_LOG = Setting.of(
            "access_log",
            "on",
            SettingParsers::onOff,
            "Whether each request leaves a line on standard output, without its path, its query or any name.");

    public static final Setting<Optional<InetSocketAddress>> METRICS_LISTEN = Setting.of(
            "metrics.listen",
            "",
            SettingParsers::listening,
            "An address and port, such as `127.0.0.1:9464`, where `/metrics` shows what the server measures of itself in"
                    + " the form of Prometheus. Nobody signs in there, so keep it to this machine; unset, there is"
                    + " none.");

    static final Setting<Registration> REGISTRATION = Setting.of(
            "registration",
            "closed",
            SettingParsers.word(Registration.class),
            "Who may make an account through the API: `closed` and `invite` nobody but applications with the permission"
                    + " `account_create`, `open` everybody.");

    static final Setting<DefaultPrivacy> DEFAULT_PRIVACY = Setting.of(
            "default_privacy",
            "unset",
            SettingParsers.word(DefaultPrivacy.class),
            "Whether new people are `public` or `protected`; `unset` is public when `registration` is `open`, else"
                    + " protected.");

    static final Setting<ApiKeyPolicy> API_KEYS = Setting.of(
            "api_keys",
            "any",
            SettingParsers.word(ApiKeyPolicy.class),
            "Whether `any` API key of 32 to 64 hex digits is accepted, since old clients have theirs built in, or only"
                    + " `registered` ones.");

    static final Setting<ZoneId> TIME_ZONE = Setting.of(
            "time_zone",
            "",
            SettingParsers::zone,
            "The time zone of new people, such as `Europe/Berlin`; unset, the machine's own.");

    static final Setting<Optional<Path>> COMMON_PASSWORDS = Setting.of(
            "passwords.common",
            "",
            SettingParsers::path,
            "A file with more passwords that strangers may not choose, as SHA-1 in hex, one a line.");

    static final Setting<Integer> ARGON2_MEMORY = Setting.of(
            "argon2.memory",
            "19456",
            SettingParsers.number(19_456, 4_194_304),
            "KiB of memory that checking a password takes. Stored passwords follow at the next sign-in.");

    static final Setting<Integer> ARGON2_ITERATIONS = Setting.of(
            "argon2.iterations",
            "2",
            SettingParsers.number(2, 100),
            "How often checking a password goes over that memory.");

    static final Setting<Boolean> PROVISIONAL = Setting.of(
            "catalog.provisional",
            "on",
            SettingParsers::onOff,
            "Whether a movie, show or episode the catalogue does not know is kept from what the client says of it;"
                    + " `off` skips it, as a public server may want.");

    static final Setting<List<String>> SOURCES_ALLOW_PRIVATE = Setting.of(
            "sources.allow_private",
            "",
            SettingParsers.eachOf(
                    PrivateSourceRule::of, "names of sources, each perhaps with a range: `tvmaze:192.168.1.0/24`"),
            "Sources that may be reached at private addresses, with commas between them: a name such as `tvmaze` for"
                    + " those of homes, or `tvmaze:192.168.1.0/24` for one range. Others are asked at public addresses"
                    + " only.");

    public static final Setting<Boolean> TVMAZE_ENABLED = Setting.of(
            "sources.tvmaze.enabled",
            "on",
            SettingParsers::onOff,
            "Whether TVmaze is asked about shows that somebody names and the catalogue does not know, and again when"
                    + " they may have changed. It needs no key.");

    static final Setting<Optional<URI>> TVMAZE_URL = Setting.of(
            "sources.tvmaze.url", "https://api.tvmaze.com", SettingParsers::address, "Where TVmaze is asked.");

    static final Setting<Boolean> TMDB_ENABLED = Setting.of(
            "sources.tmdb.enabled",
            "on",
            SettingParsers::onOff,
            "Whether TMDB is asked about movies and shows; only with `sources.tmdb.token`.");

    static final Setting<Optional<URI>> TMDB_URL = Setting.of(
            "sources.tmdb.url", "https://api.themoviedb.org", SettingParsers::address, "Where TMDB is asked.");

    static final Setting<Secret> TMDB_TOKEN = Setting.secret(
            "sources.tmdb.token",
            SettingParsers::secret,
            "The API read access token of your account at TMDB. `SPOOLMARK_SOURCES_TMDB_TOKEN_FILE` may name a file"
                    + " with it instead.");

    static final Setting<Boolean> TVDB_ENABLED = Setting.of(
            "sources.tvdb.enabled",
            "on",
            SettingParsers::onOff,
            "Whether TheTVDB is asked about shows; only with `sources.tvdb.key`.");

    static final Setting<Optional<URI>> TVDB_URL = Setting.of(
            "sources.tvdb.url", "https://api4.thetvdb.com", SettingParsers::address, "Where TheTVDB is asked.");

    static final Setting<Secret> TVDB_KEY = Setting.secret(
            "sources.tvdb.key",
            SettingParsers::secret,
            "Your key for version 4 of TheTVDB's API. `SPOOLMARK_SOURCES_TVDB_KEY_FILE` may name a file with it"
                    + " instead.");

    static final Setting<Optional<Path>> IMDB_FOLDER = Setting.of(
            "sources.imdb.folder",
            "",
            SettingParsers::path,
            "A folder with IMDb's data sets. The server loads it, and again when its files have changed, once a day at"
                    + " most; `catalog status` says how that went. Unset, nothing is loaded but by `catalog load`.");

    static final Setting<Optional<String>> DATABASE_URL = Setting.of(
            "database.url",
            "",
            SettingParsers::postgres,
            "The address of a PostgreSQL database, such as `jdbc:postgresql://db.example.org/spoolmark`; unset, a"
                    + " SQLite file in the data directory.");

    static final Setting<String> DATABASE_USER =
            Setting.of("database.user", "", SettingParsers::text, "The user to sign in as at PostgreSQL.");

    static final Setting<Secret> DATABASE_PASSWORD = Setting.secret(
            "database.password",
            SettingParsers::secret,
            "That user's password. `SPOOLMARK_DATABASE_PASSWORD_FILE` may name a file with it instead.");

    static final Setting<Integer> DATABASE_POOL = Setting.of(
            "database.pool",
            "16",
            SettingParsers.number(2, 500),
            "How many connections to PostgreSQL are held at most.");

    static final Setting<Integer> PREPARE_THRESHOLD = Setting.of(
            "database.prepare_threshold",
            "5",
            SettingParsers.number(0, 1_000),
            "After how many uses PostgreSQL prepares a statement; 0 behind a pooler in transaction mode.");

    static final Setting<Integer> CONCURRENT = Setting.of(
            "limits.concurrent",
            "64",
            SettingParsers.number(1, 10_000),
            "How many requests are worked on at once at most. It is fewer while the processors are what all of them wait"
                    + " for.");

    static final Setting<Integer> QUEUE = Setting.of(
            "limits.queue",
            "100",
            SettingParsers.number(0, 100_000),
            "How many more may wait, a second at most, before others are told that the server is over capacity: so many to"
                    + " keep something, so many who read of one person, so many others. Who would have to wait a quarter of"
                    + " a second is told so at once.");

    static final Setting<Integer> CONNECTIONS = Setting.of(
            "limits.connections",
            "512",
            SettingParsers.number(1, 100_000),
            "How many connections may be open at once.");

    static final Setting<Long> BODY_MEMORY = Setting.of(
            "limits.body_memory",
            "16m",
            SettingParsers::bytes,
            "Bytes of memory that what large bodies hold may take while it is stored, for all requests together; `k`, `m`"
                    + " and `g` may stand behind the number. Others wait for their place.");

    static final Setting<Long> PICTURE_DISK = Setting.of(
            "images.disk",
            "512m",
            SettingParsers::bytes,
            "How much of the disk fetched pictures may take, in the folder `images` of the data directory; those that"
                    + " nobody looked at for the longest leave first.");

    static final Setting<PerUserLimits> PER_PERSON = Setting.of(
            "limits.per_person",
            "unset",
            SettingParsers.word(PerUserLimits.class),
            "Whether one person may only call so often: 1,000 reads in 5 minutes, 60 writes at once and then one a second,"
                    + " 30 searches and 10 comments, lists or follows a minute. `unset` is `on` when `registration` is"
                    + " `open`, else `off`. Calls from trusted networks are not counted.");

    /// In the order of the manual.
    public static final List<Setting<?>> ALL = List.of(
            HOST,
            PORT,
            PUBLIC_URL,
            ALLOWED_HOSTS,
            TRUSTED_PROXIES,
            TRUSTED_NETWORKS,
            CORS_ORIGINS,
            ACCESS_LOG,
            METRICS_LISTEN,
            REGISTRATION,
            DEFAULT_PRIVACY,
            API_KEYS,
            TIME_ZONE,
            COMMON_PASSWORDS,
            ARGON2_MEMORY,
            ARGON2_ITERATIONS,
            PROVISIONAL,
            SOURCES_ALLOW_PRIVATE,
            TVMAZE_ENABLED,
            TVMAZE_URL,
            TMDB_ENABLED,
            TMDB_URL,
            TMDB_TOKEN,
            TVDB_ENABLED,
            TVDB_URL,
            TVDB_KEY,
            IMDB_FOLDER,
            DATABASE_URL,
            DATABASE_USER,
            DATABASE_PASSWORD,
            DATABASE_POOL,
            PREPARE_THRESHOLD,
            CONCURRENT,
            QUEUE,
            CONNECTIONS,
            BODY_MEMORY,
            PICTURE_DISK,
            PER_PERSON);

    private Settings() {}

    static Optional<Setting<?>> find(String key) {
        for (Setting<?> setting : ALL) {
            if (setting.key().equals(key)) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }

    static List<String> keys() {
        return ALL.stream().<String>map(Setting::key).toList();
    }
}
