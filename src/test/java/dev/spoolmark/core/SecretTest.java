package dev.spoolmark.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

    private static final String SHA1_OF_DEMO = "89e495e7941cf9e40e6980d14a16bf023ccd4c91";

    @Test
    void theCaseOfTheDigitsDoesNotMatter() {
        assertThat(Secret.ofSha1Hex(SHA1_OF_DEMO.toUpperCase(java.util.Locale.ROOT)))
                .contains(Secret.sha1Of("demo"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "demo", "89e495e7941cf9e40e6980d14a16bf023ccd4c9", "zze495e7941cf9e40e6980d14a16bf023ccd4c91"
            })
    void onlyFortyHexDigitsAreAPasswordHash(String text) {
        assertThat(Secret.ofSha1Hex(text)).isEmpty();
    }

    @Test
    void aSecretIsNeverPrinted() {
        assertThat(Secret.sha1Of("demo")).hasToString("***");
    }
}
