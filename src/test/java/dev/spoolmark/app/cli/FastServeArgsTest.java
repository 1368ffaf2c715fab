package dev.spoolmark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.app.config.RawSettings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FastServeArgsTest {

    @Test
    void withoutOptionsTheDefaultsApply() {
        assertThat(FastServeArgs.of("serve")).hasValueSatisfying(args -> {
            assertThat(args.demo()).isFalse();
            assertThat(args.folder()).isEqualTo(Path.of("data"));
            assertThat(args.flags()).isEqualTo(RawSettings.empty());
        });
    }

    @Test
    void optionsAreParsed() {
        assertThat(FastServeArgs.of(
                        "serve", "--port", "8081", "--data", "/srv/plays", "--host", "::", "--database", "jdbc:x"))
                .hasValueSatisfying(args -> {
                    assertThat(args.folder()).isEqualTo(Path.of("/srv/plays"));
                    assertThat(args.flags().values())
                            .isEqualTo(Map.of(
                                    "port", new RawSettings.RawValue("8081", "--port"),
                                    "host", new RawSettings.RawValue("::", "--host"),
                                    "database.url", new RawSettings.RawValue("jdbc:x", "--database")));
                });
    }

    @Test
    void demoAcceptsAPort() {
        assertThat(FastServeArgs.of("serve", "--demo", "--port", "0"))
                .hasValueSatisfying(args -> assertThat(args.demo()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "check",
                "check serve",
                "serve --help",
                "serve --port",
                "serve --port eighty",
                "serve --port=8081",
                "serve --port 1 --port 2",
                "serve --data --demo",
                "serve --demo --demo",
                "serve --demo --data /srv/plays",
                "serve --demo --host ::",
                "serve /srv/plays",
                "serve --colour red"
            })
    void otherArgumentsAreLeftToTheLibrary(String words) {
        assertThat(FastServeArgs.of(words.split(" ", -1))).isEmpty();
    }
}
