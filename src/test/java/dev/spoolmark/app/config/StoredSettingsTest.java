package dev.spoolmark.app.config;

import static dev.spoolmark.account.ProblemAssertions.problemOf;
import static dev.spoolmark.serversettings.ServerSettingKey.PUBLIC_URL;
import static dev.spoolmark.serversettings.ServerSettingKey.REGISTRATION;
import static dev.spoolmark.serversettings.ServerSettingKey.SERVER_NAME;
import static dev.spoolmark.serversettings.ServerSettingKey.TIME_ZONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.FastHasher;
import dev.spoolmark.account.MutableClock;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.Registration;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.audit.AuditEntry;
import dev.spoolmark.account.auth.CommonPasswords;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.serversettings.ServerSetting;
import dev.spoolmark.serversettings.ServerSettings;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class StoredSettingsTest {

    @Parameter
    Engine engine;

    MutableClock clock = new MutableClock();
    Database database;
    Accounts accounts;
    ServerSettings settings;
    Account admin;

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
        settings = node(Map.of());
        accounts = new Accounts(
                database,
                clock,
                () -> settings.current().accountDefaults(),
                FastHasher.hash(),
                new CommonPasswords(Optional.empty()));
        admin = add("admin", true);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aChangedSettingIsEffectiveWithinFiveSecondsOnAllNodes() {
        ServerSettings other = node(Map.of());
        assertThat(other.current().registration()).isEqualTo(Registration.CLOSED);

        settings.change(
                admin,
                Map.of(SERVER_NAME, "Films at home", REGISTRATION, "invite", TIME_ZONE, "Asia/Tokyo"),
                Actor.OPERATOR);

        assertThat(settings.current().serverName()).isEqualTo("Films at home");
        assertThat(settings.current().registration()).isEqualTo(Registration.INVITE);
        assertThat(add("ann", false).preferences().timeZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        clock.pass(Duration.ofSeconds(5));
        assertThat(other.current().registration()).isEqualTo(Registration.INVITE);
    }

    @Test
    void aSettingOfTheEnvironmentOverridesTheStoredOneAndCannotBeChanged() {
        settings.change(admin, Map.of(SERVER_NAME, "Films at home"), Actor.OPERATOR);
        ServerSettings fixed = node(Map.of("SPOOLMARK_SERVER_NAME", "Cinema"));

        assertThat(fixed.current().serverName()).isEqualTo("Cinema");
        assertThat(fixed.current().settings())
                .contains(new ServerSetting(SERVER_NAME, "Cinema", "SPOOLMARK_SERVER_NAME", true));
        assertThat(problemOf(() -> fixed.change(admin, Map.of(SERVER_NAME, "Films"), Actor.OPERATOR)))
                .isEqualTo(new Problem.NotAllowed("server_name is set by SPOOLMARK_SERVER_NAME"));
        assertThat(settings.current().settings())
                .contains(new ServerSetting(SERVER_NAME, "Films at home", "database", false));
    }

    @Test
    void anEmptyValueRestoresTheDefault() {
        settings.change(admin, Map.of(SERVER_NAME, "Films at home"), Actor.OPERATOR);
        settings.change(admin, Map.of(SERVER_NAME, ""), Actor.OPERATOR);

        assertThat(settings.current().settings())
                .contains(new ServerSetting(SERVER_NAME, "Spoolmark", "default", false));
    }

    @Test
    void valuesThatCannotBeParsedChangeNothing() {
        Map.of(
                        REGISTRATION,
                        "sometimes",
                        TIME_ZONE,
                        "Europe/Atlantis",
                        PUBLIC_URL,
                        "ftp://x",
                        SERVER_NAME,
                        "n".repeat(61))
                .forEach((key, value) -> assertThat(
                                problemOf(() -> settings.change(admin, Map.of(key, value), Actor.OPERATOR)))
                        .isInstanceOf(Problem.Invalid.class));

        assertThat(ServerSettings.stored(database)).isEmpty();
    }

    @Test
    void onlyAdministratorsChangeSettings() {
        Account ann = add("ann", false);

        assertThat(problemOf(() -> settings.change(ann, Map.of(SERVER_NAME, "Films"), Actor.OPERATOR)))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThat(ServerSettings.stored(database)).isEmpty();
    }

    @Test
    void theNextStartReadsTheStoredAddress() {
        settings.change(admin, Map.of(PUBLIC_URL, "https://tv.example.org"), Actor.OPERATOR);

        Configuration started =
                Configuration.of(new StoredSettings(RawSettings.empty()).combine(ServerSettings.stored(database)));

        assertThat(started.listening().publicUrl()).isEqualTo(URI.create("https://tv.example.org"));
        assertThat(new StoredSettings(started.raw())
                        .resolve(ServerSettings.stored(database))
                        .settings())
                .contains(new ServerSetting(PUBLIC_URL, "https://tv.example.org", "database", false));
    }

    @Test
    void theSecurityLogContainsTheFormerValue() {
        settings.change(admin, Map.of(REGISTRATION, "open"), Actor.OPERATOR);

        assertThat(accounts.audit().newestAbout(admin.id().value(), 1))
                .extracting(AuditEntry::action, AuditEntry::detail)
                .containsExactly(tuple("configuration-changed", "registration open, before closed"));
    }

    private Account add(String name, boolean isAdmin) {
        return accounts.create(new NewAccount(
                        name, null, Secret.sha1Of("tr4vel-by-Night-train"), isAdmin, CreationOrigin.OPERATOR))
                .account();
    }

    private ServerSettings node(Map<String, String> environment) {
        RawSettings raw = Configuration.read(TestDatabases.folder(), environment, RawSettings.empty());
        return new ServerSettings(database, clock, new StoredSettings(raw));
    }
}
