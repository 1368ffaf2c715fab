package dev.spoolmark.api.v1;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptSafeTest {

    @ParameterizedTest
    @CsvSource({
        "one\u2028two, one|8two",
        "a\u2028\u2029\u2028, a|8|9|8",
        "plain, plain",
        "\u2027\u202A\u2010\u20AC, \u2027\u202A\u2010\u20AC",
        "\u2022\u2028, \u2022|8",
        "end\u2029, end|9"
    })
    void escapesLineTerminatorsAcrossWrites(String json, String escaped) throws IOException {
        String expected = escaped.replace("|8", "\\u2028").replace("|9", "\\u2029");
        for (int piece = 1; piece < 8; piece++) {
            assertThat(written(json, piece)).as("pieces of " + piece).isEqualTo(expected);
        }
    }

    private static String written(String json, int piece) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream();
        ScriptSafe script = new ScriptSafe(out);
        for (int at = 0; at < bytes.length; at += piece) {
            script.write(bytes, at, Math.min(piece, bytes.length - at));
        }
        script.finish();
        return out.toString(StandardCharsets.UTF_8);
    }
}
