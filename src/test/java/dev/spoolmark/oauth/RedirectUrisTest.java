package dev.spoolmark.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectUrisTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://client.example/callback",
                "https://client.example:8443/callback?next=1",
                "http://ha.local:8123/auth/external/callback",
                "http://127.0.0.1/callback",
                "showly2://trakt",
                "com.example.app:/oauth",
                "urn:ietf:wg:oauth:2.0:oob"
            })
    void urisOfApplicationsAreAllowed(String uri) {
        assertThat(RedirectUris.isAllowed(uri)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/callback",
                "//client.example/callback",
                "client.example/callback",
                "https:",
                "https:///callback",
                "https://user@client.example/",
                "https://client.example/#fragment",
                "https://client.example\\@evil.example/",
                "https://client.example/ ",
                "https://client.example/\nLocation: https://evil.example/",
                "https://clïent.example/",
                "javascript:alert(1)",
                "JavaScript://client.example/%0aalert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "vbscript:x",
                "blob:https://client.example/1",
                "urn:ietf:wg:oauth:2.0:other"
            })
    void urisThatABrowserExecutesOrMisreadsAreRejected(String uri) {
        assertThat(RedirectUris.isAllowed(uri)).isFalse();
    }

    @Test
    void longUrisAreRejected() {
        assertThat(RedirectUris.isAllowed("https://a.example/" + "x".repeat(1_982)))
                .isTrue();
        assertThat(RedirectUris.isAllowed("https://a.example/" + "x".repeat(1_983)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/cb, https://a.example/cb, true",
        "https://a.example/cb, https://a.example/cb/, false",
        "https://a.example/cb, https://a.example/cb?x=1, false",
        "https://a.example/cb, https://A.example/cb, false",
        "https://a.example/cb, https://a.example:444/cb, false",
        "https://a.example/cb, http://a.example/cb, false",
        "https://a.example/cb, https://a.example.evil.example/cb, false",
        "http://127.0.0.1/cb, http://127.0.0.1:4711/cb, true",
        "http://127.0.0.1:1/cb, http://127.0.0.1/cb, true",
        "http://[::1]:1/cb, http://[::1]:2/cb, true",
        "http://127.0.0.1/cb, http://[::1]:2/cb, false",
        "http://127.0.0.1/cb, http://127.0.0.1:4711/other, false",
        "http://127.0.0.1/cb, http://127.0.0.1:4711/cb?x=1, false",
        "http://127.0.0.1/cb, http://127.0.0.1:4711@evil.example/cb, false",
        "http://127.0.0.1/cb, https://127.0.0.1:4711/cb, false",
        "http://localhost/cb, http://localhost:4711/cb, false",
        "http://ha.local:8123/cb, http://ha.local:8124/cb, false",
        "urn:ietf:wg:oauth:2.0:oob, urn:ietf:wg:oauth:2.0:oob, true",
        "https://a.example/cb, urn:ietf:wg:oauth:2.0:oob, false"
    })
    void urisMatchExactlyOrAreLoopbackWithAnotherPort(String registered, String sent, boolean matches) {
        assertThat(RedirectUris.matches(List.of(registered), sent)).isEqualTo(matches);
    }

    @Test
    void targetReturnsTheOriginOfAUri() {
        assertThat(RedirectUris.target("https://client.example:8443/callback?x"))
                .isEqualTo("https://client.example:8443");
        assertThat(RedirectUris.target("showly2://trakt")).isEqualTo("showly2://trakt");
        assertThat(RedirectUris.target("com.example.app:/oauth")).isEqualTo("com.example.app:");
        assertThat(RedirectUris.target(RedirectUris.OUT_OF_BAND)).isEmpty();
    }
}
