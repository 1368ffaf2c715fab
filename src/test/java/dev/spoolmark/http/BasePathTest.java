package dev.spoolmark.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BasePathTest {

    @ParameterizedTest
    @CsvSource({
        "https://a.example/tv, /tv/settings, /settings",
        "https://a.example/tv, /tv, /",
        "https://a.example/tv, /tv/, /",
        "https://a.example/tv, /settings, /settings",
        "https://a.example/tv, /tvs/settings, /tvs/settings",
        "https://a.example/a/b, /a/b/c, /c",
        "https://a.example/, /tv, /tv",
        "https://a.example, /tv, /tv"
    })
    void removesThePathOfThePublicUrl(URI publicUrl, String received, String path) {
        assertThat(BasePath.of(publicUrl).strip(received)).isEqualTo(path);
    }
}
