package dev.spoolmark.http.overload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainRequestTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /a HTTP/1.1|Host: a||",
                "GET /a?b=/c HTTP/1.1|Host: a||",
                "POST /a HTTP/1.1|Host: a||",
                "POST /a HTTP/1.1|Host: a|Content-Length: 0||",
                "POST /a HTTP/1.1|content-length:3|Host: a||abc",
            })
    void completeRequestsArePlain(String request) {
        PlainRequest plain = PlainRequest.read(bytes(request), path -> path).orElseThrow();

        assertThat(plain.method()).isEqualTo(request.substring(0, request.indexOf(' ')));
        assertThat(plain.rawPath()).isEqualTo("/a");
        assertThat(plain.host()).isEqualTo("a");
        assertThat(plain.header("x".repeat(300))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "||",
                "GET /a HTTP/1.1|Host: a|",
                "HEAD /a HTTP/1.1|Host: a||",
                "GET /a HTTP/1.1|Host: a||GET /b HTTP/1.1|Host: a||",
                "POST /a HTTP/1.1|Content-Length: 4||abc",
                "POST /a HTTP/1.1|Content-Length: 2||abc",
                "POST /a HTTP/1.1|Content-Length: 3|Content-Length: 3||abc",
                "POST /a HTTP/1.1|Content-Length: -3||",
                "POST /a HTTP/1.1|Content-Length: ||",
                "POST /a HTTP/1.1|Content-Length: 4294967296||",
                "POST /a HTTP/1.1|Content-Length: 18446744073709551615||",
                "POST /a HTTP/1.1|Transfer-Encoding: chunked||",
                "POST /a HTTP/1.1|Expect: 100-continue||",
                "GET /a HTTP/1.1|Connection: close||",
                "GET /a HTTP/1.1|Origin: http://example.org||",
                "GET /a HTTP/1.1|x-forwarded-for: 192.0.2.1||",
                "GET /a HTTP/1.1|no colon||",
                "GET /a HTTP/1.1|: no name||",
                "POST /a HTTP/1.1|Content-Length : 30||",
                "POST /a HTTP/1.1|Transfer-Encoding : chunked||",
                "POST /a HTTP/1.1|X: y\nTransfer-Encoding: chunked||",
                "POST /a HTTP/1.1|X: y\rContent-Length: 30||",
            })
    void otherRequestsAreNotPlain(String request) {
        assertThat(PlainRequest.read(bytes(request), path -> path)).isEmpty();
    }

    private static byte[] bytes(String request) {
        return request.replace("|", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}
