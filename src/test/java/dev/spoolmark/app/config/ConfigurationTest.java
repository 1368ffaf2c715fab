package dev.spoolmark.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.account.ApiKeyPolicy;
import dev.spoolmark.account.Registration;
import dev.spoolmark.app.UserErrorException;
import dev.spoolmark.app.config.Configuration.Flag;
import dev.spoolmark.core.Secret;
import dev.spoolmark.http.client.PrivateAddressAllowlist;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Sources, defaults and validation of settings.
class ConfigurationTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @TempDir
    Path data;

    @Test
    void theNamesOfAllSettingsAreStable() {
        assertThat(Settings.keys())
                .containsExactly(
                        "host",
                        "port",
                        "public_url",
                        "server_name",
                        "allowed_hosts",
                        "proxies.trusted",
                        "proxies.user_header",
                        "proxies.user_header_networks",
                        "proxies.user_header_create",
                        "networks.trusted",
                        "cors.origins",
                        "access_log",
                        "metrics.listen",
                        "registration",
                        "default_privacy",
                        "api_keys",
                        "oauth.unknown_applications",
                        "oauth.access_token_lifetime",
                        "oauth.refresh_token_lifetime",
                        "oidc.issuer",
                        "oidc.client_id",
                        "oidc.client_secret",
                        "oidc.scopes",
                        "oidc.name",
                        "oidc.auto_create",
                        "time_zone",
                        "backup_time",
                        "backup_keep",
                        "mail.host",
                        "mail.port",
                        "mail.tls",
                        "mail.user",
                        "mail.password",
                        "mail.from",
                        "admin.username",
                        "admin.password",
                        "passwords.v1",
                        "second_factor.administrators",
                        "passwords.common",
                        "argon2.memory",
                        "argon2.iterations",
                        "catalog.provisional",
                        "sources.allow_private",
                        "sources.tvmaze.enabled",
                        "sources.tvmaze.url",
                        "sources.tmdb.enabled",
                        "sources.tmdb.url",
                        "sources.tmdb.token",
                        "sources.tvdb.enabled",
                        "sources.tvdb.url",
                        "sources.tvdb.key",
                        "sources.imdb.folder",
                        "database.url",
                        "database.user",
                        "database.password",
                        "database.pool",
                        "database.prepare_threshold",
                        "limits.concurrent",
                        "limits.queue",
                        "limits.connections",
                        "limits.body_memory",
                        "images.disk",
                        "limits.per_user");
    }

    @Test
    void theDefaultsSuitAHomeServer() {
        Configuration configuration = Configuration.of(RawSettings.empty());

        Configuration.Listening listening = configuration.listening();
        assertThat(listening.host()).isEqualTo("127.0.0.1");
        assertThat(listening.port()).isEqualTo(8080);
        assertThat(listening.publicUrl()).isNull();
        assertThat(listening.allowedHosts()).isEmpty();
        assertThat(listening.trustedProxies().contains(LOOPBACK)).isFalse();
        assertThat(listening.trustedNetworks().contains(LOOPBACK)).isTrue();
        assertThat(listening.corsOrigins()).isEmpty();
        assertThat(listening.accessLog()).isTrue();
        assertThat(configuration.users().registration()).isEqualTo(Registration.CLOSED);
        assertThat(configuration.users().privacy()).isEqualTo(DefaultPrivacy.UNSET);
        assertThat(configuration.users().keys()).isEqualTo(ApiKeyPolicy.ANY);
        assertThat(configuration.passwords()).isEqualTo(new Configuration.Passwords(19_456, 2, null, true, false));
        assertThat(configuration.provisional()).isTrue();
        assertThat(configuration.database().url()).isNull();
        assertThat(configuration.database().connections()).isEqualTo(16);
        assertThat(configuration.database().prepareThreshold()).isEqualTo(5);
        assertThat(configuration.sources().tvmaze().enabled()).isTrue();
        assertThat(configuration.sources().tvmaze().url()).isEqualTo(URI.create("https://api.tvmaze.com"));
        assertThat(configuration.sources().tvmaze().allowed()).isEqualTo(PrivateAddressAllowlist.NONE);
        assertThat(configuration.sources().tmdb().url()).isEqualTo(URI.create("https://api.themoviedb.org"));
        assertThat(configuration.sources().tmdb().isUsable()).isFalse();
        assertThat(configuration.sources().tvdb().url()).isEqualTo(URI.create("https://api4.thetvdb.com"));
        assertThat(configuration.sources().tvdb().isUsable()).isFalse();
        assertThat(configuration.imdbFolder()).isEmpty();
        assertThat(configuration.limits()).isEqualTo(new Configuration.Limits(64, 100, 512, 16L * 1024 * 1024, false));
    }

    @ParameterizedTest
    @CsvSource({
        "closed, unset, true",
        "invite, unset, true",
        "open, unset, false",
        "open, protected, true",
        "closed, public, false"
    })
    void newUsersAreProtectedIfRegistrationIsNotOpen(String registration, String privacy, boolean isProtected) {
        Map<String, String> environment =
                Map.of("SPOOLMARK_REGISTRATION", registration, "SPOOLMARK_DEFAULT_PRIVACY", privacy);

        assertThat(read(environment).users().protectedByDefault()).isEqualTo(isProtected);
    }

    @Test
    void theEnvironmentOverridesTheFileAndAFlagOverridesBoth() throws IOException {
        write("host = 10.0.0.1\nport = 1\ndatabase.pool = 3\n");
        Map<String, String> environment = Map.of("SPOOLMARK_HOST", "10.0.0.2", "SPOOLMARK_PORT", "2");

        RawSettings settings = Configuration.read(data, environment, Configuration.flag(Flag.PORT, 0));

        assertThat(settings.effective())
                .contains(
                        new RawSettings.EffectiveSetting("host", "10.0.0.2", "SPOOLMARK_HOST"),
                        new RawSettings.EffectiveSetting("port", "0", "--port"),
                        new RawSettings.EffectiveSetting("database.pool", "3", "spoolmark.properties"),
                        new RawSettings.EffectiveSetting("registration", "closed", "default"));
    }

    @Test
    void anUnknownKeyIsRejectedWithASuggestion() throws IOException {
        write("registraton = open\n");

        assertThatThrownBy(() -> read(Map.of()))
                .isInstanceOf(UserErrorException.class)
                .hasMessageContaining("'registraton'")
                .hasMessageContaining("did you mean 'registration'?");
    }

    @Test
    void anUnknownVariableIsRejectedWithASuggestion() {
        assertThatThrownBy(() -> read(Map.of("SPOOLMARK_PUBLICURL", "http://tv")))
                .isInstanceOf(UserErrorException.class)
                .hasMessage(
                        "unknown environment variable SPOOLMARK_PUBLICURL: did you mean" + " SPOOLMARK_PUBLIC_URL?");
    }

    @Test
    void variablesOfLaunchersAndContainerPlatformsAreIgnored() {
        Map<String, String> environment = Map.of(
                "SPOOLMARK_JAVA_HOME", "/jdk",
                "SPOOLMARK_JAVA_OPTIONS", "-Xmx1g",
                "SPOOLMARK_SERVICE_HOST", "10.0.0.7",
                "SPOOLMARK_PORT", "tcp://10.0.0.7:8080",
                "SPOOLMARK_PORT_8080_TCP_ADDR", "10.0.0.7",
                "PATH", "/bin");

        assertThat(read(environment).listening().port()).isEqualTo(8080);
    }

    @Test
    void aSecretCanBeReadFromAFileAndIsNeverShown() throws IOException {
        Path file = Files.writeString(data.resolve("password"), "correct horse\n");
        Map<String, String> environment = Map.of("SPOOLMARK_DATABASE_PASSWORD_FILE", file.toString());

        RawSettings settings = Configuration.read(data, environment, RawSettings.empty());

        byte[] password = Configuration.of(settings).database().password().reveal();
        assertThat(new String(password, StandardCharsets.UTF_8)).isEqualTo("correct horse");
        assertThat(settings.toString() + settings.effective() + Configuration.of(settings))
                .doesNotContain("correct horse");
        assertThat(settings.effective())
                .contains(new RawSettings.EffectiveSetting(
                        "database.password", "***", "SPOOLMARK_DATABASE_PASSWORD_FILE"));
    }

    @Test
    void aSecretThatIsSetTwiceIsRejected() {
        Map<String, String> environment =
                Map.of("SPOOLMARK_DATABASE_PASSWORD", "one", "SPOOLMARK_DATABASE_PASSWORD_FILE", "/nowhere");

        assertThatThrownBy(() -> read(environment)).isInstanceOf(UserErrorException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "SPOOLMARK_PORT, 70000, 'port must be a whole number from 0 to 65535, not ''70000'' (from SPOOLMARK_PORT)'",
        "SPOOLMARK_METRICS_LISTEN, 9464, 'metrics.listen must be an address and a port, such as 127.0.0.1:9464, not ''9464'' (from SPOOLMARK_METRICS_LISTEN)'",
        "SPOOLMARK_METRICS_LISTEN, localhost:99999, 'metrics.listen must be a whole number from 0 to 65535, not ''localhost:99999'' (from SPOOLMARK_METRICS_LISTEN)'",
        "SPOOLMARK_ACCESS_LOG, yes, 'access_log must be on or off, not ''yes'' (from SPOOLMARK_ACCESS_LOG)'",
        "SPOOLMARK_API_KEYS, none, 'api_keys must be one of any, registered, not ''none'' (from SPOOLMARK_API_KEYS)'",
    })
    void anInvalidValueIsRejectedWithTheExpectedForm(String variable, String value, String sentence) {
        assertThatThrownBy(() -> read(Map.of(variable, value)))
                .isInstanceOf(UserErrorException.class)
                .hasMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "SPOOLMARK_ARGON2_MEMORY, 19455",
        "SPOOLMARK_ARGON2_ITERATIONS, 1",
        "SPOOLMARK_PUBLIC_URL, tv.example.org",
        "SPOOLMARK_PUBLIC_URL, http://tv.example.org/a?b",
        "SPOOLMARK_PUBLIC_URL, http://tv.example.org/a b",
        "SPOOLMARK_TIME_ZONE, Mars/Olympus",
        "SPOOLMARK_LIMITS_BODY_MEMORY, much",
        "SPOOLMARK_DATABASE_URL, jdbc:mysql://db",
        "SPOOLMARK_DATABASE_URL, jdbc:postgresql://db/tv?password=secret"
    })
    void aValueOutOfRangeIsRejected(String variable, String value) {
        assertThatThrownBy(() -> read(Map.of(variable, value))).isInstanceOf(UserErrorException.class);
    }

    @Test
    void privateAddressesAreAllowedForNamedSourcesOnly() throws UnknownHostException {
        Configuration.Sources asking = read(Map.of(
                        "SPOOLMARK_SOURCES_ALLOW_PRIVATE", "tmdb, tvdb:192.168.1.0/24",
                        "SPOOLMARK_SOURCES_TMDB_TOKEN", "secret"))
                .sources();

        assertThat(asking.tvmaze().allowed().ranges()).isEmpty();
        assertThat(asking.tmdb().allowed()).isEqualTo(PrivateAddressAllowlist.HOME_NETWORKS);
        assertThat(asking.tmdb().isUsable()).isTrue();
        assertThat(asking.tvdb().allowed().ranges()).hasSize(1);
        assertThat(asking.tvdb().allowed().ranges().getFirst().contains(InetAddress.getByName("192.168.1.7")))
                .isTrue();
        assertThat(asking.toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trakt", "tvmaze:home", "tvmaze:10.0.0.0/40", ":10.0.0.0/8"})
    void allowPrivateRejectsUnknownSourcesAndRanges(String entry) {
        assertThatThrownBy(() -> read(Map.of("SPOOLMARK_SOURCES_ALLOW_PRIVATE", entry)))
                .isInstanceOf(UserErrorException.class)
                .hasMessageContaining("sources.allow_private must be names of sources");
    }

    @Test
    void anInvalidFlagIsAUsageError() {
        RawSettings flags = Configuration.flag(Flag.PORT, -1);

        assertThatThrownBy(() -> Configuration.of(flags))
                .isInstanceOfSatisfying(
                        UserErrorException.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(UserErrorException.WRONG_USAGE));
    }

    @Test
    void valuesAreParsed() {
        Configuration configuration = read(Map.of(
                "SPOOLMARK_PUBLIC_URL", "https://tv.example.org/",
                "SPOOLMARK_ALLOWED_HOSTS", "tv.example.org, tv2.example.org",
                "SPOOLMARK_LIMITS_BODY_MEMORY", "64m"));

        assertThat(configuration.listening().publicUrl()).isEqualTo(URI.create("https://tv.example.org"));
        assertThat(configuration.listening().allowedHosts()).containsExactly("tv.example.org", "tv2.example.org");
        assertThat(configuration.limits().bodyMemory()).isEqualTo(64L * 1024 * 1024);
    }

    private Configuration read(Map<String, String> environment) {
        return Configuration.of(Configuration.read(data, environment, RawSettings.empty()));
    }

    private void write(String properties) throws IOException {
        Files.writeString(data.resolve("spoolmark.properties"), properties);
    }

    @Test
    void aFileCanBeginWithAByteOrderMark() throws IOException {
        write("\ufeffport\u00a0=\u00a08099\u00a0\u200b\n");
        Path password = Files.writeString(data.resolve("password"), "\ufeffsecret\r\n");

        Configuration configuration = read(Map.of("SPOOLMARK_DATABASE_PASSWORD_FILE", password.toString()));

        assertThat(configuration.listening().port()).isEqualTo(8099);
        assertThat(configuration.database().password()).isEqualTo(Secret.of("secret".getBytes(StandardCharsets.UTF_8)));
    }
}
