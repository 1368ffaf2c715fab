package dev.spoolmark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What load balancers ask by default whether a server is up.
class LoadBalancerTest extends V1Conformance {

    @ParameterizedTest
    @CsvSource({
        "OPTIONS, /",
        "OPTIONS, /about",
        "OPTIONS, /health",
        "OPTIONS, /server/time.json/{key}",
        "HEAD, /",
        "HEAD, /health",
        "GET, /health"
    })
    void everyUsualCheckSucceeds(String method, String path) {
        assertThat(v1.send(method, path).send().status()).isBetween(200, 204);
    }

    @Test
    void optionsReturnsTheMethodsOfAPage() {
        assertThat(v1.send("OPTIONS", "/about").send().header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }
}
