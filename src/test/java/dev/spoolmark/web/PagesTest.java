package dev.spoolmark.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.app.TestServer;
import dev.spoolmark.app.demo.DemoSignIn;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What all pages have in common.
class PagesTest {

    private final TestServer server = TestServer.startDemo(
            InstantSource.fixed(Instant.parse("2026-11-30T12:00:00Z")), new DemoSignIn(List.of(), "demo"));
    private final PageClient visitor = new PageClient(server.port());

    @BeforeEach
    void createUser() {
        PageAccounts.create(server, "ann", null, "correct horse battery");
    }

    @AfterEach
    void close() {
        visitor.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/about", "/styleguide"})
    void pagesAreWellFormed(String path) {
        visitor.get(path).isWellFormed();

        assertThat(visitor.status()).isEqualTo(200);
        assertThat(visitor.header("Content-Type")).contains("text/html; charset=utf-8");
    }

    @Test
    void everyPageHasTheSecurityFields() {
        visitor.get("/");

        assertThat(visitor.header("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(visitor.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(visitor.header("Referrer-Policy")).contains("same-origin");
        assertThat(visitor.header("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(visitor.header("Cache-Control")).contains("no-store");
        assertThat(visitor.header("X-Robots-Tag")).contains("noindex");
        assertThat(visitor.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void pagesUseTheLanguageOfTheBrowser() {
        visitor.in("de").get("/").isWellFormed();

        assertThat(visitor.text()).contains("Willkommen");
        assertThat(visitor.header("Content-Language")).contains("de");
    }

    @Test
    void anAssetIsCachedImmutably() {
        String address =
                visitor.get("/").page().expectFirst("link[rel=stylesheet]").attr("href");
        visitor.get(address);

        assertThat(address).matches("/assets/[0-9a-f]{10}/app\\.css");
        assertThat(visitor.status()).isEqualTo(200);
        assertThat(visitor.header("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(visitor.header("Content-Type")).contains("text/css; charset=utf-8");
    }

    @Test
    void aPathOfAFormerVersionRedirectsToTheCurrentFile() {
        visitor.getOnce("/assets/0000000000/app.css");

        assertThat(visitor.status()).isEqualTo(302);
        assertThat(visitor.header("Location").orElse("")).matches("/assets/[0-9a-f]{10}/app\\.css");
    }

    @ParameterizedTest
    @CsvSource({
        "/assets/0000000000/other.css, 404",
        "/assets/app.css, 404",
        "/assets/../app.css, 404",
        "/assets/x/..%2f..%2fmessages_en.properties, 404"
    })
    void otherPathsAreNotAssets(String path, int status) {
        assertThat(visitor.getOnce(path).status()).isEqualTo(status);
    }

    @Test
    void aFormOfAnotherSiteIsRejected() {
        visitor.post("/styleguide", Map.of(), "Sec-Fetch-Site", "cross-site");
        assertThat(visitor.status()).isEqualTo(403);

        visitor.post("/styleguide", Map.of(), "Origin", "https://other.example");
        assertThat(visitor.status()).isEqualTo(403);

        visitor.post("/styleguide", Map.of(), "X-Other", "neither field");
        assertThat(visitor.status()).isEqualTo(403);

        visitor.post("/styleguide", Map.of(), "Origin", "http://localhost:" + server.port());
        assertThat(visitor.status()).isEqualTo(200);
    }

    @Test
    void otherMethodsAreRejected() {
        visitor.post("/about", Map.of());

        assertThat(visitor.status()).isEqualTo(405);
        assertThat(visitor.header("Allow")).contains("GET, HEAD");
        assertThat(visitor.text()).contains("Not possible here");
    }

    @Test
    void onlyADemoHasAStyleGuide() {
        try (TestServer plain = TestServer.start(InstantSource.fixed(Instant.EPOCH));
                PageClient other = new PageClient(plain.port())) {
            assertThat(other.get("/styleguide").status()).isEqualTo(404);
        }
    }

    @Test
    void robotsAreExcluded() {
        assertThat(visitor.get("/robots.txt").text()).isEqualTo("User-agent: * Disallow: /");
        assertThat(visitor.get("/.well-known/security.txt").text())
                .contains("Contact: http://localhost:")
                .contains("Expires: 2026-12-30T00:00:00Z");
        assertThat(visitor.getOnce("/.well-known/change-password").header("Location"))
                .contains("/settings/security");
    }

    @Test
    void pagesWorkBelowAPath() {
        try (TestServer below = TestServer.start(
                        InstantSource.fixed(Instant.EPOCH), "SPOOLMARK_PUBLIC_URL=http://localhost/tv");
                PageClient proxied = new PageClient(below.port())) {
            for (String path : new String[] {"/tv/about", "/about"}) {
                proxied.get(path).isWellFormed();
                assertThat(proxied.status()).isEqualTo(200);
                assertThat(proxied.page().select("a[href], link[href], script[src], img[src], use[href]"))
                        .allSatisfy(element -> assertThat(
                                        element.hasAttr("href") ? element.attr("href") : element.attr("src"))
                                .matches("#content|/tv/.*|https://[a-z.]+(/.*)?"));
            }
            String css = proxied.page().expectFirst("link[rel=stylesheet]").attr("href");
            assertThat(proxied.get(css).status()).isEqualTo(200);
            assertThat(proxied.get(css.substring("/tv".length())).status()).isEqualTo(200);
        }
    }
}
