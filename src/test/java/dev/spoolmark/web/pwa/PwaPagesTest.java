package dev.spoolmark.web.pwa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.MutableClock;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.web.PageAccounts;
import dev.spoolmark.web.PageClient;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The pages as an application: manifest, service worker, the page without a connection, the shortcuts.
class PwaPagesTest {

    private static final String PASSWORD = "correct horse battery";
    private static final TestServer SERVER = TestServer.start(new MutableClock());
    private static final JsonMapper JSON = new JsonMapper();

    private final PageClient visitor = new PageClient(SERVER.port());

    @BeforeAll
    static void createUser() {
        PageAccounts.create(SERVER, "ann", null, PASSWORD);
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    private static PageClient signedIn() {
        PageClient client = new PageClient(SERVER.port());
        client.get("/signin").submit("Sign in", "name", "ann", "password", PASSWORD);
        return client;
    }

    private static JsonNode manifest(PageClient client) {
        return JSON.readTree(client.get("/manifest.webmanifest").page().wholeText());
    }

    @Test
    void theManifestNamesTheServerItsIconsAndItsEntries() throws IOException {
        JsonNode manifest = manifest(visitor);

        assertThat(visitor.header("Content-Type")).contains("application/manifest+json; charset=utf-8");
        assertThat(manifest.get("name").asString()).isEqualTo("Spoolmark");
        assertThat(manifest.get("id").asString()).isEqualTo("/");
        assertThat(manifest.get("scope").asString()).isEqualTo("/");
        assertThat(manifest.get("display").asString()).isEqualTo("standalone");
        List<String> purposes = new ArrayList<>();
        for (JsonNode icon : manifest.get("icons")) {
            purposes.add(
                    icon.get("purpose").asString() + " " + icon.get("sizes").asString());
            if (icon.get("type").asString().equals("image/png")) {
                BufferedImage image = ImageIO.read(URI.create("http://localhost:" + SERVER.port()
                                + icon.get("src").asString())
                        .toURL());
                assertThat(image.getWidth() + "x" + image.getHeight())
                        .isEqualTo(icon.get("sizes").asString());
            }
        }
        assertThat(purposes).containsExactly("any 192x192", "any 512x512", "maskable 512x512", "any any");
        for (JsonNode shortcut : manifest.get("shortcuts")) {
            assertThat(visitor.get(shortcut.get("url").asString()).status()).isEqualTo(200);
        }
        assertThat(manifest.get("share_target").get("action").asString()).isEqualTo("/find");
    }

    @Test
    void theManifestIsInTheLanguageOfTheVisitor() {
        assertThat(manifest(new PageClient(SERVER.port()).in("de"))
                        .get("shortcuts")
                        .get(0)
                        .get("name")
                        .asString())
                .isEqualTo("Als Nächstes");
    }

    @Test
    void theServiceWorkerKnowsAllAssets() {
        String script = visitor.get("/sw.js").page().wholeText();

        assertThat(visitor.header("Service-Worker-Allowed")).contains("/");
        assertThat(visitor.header("Cache-Control")).contains("no-cache");
        assertThat(script).contains("const BASE = \"\";").containsPattern("const VERSION = \"[0-9a-f]{10}\";");
        for (String address :
                visitor.get("/about").page().select("script[src], link[rel=stylesheet], img[src]").stream()
                        .map(element -> element.hasAttr("src") ? element.attr("src") : element.attr("href"))
                        .toList()) {
            assertThat(script).contains("\"" + address + "\"");
        }
    }

    @Test
    void everythingWorksBelowAPath() {
        try (TestServer below = TestServer.start(new MutableClock(), "SPOOLMARK_PUBLIC_URL=http://localhost/tv");
                PageClient proxied = new PageClient(below.port())) {
            PageAccounts.create(below, "ann", null, PASSWORD);
            JsonNode manifest =
                    JSON.readTree(proxied.get("/tv/manifest.webmanifest").page().wholeText());
            assertThat(manifest.get("id").asString()).isEqualTo("/tv/");
            assertThat(manifest.get("scope").asString()).isEqualTo("/tv/");
            assertThat(manifest.get("share_target").get("action").asString()).isEqualTo("/tv/find");
            assertThat(proxied.get("/tv/sw.js").page().wholeText()).contains("const BASE = \"/tv\";");
            assertThat(proxied.header("Service-Worker-Allowed")).contains("/tv/");
            assertThat(proxied.get("/tv/offline")
                            .page()
                            .expectFirst("#app-texts")
                            .attr("data-base"))
                    .isEqualTo("/tv");
        }
    }

    @Test
    void pagesNameTheirUserForTheServiceWorker() {
        assertThat(visitor.get("/about").header("Page-User")).isEmpty();
        try (PageClient ann = signedIn()) {
            String id =
                    Long.toString(SERVER.features().accounts().get("ann").id().value());
            assertThat(ann.get("/history").header("Page-User")).contains(id);
            assertThat(ann.page().expectFirst("#app-texts").attr("data-user")).isEqualTo(id);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/offline", "/keyboard"})
    void pagesAreForVisitorsAndUsersInBothLanguages(String path) {
        visitor.get(path).isWellFormed();
        assertThat(visitor.status()).isEqualTo(200);
        new PageClient(SERVER.port()).in("de").get(path).isWellFormed();
        try (PageClient ann = signedIn()) {
            ann.get(path).isWellFormed();
        }
    }

    @Test
    void shortcutsAreListedAndCanBeTurnedOff() {
        try (PageClient ann = signedIn()) {
            assertThat(ann.get("/keyboard").page().select("kbd").eachText()).contains("g", "j", "?", "Shift");
            assertThat(scripts(ann)).anyMatch(name -> name.endsWith("keyboard.mjs"));

            ann.get("/settings/display");
            assertThat(ann.page().select("#keyboard[checked]")).hasSize(1);
            String csrf = ann.page().expectFirst("input[name=_csrf]").val();
            ann.post(
                    "/settings/display",
                    Map.of("_csrf", csrf, "theme", "dark", "spoilers", "off", "rating_mode", "simple"));

            ann.get("/keyboard");
            assertThat(scripts(ann)).noneMatch(name -> name.endsWith("keyboard.mjs"));
            assertThat(ann.text()).contains("You have turned them off");
            ann.get("/settings/display").submit("Save", "keyboard", "on");
            assertThat(scripts(ann.get("/"))).anyMatch(name -> name.endsWith("keyboard.mjs"));
        }
    }

    private static List<String> scripts(PageClient client) {
        return client.page().select("script[src]").eachAttr("src");
    }

    @Test
    void theBarOfTheBrowserHasTheColorsOfTheTheme() {
        assertThat(visitor.get("/about").page().select("meta[name=theme-color]").eachAttr("media"))
                .allMatch(Pattern.compile("\\(prefers-color-scheme: (light|dark)\\)")
                        .asMatchPredicate())
                .hasSize(2);
        assertThat(visitor.getOnce("/apple-touch-icon.png").header("Location").orElseThrow())
                .endsWith("/apple-touch-icon.png");
    }
}
