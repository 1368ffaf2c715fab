package dev.spoolmark.web.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.AccountPatch;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.web.PageClient;
import dev.spoolmark.web.library.LibraryFixture;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReviewPagesTest {

    private static final String SHARED = "/u/ann/stats/2013/review";

    private final LibraryFixture world = new LibraryFixture();
    private final PageClient browser = world.browser;
    private final ShowId show = world.show("Paper Boats", 12, "2013-01-01T03:00:00Z");
    private final MovieId movie = world.movie("مدينة الضوء 🎬");

    @BeforeEach
    void watch() {
        world.watch(world.ann.id(), show, 1, "2013-02-01T20:00:00Z");
        world.watch(world.ann.id(), show, 2, "2013-06-23T20:00:00Z");
        world.watch(world.ann.id(), movie, "2013-06-24T10:00:00Z");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void theReviewHasTotalsTitlesAndNewShows() {
        world.counted("/stats/2013/review").isWellFormed();

        assertThat(browser.text())
                .contains("2013 in review", "Plays 3", "Longest day", "First play", "Only you can see this review.");
        assertThat(browser.page().select("#new-shows ~ ul li").eachText()).containsExactly("Paper Boats Feb 1, 2013");
        assertThat(browser.page().select("#top-movies ~ ol bdi").text()).isEqualTo("مدينة الضوء 🎬");
        assertThat(browser.page().expectFirst("img.review-picture").attr("src")).isEqualTo("/stats/2013/review.png");
        assertThat(browser.get("/stats/2012/review").text()).contains("No plays in this period.");
    }

    @Test
    void aReviewIsVisibleToOthersWhileItIsShared() {
        try (PageClient visitor = new PageClient(world.server.port())) {
            assertHidden(visitor);
            browser.get("/stats/2013/review").submit("Share this review");
            assertThat(browser.text()).contains("The review is shared.", "Everyone can see this review", SHARED);

            visitor.get(SHARED).isWellFormed();
            assertThat(visitor.text())
                    .contains("2013 in review: ann", "Paper Boats")
                    .doesNotContain("Share");
            assertThat(visitor.page().expectFirst("img.review-picture").attr("src"))
                    .isEqualTo(SHARED + ".png");
            assertThat(visitor.get(SHARED + ".png").header("Content-Type")).contains("image/png");
            assertThat(visitor.get("/u/ann/stats/2012/review").status()).isEqualTo(404);

            browser.get("/stats/2013/review").submit("No longer share");
            assertThat(browser.text()).contains("The review is no longer shared.");
            assertHidden(visitor);
        }
    }

    @Test
    void aSharedReviewIsVisibleOnlyToThoseWhoMaySeeTheHistory() {
        browser.get("/stats/2013/review").submit("Share this review");
        var features = world.server.features();
        features.accounts().change(world.ann, new AccountPatch(true, true));
        try (PageClient visitor = new PageClient(world.server.port());
                PageClient bob = world.signIn("bob")) {
            assertHidden(visitor);
            assertHidden(bob);
            features.follows().follow(world.bob, features.accounts().get("ann"));
            assertHidden(bob);
            features.follows().approve(features.accounts().get("ann"), world.bob.id());
            assertThat(bob.get(SHARED).status()).isEqualTo(200);
            assertHidden(visitor);
        }
        assertThat(browser.get("/stats/2013/review").text()).contains("Your followers can see this review");
    }

    private static void assertHidden(PageClient client) {
        String missing = client.get("/u/nobody/stats/2013/review").text();
        for (String path : List.of(SHARED, SHARED + ".png")) {
            assertThat(client.get(path).status()).isEqualTo(404);
            assertThat(client.text()).isEqualTo(missing);
        }
    }

    @Test
    void wrongFormsAreRejected() {
        assertThat(world.post("/stats/2013/share", "shared", "perhaps").status())
                .isEqualTo(400);
        assertThat(world.post("/stats/2013/share").status()).isEqualTo(400);
        assertThat(world.post("/stats/1/share", "shared", "yes").status()).isEqualTo(404);
        assertThat(world.post("/stats/2013/share", "shared", "no").status()).isEqualTo(303);
        world.post("/stats/2013/share", "shared", "yes");
        assertThat(world.post("/stats/2013/share", "shared", "yes").status()).isEqualTo(303);
    }

    @Test
    void aPictureThatTheClientHasIsNotSentAgain() throws IOException, InterruptedException {
        browser.get("/stats/2013/review").submit("Share this review");
        URI address = URI.create("http://localhost:" + world.server.port() + SHARED + ".png");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> first =
                    client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
            String tag = first.headers().firstValue("ETag").orElseThrow();
            HttpResponse<byte[]> second = client.send(
                    HttpRequest.newBuilder(address).header("If-None-Match", tag).build(),
                    HttpResponse.BodyHandlers.ofByteArray());

            assertThat(first.body()).startsWith(0x89, 'P', 'N', 'G').hasSizeLessThan(200_000);
            assertThat(first.headers().firstValue("Cache-Control")).contains("private, no-cache");
            assertThat(second.statusCode()).isEqualTo(304);
        }
    }
}
