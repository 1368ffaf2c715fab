package dev.spoolmark.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.app.config.Setting;
import dev.spoolmark.app.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The page of the manual is generated from the table of settings; `-Dgolden=write` writes it.
class SettingsManualTest {

    private static final Path PAGE = Path.of("docs/manual/settings.md");

    @Test
    void theManualListsAllSettings() throws IOException {
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(PAGE, page());
        }

        assertThat(Files.readString(PAGE)).isEqualTo(page());
    }

    private static String page() {
        return """
                # Settings

                Settings are read from `spoolmark.properties` in the data directory (one `key = value` per line), from environment
                variables, and from options of the command. Options override environment variables, and these override the file. The
                variable of a key is `SPOOLMARK_` and the key in upper case with underscores: `database.pool` is
                `SPOOLMARK_DATABASE_POOL`.

                An unknown key or variable is an error. `./spoolmark config` prints all settings with their values and sources. This
                page is generated.

                """ + Settings.ALL.stream().map(SettingsManualTest::entry).collect(Collectors.joining("\n"));
    }

    private static String entry(Setting<?> setting) {
        String defaultValue = setting.defaultValue().isEmpty() ? "unset" : "`" + setting.defaultValue() + "`";
        String stored = setting.secret() ? "; a secret, never printed" : "";
        return "## `" + setting.key() + "`\n\n" + setting.description() + "\n\nDefault: " + defaultValue + stored
                + ".\n";
    }
}
