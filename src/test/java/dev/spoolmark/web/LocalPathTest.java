package dev.spoolmark.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/settings",
                "/settings/security?notice=saved",
                "/u/a.b~c",
                "/u/...",
                "/u/.a",
                "/u?a=/../b",
                "/oauth/authorize?a=http://b/"
            })
    void acceptsPathsOfThisServer(String address) {
        assertThat(LocalPath.of(address)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "settings",
                "//other.example",
                "/\\other.example",
                "\\\\other.example",
                "https://other.example/",
                "javascript:alert(1)",
                "/a b",
                "/a\nLocation: b",
                "/\t/other.example",
                "/ä",
                "/../settings",
                "/settings/..",
                "/settings/./a",
                "/.?a=b",
                "/a/..#b",
                "/%2e%2e/a",
                "/a/.%2E/b",
                "/a/%2e"
            })
    void rejectsOtherPaths(String address) {
        assertThat(LocalPath.of(address)).isEmpty();
    }
}
