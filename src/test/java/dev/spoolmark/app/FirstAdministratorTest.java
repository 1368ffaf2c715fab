package dev.spoolmark.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.account.FastHasher;
import dev.spoolmark.account.MutableClock;
import dev.spoolmark.app.config.Configuration;
import dev.spoolmark.app.config.RawSettings;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class FirstAdministratorTest {

    private static final String ADDRESS = "http://127.0.0.1:8080";

    @Parameter
    Engine engine;

    MutableClock clock = new MutableClock();
    Database database;
    List<String> messages = new ArrayList<>();

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theConfiguredAdministratorIsCreatedOnAnEmptyServerOnly() {
        Features features =
                start(Map.of("SPOOLMARK_ADMIN_USERNAME", "root", "SPOOLMARK_ADMIN_PASSWORD", "long enough"));

        assertThat(messages).containsExactly("added the administrator root");
        assertThat(features.accounts().get("root").admin()).isTrue();

        start(Map.of("SPOOLMARK_ADMIN_USERNAME", "other", "SPOOLMARK_ADMIN_PASSWORD", "long enough"));
        assertThat(features.accounts().count()).isOne();
        assertThat(messages).hasSize(1);
    }

    @Test
    void thePasswordCanBeInAFile() throws IOException {
        Path file = Files.writeString(TestDatabases.folder().resolve("password"), "long enough\n");

        Features features =
                start(Map.of("SPOOLMARK_ADMIN_USERNAME", "root", "SPOOLMARK_ADMIN_PASSWORD_FILE", file.toString()));

        assertThat(features.accounts().find("root")).isPresent();
    }

    @Test
    void oneOfTheTwoSettingsStopsTheStart() {
        assertThatThrownBy(() -> start(Map.of("SPOOLMARK_ADMIN_USERNAME", "root")))
                .isInstanceOf(UserErrorException.class)
                .hasMessageContaining("set both");
        assertThatThrownBy(() -> start(Map.of("SPOOLMARK_ADMIN_PASSWORD", "long enough")))
                .isInstanceOf(UserErrorException.class);
    }

    @Test
    void anUnacceptableNameOrPasswordStopsTheStartAndIsNotPrinted() {
        assertThatThrownBy(
                        () -> start(Map.of("SPOOLMARK_ADMIN_USERNAME", "root", "SPOOLMARK_ADMIN_PASSWORD", "tooshrt")))
                .isInstanceOf(UserErrorException.class)
                .hasMessageContaining("at least 8 characters")
                .hasMessageNotContaining("tooshrt");
        assertThatThrownBy(() ->
                        start(Map.of("SPOOLMARK_ADMIN_USERNAME", "no name", "SPOOLMARK_ADMIN_PASSWORD", "long enough")))
                .isInstanceOf(UserErrorException.class)
                .hasMessageContaining("username");
    }

    @Test
    void withoutAnAccountTheAddressOfTheSetupPageIsShown() {
        Configuration configuration = configuration(Map.of());
        Features features = Features.create(database, configuration, clock, FastHasher.hash());

        List<String> lines = new FirstAdministrator(features, configuration).instructions(ADDRESS);

        assertThat(lines.getLast()).matches("http://127\\.0\\.0\\.1:8080/setup\\?code=[A-Za-z0-9_-]{43}");
    }

    @Test
    void theAddressOfTheSetupPageIsBelowThePublicAddress() {
        Configuration configuration = configuration(Map.of("SPOOLMARK_PUBLIC_URL", "https://tv.example.org"));
        Features features = Features.create(database, configuration, clock, FastHasher.hash());

        assertThat(new FirstAdministrator(features, configuration)
                        .instructions(ADDRESS)
                        .getLast())
                .startsWith("https://tv.example.org/setup?code=");
    }

    @Test
    void withAnAccountNothingIsShown() {
        Features features =
                start(Map.of("SPOOLMARK_ADMIN_USERNAME", "root", "SPOOLMARK_ADMIN_PASSWORD", "long enough"));

        assertThat(new FirstAdministrator(features, configuration(Map.of())).instructions(ADDRESS))
                .isEmpty();
    }

    @Test
    void aBrowserCanOpenThePrintedAddress() {
        assertThat(PageLinks.address("0.0.0.0", 80)).isEqualTo("http://localhost:80");
        assertThat(PageLinks.address("::", 80)).isEqualTo("http://localhost:80");
        assertThat(PageLinks.address("::1", 80)).isEqualTo("http://[::1]:80");
    }

    private Features start(Map<String, String> environment) {
        Configuration configuration = configuration(environment);
        Features features = Features.create(database, configuration, clock, FastHasher.hash());
        new FirstAdministrator(features, configuration).createConfigured(messages::add);
        return features;
    }

    private static Configuration configuration(Map<String, String> environment) {
        return Configuration.of(Configuration.read(TestDatabases.folder(), environment, RawSettings.empty()));
    }
}
