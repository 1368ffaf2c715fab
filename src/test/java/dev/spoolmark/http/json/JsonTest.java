package dev.spoolmark.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.http.body.LenientValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonTest {

    record Example(
            String status,
            @Nullable String error,
            List<Integer> counts,
            @Nullable LenientValue echo) {}

    @Test
    void keepsTheOrderOfTheRecordAndOmitsNulls() {
        assertThat(text(Json.bytes(new Example("é/success", null, List.of(), null))))
                .isEqualTo("{\"status\":\"é/success\",\"counts\":[]}");
    }

    @Test
    void writesLenientValuesInTheirOriginalForm() {
        Example response = new Example("s", "e", List.of(1), new LenientValue("45.0", false));

        assertThat(text(Json.bytes(response))).endsWith("\"error\":\"e\",\"counts\":[1],\"echo\":45.0}");
    }

    @Test
    void streamsListsWithoutClosingTheStream() {
        var out = new ByteArrayOutputStream() {
            boolean closed;

            @Override
            public void close() {
                closed = true;
            }
        };

        Json.array(out, List.of(new Example("a", null, List.of(), null), 2));

        assertThat(text(out.toByteArray())).isEqualTo("[{\"status\":\"a\",\"counts\":[]},2]");
        assertThat(out.closed).isFalse();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
