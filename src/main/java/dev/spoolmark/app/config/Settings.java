package dev.spoolmark.app.config;

import dev.spoolmark.account.ApiKeyPolicy;
import dev.spoolmark.account.Registration;
import dev.spoolmark.core.Secret;
import dev.spoolmark.mail.TlsMode;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// All settings. `docs/manual/settings.md` is generated from this table.
public final class Settings {

    static final Setting<String> HOST = Setting.of(
            "host",
            "127.0.0.1",
            SettingParsers::text,
            "The address to listen on. `0.0.0.0` listens on all addresses of the machine; use a reverse"
                    + " proxy with TLS if the server is reachable from the internet.");

    static final Setting<Integer> PORT = Setting.of(
            "port",
            "8080",
            SettingParsers.number(0, SettingParsers.HIGHEST_PORT),
            "The port to listen on. `0` selects a free port.");

    static final Setting<Optional<URI>> PUBLIC_URL = Setting.of(
            "public_url",
            "",
            SettingParsers::address,
            "The public base URL of the server, such as `https://tv.example.org`, or with a path such as"
                    + " `https://home.example.org/spoolmark`. Links and image URLs in responses start with it. If"
                    + " unset, they start with the URL of the request.");

    static final Setting<String> SERVER_NAME = Setting.of(
            "server_name",
            "Spoolmark",
            SettingParsers::displayName,
            "The name of the server on its pages, at most 60 characters.");

    static final Setting<Optional<String>> ADMIN_USERNAME = Setting.of(
            "admin.username",
            "",
            SettingParsers::optional,
            "Name of the first administrator. If the server has no account when it starts, it creates this one with"
                    + " `admin.password`; otherwise both settings have no effect.");

    static final Setting<Secret> ADMIN_PASSWORD = Setting.secret(
            "admin.password",
            SettingParsers::secret,
            "Password of the first administrator, at least 8 characters. Alternatively"
                    + " `SPOOLMARK_ADMIN_PASSWORD_FILE` names a file that contains it. White space at the beginning and"
                    + " the end is removed. Remove the setting after the first start.");

    static final Setting<Optional<LocalTime>> BACKUP_TIME = Setting.of(
            "backup_time",
            "",
            SettingParsers::timeOfDay,
            "Time of day, such as `03:15`, in `time_zone`, at which the server makes a backup in the directory `backups`"
                    + " of the data directory. If unset, it makes none. Not for PostgreSQL.");

    static final Setting<Integer> BACKUP_KEEP = Setting.of(
            "backup_keep",
            "14",
            SettingParsers.number(1, 1_000),
            "Number of backups that are kept in the directory `backups`. After a backup of `backup_time` the oldest ones"
                    + " are deleted, also those that were made by hand.");

    static final Setting<Optional<String>> MAIL_HOST = Setting.of(
            "mail.host",
            "",
            SettingParsers::optional,
            "Host name of the mail server (SMTP) with which the server sends links for a new password, and notices"
                    + " about changed passwords, e-mail addresses and second factors. If unset, no mail is sent. Links"
                    + " in mails begin with `public_url`.");

    static final Setting<Integer> MAIL_PORT = Setting.of(
            "mail.port",
            "0",
            SettingParsers.number(0, SettingParsers.HIGHEST_PORT),
            "Port of the mail server. `0`: 465 with `mail.tls = tls`, 587 with `starttls`, 25 with `none`.");

    static final Setting<TlsMode> MAIL_TLS = Setting.of(
            "mail.tls",
            "starttls",
            SettingParsers.enumValue(TlsMode.class),
            "Encryption of the connection to the mail server: `tls` from the start, `starttls` after the command of"
                    + " this name, which the server must support, or `none`. The certificate has to be valid for"
                    + " `mail.host`. `none` together with `mail.user` is accepted for `localhost` only.");

    static final Setting<String> MAIL_USER = Setting.of(
            "mail.user",
            "",
            SettingParsers::text,
            "User name at the mail server. If unset, the server does not sign in.");

    static final Setting<Secret> MAIL_PASSWORD = Setting.secret(
            "mail.password",
            SettingParsers::secret,
            "Password of `mail.user`. Alternatively `SPOOLMARK_MAIL_PASSWORD_FILE` names a file that contains it.");

    static final Setting<Optional<String>> MAIL_FROM = Setting.of(
            "mail.from",
            "",
            SettingParsers::mailbox,
            "Sender of the mails, such as `tv@example.org` or `Spoolmark <tv@example.org>`. Required with"
                    + " `mail.host`.");

    static final Setting<List<String>> ALLOWED_HOSTS = Setting.of(
            "allowed_hosts",
            "",
            SettingParsers::list,
            "Additional host names that the server accepts in requests, separated by commas. IP"
                    + " addresses, names without a dot, names of home networks and the host of `public_url` are"
                    + " always accepted.");

    static final Setting<List<String>> TRUSTED_PROXIES = Setting.of(
            "proxies.trusted",
            "",
            SettingParsers::networks,
            "Networks of reverse proxies whose `X-Forwarded-For` and similar headers are trusted, such"
                    + " as `127.0.0.1/32,10.0.0.0/8`.");

    static final Setting<Optional<String>> PROXY_USER_HEADER = Setting.of(
            "proxies.user_header",
            "",
            SettingParsers::headerName,
            "Header field in which a reverse proxy names the user whom it has authenticated, such as"
                    + " `Remote-User`. Pages then sign this user in without a password. Requires"
                    + " `proxies.user_header_networks`.");

    static final Setting<List<String>> PROXY_USER_HEADER_NETWORKS = Setting.of(
            "proxies.user_header_networks",
            "",
            SettingParsers::proxyNetworks,
            "Networks of the reverse proxies whose `proxies.user_header` is believed, such as `172.18.0.2/32`."
                    + " From other addresses the field is ignored.");

    static final Setting<Boolean> PROXY_USER_HEADER_CREATE = Setting.of(
            "proxies.user_header_create",
            "off",
            SettingParsers::onOff,
            "Whether a user whom `proxies.user_header` names and who has no account gets one with this name.");

    static final Setting<List<String>> TRUSTED_NETWORKS = Setting.of(
            "networks.trusted",
            "",
            TrustedNetworks::parse,
            "Networks that are exempt from the connection and request limits per address, or `none`. If"
                    + " unset: loopback and private networks, or none if `registration` is `open`.");

    static final Setting<List<String>> CORS_ORIGINS = Setting.of(
            "cors.origins",
            "",
            SettingParsers::list,
            "Origins of web pages that may read responses of the API (CORS), such as"
                    + " `https://tv.example.org`; `*` allows all and `none` none. If unset: none, or all if"
                    + " `registration` is `open`.");

    static final Setting<Boolean> ACCESS_LOG = Setting.of(
            "access_log",
            "on",
            SettingParsers::onOff,
            "Whether to log each request to standard output, without its path, query and user names.");

    public static final Setting<Optional<InetSocketAddress>> METRICS_LISTEN = Setting.of(
            "metrics.listen",
            "",
            SettingParsers::socketAddress,
            "Address and port at which `/metrics` serves Prometheus metrics, such as `127.0.0.1:9464`."
                    + " There is no authentication, so use a local address. If unset, metrics are not served.");

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

    static final Setting<Boolean> PASSWORDS_ON_V1 = Setting.of(
            "passwords.v1",
            "on",
            SettingParsers::onOff,
            "Whether sign-in passwords work on API v1. With `off` clients of v1 need app passwords. Each user can"
                    + " turn it off for their own account.");

    static final Setting<Boolean> SECOND_FACTOR_FOR_ADMINISTRATORS = Setting.of(
            "second_factor.administrators",
            "off",
            SettingParsers::onOff,
            "Whether administrators must turn on two-factor sign-in before they can use the administration"
                    + " pages.");

    static final Setting<Optional<Path>> COMMON_PASSWORDS = Setting.of(
            "passwords.common",
            "",
            SettingParsers::path,
            "A file with additional passwords that users who register may not choose, as hexadecimal"
                    + " SHA-1 hashes, one per line.");

    static final Setting<Integer> ARGON2_MEMORY = Setting.of(
            "argon2.memory",
            "19456",
            SettingParsers.number(19_456, 4_194_304),
            "Memory for hashing a password with Argon2id, in KiB. Stored hashes are updated at the next" + " sign-in.");

    static final Setting<Integer> ARGON2_ITERATIONS = Setting.of(
            "argon2.iterations",
            "2",
            SettingParsers.number(2, 100),
            "Number of Argon2id iterations for hashing a password.");

    static final Setting<Boolean> PROVISIONAL = Setting.of(
            "catalog.provisional",
            "on",
            SettingParsers::onOff,
            "Whether an unknown movie, show or episode that a client sends is stored with the data from"
                    + " the client. With `off` it is skipped, which may suit a public server.");

    static final Setting<List<String>> SOURCES_ALLOW_PRIVATE = Setting.of(
            "sources.allow_private",
            "",
            SettingParsers.eachOf(
                    PrivateSourceRule::of, "names of sources, optionally with a network: `tvmaze:192.168.1.0/24`"),
            "Metadata sources that may be reached at private addresses, separated by commas: a name such"
                    + " as `tvmaze` allows private networks, `tvmaze:192.168.1.0/24` one range. All other sources"
                    + " are reached at public addresses only.");

    public static final Setting<Boolean> TVMAZE_ENABLED = Setting.of(
            "sources.tvmaze.enabled",
            "on",
            SettingParsers::onOff,
            "Whether to look up shows at TVmaze: unknown shows that a client sends, and known shows"
                    + " again when they may have changed. No key is needed.");

    static final Setting<Optional<URI>> TVMAZE_URL =
            Setting.of("sources.tvmaze.url", "https://api.tvmaze.com", SettingParsers::address, "Base URL of TVmaze.");

    static final Setting<Boolean> TMDB_ENABLED = Setting.of(
            "sources.tmdb.enabled",
            "on",
            SettingParsers::onOff,
            "Whether to look up movies and shows at TMDB. Requires `sources.tmdb.token`.");

    static final Setting<Optional<URI>> TMDB_URL =
            Setting.of("sources.tmdb.url", "https://api.themoviedb.org", SettingParsers::address, "Base URL of TMDB.");

    static final Setting<Secret> TMDB_TOKEN = Setting.secret(
            "sources.tmdb.token",
            SettingParsers::secret,
            "API read access token of your TMDB account. Alternatively"
                    + " `SPOOLMARK_SOURCES_TMDB_TOKEN_FILE` names a file that contains it.");

    static final Setting<Boolean> TVDB_ENABLED = Setting.of(
            "sources.tvdb.enabled",
            "on",
            SettingParsers::onOff,
            "Whether to look up shows at TheTVDB. Requires `sources.tvdb.key`.");

    static final Setting<Optional<URI>> TVDB_URL =
            Setting.of("sources.tvdb.url", "https://api4.thetvdb.com", SettingParsers::address, "Base URL of TheTVDB.");

    static final Setting<Secret> TVDB_KEY = Setting.secret(
            "sources.tvdb.key",
            SettingParsers::secret,
            "Your key for version 4 of the TheTVDB API. Alternatively `SPOOLMARK_SOURCES_TVDB_KEY_FILE`"
                    + " names a file that contains it.");

    static final Setting<Optional<Path>> IMDB_FOLDER = Setting.of(
            "sources.imdb.folder",
            "",
            SettingParsers::path,
            "A directory with the IMDb data sets. The server imports it, and imports it again when its"
                    + " files have changed, at most once a day; `catalog status` prints the result. If unset, only"
                    + " `catalog load` imports IMDb data.");

    static final Setting<Optional<String>> DATABASE_URL = Setting.of(
            "database.url",
            "",
            SettingParsers::postgres,
            "JDBC URL of a PostgreSQL database, such as `jdbc:postgresql://db.example.org/spoolmark`. If"
                    + " unset, a SQLite file in the data directory is used.");

    static final Setting<String> DATABASE_USER =
            Setting.of("database.user", "", SettingParsers::text, "User name for PostgreSQL.");

    static final Setting<Secret> DATABASE_PASSWORD = Setting.secret(
            "database.password",
            SettingParsers::secret,
            "Password for PostgreSQL. Alternatively `SPOOLMARK_DATABASE_PASSWORD_FILE` names a file that"
                    + " contains it.");

    static final Setting<Integer> DATABASE_POOL = Setting.of(
            "database.pool", "16", SettingParsers.number(2, 500), "Maximum number of connections to PostgreSQL.");

    static final Setting<Integer> PREPARE_THRESHOLD = Setting.of(
            "database.prepare_threshold",
            "5",
            SettingParsers.number(0, 1_000),
            "Number of executions after which the PostgreSQL driver prepares a statement on the server."
                    + " Use `0` with a connection pooler in transaction mode.");

    static final Setting<Integer> CONCURRENT = Setting.of(
            "limits.concurrent",
            "64",
            SettingParsers.number(1, 10_000),
            "Maximum number of requests that are processed at the same time.");

    static final Setting<Integer> QUEUE = Setting.of(
            "limits.queue",
            "100",
            SettingParsers.number(0, 100_000),
            "Queue capacity per priority class (writes, reads of the data of one user, other reads). A"
                    + " request waits at most 1 s. If the expected wait exceeds 250 ms it is rejected at once with"
                    + " status 503 and `Retry-After`.");

    static final Setting<Integer> CONNECTIONS = Setting.of(
            "limits.connections", "512", SettingParsers.number(1, 100_000), "Maximum number of open connections.");

    static final Setting<Long> BODY_MEMORY = Setting.of(
            "limits.body_memory",
            "16m",
            SettingParsers::bytes,
            "Memory budget for the content of large request bodies while they are processed, for all"
                    + " requests together, in bytes; the suffixes `k`, `m` and `g` are powers of 1,024. Further"
                    + " requests wait.");

    static final Setting<Long> IMAGE_DISK = Setting.of(
            "images.disk",
            "512m",
            SettingParsers::bytes,
            "Maximum disk space for cached images, in the directory `images` of the data directory. The"
                    + " least recently used images are deleted first. The suffixes `k`, `m` and `g` are powers of"
                    + " 1,024.");

    static final Setting<PerUserLimits> PER_USER = Setting.of(
            "limits.per_user",
            "unset",
            SettingParsers.enumValue(PerUserLimits.class),
            "Whether to limit the request rate of each user: 1,000 reads in 5 minutes; 60 writes at"
                    + " once, then 1 per second; 30 searches and 10 comments, list entries or follows per minute."
                    + " `unset`: `on` if `registration` is `open`, otherwise `off`. Requests from trusted networks"
                    + " are exempt.");

    /// In the order of the manual.
    public static final List<Setting<?>> ALL = List.of(
            HOST,
            PORT,
            PUBLIC_URL,
            SERVER_NAME,
            ALLOWED_HOSTS,
            TRUSTED_PROXIES,
            PROXY_USER_HEADER,
            PROXY_USER_HEADER_NETWORKS,
            PROXY_USER_HEADER_CREATE,
            TRUSTED_NETWORKS,
            CORS_ORIGINS,
            ACCESS_LOG,
            METRICS_LISTEN,
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
            TIME_ZONE,
            BACKUP_TIME,
            BACKUP_KEEP,
            MAIL_HOST,
            MAIL_PORT,
            MAIL_TLS,
            MAIL_USER,
            MAIL_PASSWORD,
            MAIL_FROM,
            ADMIN_USERNAME,
            ADMIN_PASSWORD,
            PASSWORDS_ON_V1,
            SECOND_FACTOR_FOR_ADMINISTRATORS,
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
            IMAGE_DISK,
            PER_USER);

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
