package dev.spoolmark.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

    @Test
    void theThousandthRequestIsTheLast() {
        Connections connections = new Connections();

        long before = IntStream.range(1, Limits.REQUESTS_A_CONNECTION)
                .filter(request -> connections.isSpent("a"))
                .count();

        assertThat(before).isZero();
        assertThat(connections.isSpent("b")).isFalse();
        assertThat(connections.isSpent("a")).isTrue();
    }
}
