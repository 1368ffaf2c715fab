package dev.spoolmark.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.app.Given;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainServeTest {

    @Test
    void withoutMoreWordsEverythingIsAsSet() {
        assertThat(PlainServe.of("serve")).hasValueSatisfying(plain -> {
            assertThat(plain.demo()).isFalse();
            assertThat(plain.folder()).isEqualTo(Path.of("data"));
            assertThat(plain.flags()).isEqualTo(Given.nothing());
        });
    }

    @Test
    void whatIsNamedIsTaken() {
        assertThat(PlainServe.of(
                        "serve", "--port", "8081", "--data", "/srv/plays", "--host", "::", "--database", "jdbc:x"))
                .hasValueSatisfying(plain -> {
                    assertThat(plain.folder()).isEqualTo(Path.of("/srv/plays"));
                    assertThat(plain.flags().values())
                            .isEqualTo(Map.of(
                                    "port", new Given.Value("8081", "--port"),
                                    "host", new Given.Value("::", "--host"),
                                    "database.url", new Given.Value("jdbc:x", "--database")));
                });
    }

    @Test
    void theDemonstrationMayHaveAPort() {
        assertThat(PlainServe.of("serve", "--demo", "--port", "0"))
                .hasValueSatisfying(plain -> assertThat(plain.demo()).isTrue());
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
    void whateverElseIsLeftToTheLibrary(String words) {
        assertThat(PlainServe.of(words.split(" ", -1))).isEmpty();
    }
}
