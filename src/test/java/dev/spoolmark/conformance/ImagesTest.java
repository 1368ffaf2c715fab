package dev.spoolmark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.artwork.TestImages;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Images (`docs/spec/v1/conventions.md#images`) on a server without metadata sources: all are placeholders.
class ImagesTest extends V1Conformance {

    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/images/poster-dark.jpg, 300",
        "/images/poster-dark-138.jpg, 138",
        "/images/poster-small-138.jpg, 138",
        "/images/fanart-dark-218.jpg, 218",
        "/images/fanart-summary.jpg, 940",
        "/images/episode-dark-218.jpg, 218",
        "/images/banner.jpg, 758",
        "/images/avatar-large.jpg, 200",
        "/images/posters/1.jpg, 300",
        "/images/posters/1-138.jpg, 138",
        "/images/episodes/1-1-1.jpg, 400",
        "/images/seasons/1-1.jpg, 300"
    })
    void aMissingImageIsAPlaceholder(String path, int width) throws Exception {
        HttpResponse<byte[]> response = send(request(path).GET());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(TestImages.width(response.body())).isEqualTo(width);
    }

    @Test
    void anUnchangedImageIs304() throws Exception {
        HttpResponse<byte[]> first = send(request("/images/poster-dark.jpg").GET());
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<byte[]> again = send(
                request("/images/poster-dark.jpg").header("If-None-Match", tag).GET());

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).hasValue(tag);
        assertThat(again.headers().firstValue("Cache-Control")).hasValue("public, max-age=604800");
    }

    @Test
    void aPlaceholderOfAnItemIsCachedForFiveMinutes() throws Exception {
        HttpResponse<byte[]> missing = send(request("/images/posters/1.jpg").GET());

        assertThat(missing.headers().firstValue("Cache-Control")).hasValue("public, max-age=300");
        assertThat(missing.headers().firstValue("Content-Security-Policy")).hasValue("default-src 'none'; sandbox");
    }

    @Test
    void headReturnsTheHeadersWithoutABody() throws Exception {
        HttpResponse<byte[]> head = send(request("/images/banner.jpg").HEAD());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValueAsLong("Content-Length").orElseThrow())
                .isPositive();
        assertThat(head.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/images/", "/images/nobody.jpg", "/images/posters/1-139.jpg", "/images/posters/%2e%2e/1.jpg"})
    void otherPathsAreNotFound(String path) throws Exception {
        assertThat(send(request(path).GET()).statusCode()).isEqualTo(404);
    }

    @Test
    void otherMethodsAreRejected() throws Exception {
        HttpResponse<byte[]> response =
                send(request("/images/banner.jpg").POST(HttpRequest.BodyPublishers.ofString("{}")));

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(v1.base() + path));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }
}
