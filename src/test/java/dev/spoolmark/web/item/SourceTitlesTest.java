package dev.spoolmark.web.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.MutableClock;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.http.client.StubServer;
import dev.spoolmark.metadata.StubTvmaze;
import dev.spoolmark.web.PageAccounts;
import dev.spoolmark.web.PageClient;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Titles at TVmaze on the search page, and adding one.
class SourceTitlesTest {

    private static final String PASSWORD = "correct horse battery";
    private static final String SEARCH = "/search/shows?q=";

    private final StubTvmaze tvmaze = new StubTvmaze();
    private final TestServer server = TestServer.start(new MutableClock(), tvmaze.settings());
    private final PageClient ann = new PageClient(server.port());

    @BeforeEach
    void signIn() {
        PageAccounts.create(server, "ann", "ann@example.org", PASSWORD);
        ann.get("/signin").submit("Sign in", "name", "ann", "password", PASSWORD);
        tvmaze.server.on(SEARCH + "thrones", "[{\"score\":1,\"show\":" + StubTvmaze.recordedShow() + "}]");
    }

    @AfterEach
    void close() {
        ann.close();
        server.close();
        tvmaze.close();
    }

    @Test
    void theSourcesAreQueriedOnlyOnDemand() {
        ann.get("/find?q=thrones").isWellFormed();

        assertThat(ann.text()).contains("Search at TVmaze");
        assertThat(tvmaze.server.lines()).noneMatch(line -> line.contains("/search/"));
        ann.get(ann.page().expectFirst("[data-part=sources] a").attr("href")).isWellFormed();
        assertThat(ann.page().select("[data-part=sources] li").text())
                .contains("Game of Thrones")
                .contains("Show · 2011 · TVmaze");
    }

    @Test
    void aTitleIsAddedAndItsPageShown() {
        ann.get("/find/sources?q=thrones").submit("Add");

        assertThat(ann.path()).startsWith("/s/game-of-thrones");
        assertThat(ann.text()).contains("It is in the catalog now.").contains("Season 1");
        ann.get("/find/sources?q=thrones").isWellFormed();
        assertThat(ann.page().select("[data-part=sources] li a").eachAttr("href"))
                .containsExactly("/s/game-of-thrones");
    }

    @Test
    void aFormThatIsSentAgainAddsNothing() {
        Map<String, String> form = Map.of(
                "_csrf",
                ann.get("/find").page().expectFirst("input[name=_csrf]").val(),
                "kind",
                "show",
                "id",
                "tvmaze:82");
        ann.post("/find/add", form).follow();
        String path = ann.path();
        ann.post("/find/add", form).follow();

        assertThat(ann.path()).isEqualTo(path.replace("item_added", "item_known"));
        assertThat(ann.text()).contains("It was in the catalog already.");
    }

    @Test
    void aSourceThatDoesNotRespondIsNamed() {
        tvmaze.server.on(SEARCH + "thrones", StubServer.status(500));

        assertThat(ann.get("/find/sources?q=thrones").status()).isEqualTo(200);
        assertThat(ann.text()).contains("No response from TVmaze.");
    }

    @Test
    void anUnknownTitleIsNotFoundThere() {
        tvmaze.server.on(SEARCH + "xyzzy", "[]");

        assertThat(ann.get("/find/sources?q=xyzzy").text()).contains("Nothing was found there.");
    }

    @Test
    void anIdThatTheSourceDoesNotKnowLeadsBackToTheSearch() {
        String token = ann.get("/find").page().expectFirst("input[name=_csrf]").val();
        ann.post("/find/add", Map.of("_csrf", token, "kind", "show", "id", "tvmaze:7", "q", "thrones"))
                .follow();

        assertThat(ann.path()).startsWith("/find/sources?q=thrones");
        assertThat(ann.text()).contains("The source does not know it any more.");
    }

    @Test
    void aFormWithoutAnIdOfASourceIsNotFound() {
        String token = ann.get("/find").page().expectFirst("input[name=_csrf]").val();
        for (String id : new String[] {"", "tvmaze:", "tvmaze:0", "netflix:1", "82", "tvmaze:99999999999999999999"}) {
            assertThat(ann.post("/find/add", Map.of("_csrf", token, "kind", "show", "id", id))
                            .status())
                    .as(id)
                    .isEqualTo(404);
        }
        assertThat(ann.post("/find/add", Map.of("_csrf", token, "kind", "movie", "id", "tvdb:5"))
                        .status())
                .isEqualTo(404);
        assertThat(ann.post("/find/add", Map.of("_csrf", token, "kind", "person", "id", "tmdb:5"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aVisitorCannotSearchAtTheSources() {
        try (PageClient visitor = new PageClient(server.port())) {
            assertThat(visitor.getOnce("/find/sources?q=thrones").status()).isEqualTo(303);
        }
        assertThat(tvmaze.server.lines()).noneMatch(line -> line.contains("/search/"));
    }
}
