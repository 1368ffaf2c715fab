package dev.spoolmark.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.app.config.Setting;
import dev.spoolmark.app.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The page of the manual is printed from the table of settings; `-Dgolden=write` prints it anew.
class SettingsManualTest {

    private static final Path PAGE = Path.of("docs/manual/settings.md");

    @Test
    void theManualSaysWhatCanBeSet() throws IOException {
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(PAGE, page());
        }

        assertThat(Files.readString(PAGE)).isEqualTo(page());
    }

    private static String page() {
        return """
                # Settings

                A setting is read from `spoolmark.properties` in the data directory (one `key = value` a line), then from the
                environment, then from the flags of the command; the last one that says something wins. The variable of a key is
                `SPOOLMARK_` and the key in capitals, with dots as underscores: `database.pool` is `SPOOLMARK_DATABASE_POOL`.

                A key or a variable that is not on this page stops the start. `./spoolmark config` shows what is in force and where it
                came from. This page is printed from the program.

                """ + Settings.ALL.stream().map(SettingsManualTest::entry).collect(Collectors.joining("\n"));
    }

    private static String entry(Setting<?> setting) {
        String fallback = setting.defaultValue().isEmpty() ? "unset" : "`" + setting.defaultValue() + "`";
        String stored = setting.secret() ? "; a secret, shown nowhere" : "";
        return "## `" + setting.key() + "`\n\n" + setting.description() + "\n\nDefault: " + fallback + stored + ".\n";
    }
}
