package dev.spoolmark.web.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.web.PageClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The watchlist and the collection.
class OwnItemsPagesTest {

    private final LibraryFixture world = new LibraryFixture();
    private final PageClient browser = world.browser;

    @AfterEach
    void close() {
        world.close();
    }

    private List<String> titles() {
        return browser.page().select("main .list-plain > li .item-line strong").eachText();
    }

    private void fillWatchlist() {
        MovieId movie = world.movie("Zebra");
        ShowId show = world.show("Anchor", 3, "2013-01-01T03:00:00Z");
        world.server.features().watchlist().addShows(world.ann.id(), List.of(show));
        world.clock.pass(Duration.ofMinutes(1));
        world.server.features().watchlist().addMovies(world.ann.id(), List.of(movie));
        world.server.features().watchlist().addEpisodes(world.ann.id(), show, List.of(world.episode(show, 2)));
    }

    @Test
    void theWatchlistIsSortedAndLimitedToAKind() {
        fillWatchlist();

        world.counted("/watchlist?sort=title").isWellFormed();
        assertThat(titles()).containsExactly("Anchor", "Anchor", "Zebra");
        world.counted("/watchlist?kind=episode");
        assertThat(browser.text()).contains("S1 E2 · Episode 2");
        world.counted("/watchlist?kind=movie&sort=year");
        assertThat(titles()).containsExactly("Zebra");
        world.counted("/watchlist");
        assertThat(titles()).last().isEqualTo("Anchor");
    }

    @Test
    void itemsAreRemovedOneByOneAndSelected() {
        fillWatchlist();

        browser.get("/watchlist?sort=title").submit("Remove Zebra, 1999");
        assertThat(browser.path()).startsWith("/watchlist?sort=title");
        assertThat(browser.text()).contains("Removed from your watchlist.");
        browser.submit("Remove selected");
        assertThat(browser.text()).contains("Nothing was selected");
        String show = browser.page().select("input[name=item]").eachAttr("value").stream()
                .filter(item -> item.startsWith("show-"))
                .findFirst()
                .orElseThrow();
        browser.submit("Remove selected", "item", show);
        assertThat(titles()).hasSize(1);
    }

    @Test
    void aCollectedShowIsRemovedWithAllItsEpisodes() {
        ShowId show = world.show("Anchor", 3, "2013-01-01T03:00:00Z");
        world.server
                .features()
                .collectionItems()
                .addEpisodes(world.ann.id(), show, List.of(world.episode(show, 1), world.episode(show, 3)));
        world.server.features().collectionItems().addMovies(world.ann.id(), List.of(world.movie("Zebra")));

        world.counted("/collection").isWellFormed();
        assertThat(browser.text()).contains("2 episodes");
        world.counted("/collection?kind=show&sort=title");
        browser.submit("Remove Anchor, 2010");
        assertThat(browser.text()).contains("Removed from your collection.", "Nothing in your collection.");
        browser.get("/collection");
        assertThat(titles()).containsExactly("Zebra");
    }

    @Test
    void longListsHavePages() {
        List<MovieId> movies = new ArrayList<>();
        for (int i = 0; i < 61; i++) {
            movies.add(world.movie("Movie %02d".formatted(i)));
        }
        world.server.features().watchlist().addMovies(world.ann.id(), movies);

        browser.get("/watchlist?sort=title");
        assertThat(titles()).hasSize(60);
        world.counted(browser.page().expectFirst("a[rel=next]").attr("href"));
        assertThat(titles()).containsExactly("Movie 60");
        assertThat(browser.page().select("a[rel=next]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/watchlist?kind=person",
                "/watchlist?sort=rank",
                "/watchlist?after=nonsense",
                "/watchlist?after=1_2_AA",
                "/collection?kind=episode",
                "/collection?sort=",
                "/collection?after=%E2%80%AE"
            })
    void wrongStatesAreExplained(String path) {
        browser.get(path);

        browser.isWellFormed();
        assertThat(browser.status()).isEqualTo(path.endsWith("sort=") ? 200 : 422);
    }

    @Test
    void aFormThatNamesNoItemIsRejected() {
        for (String item : List.of("x", "person-1", "movie-", "movie-1;drop")) {
            assertThat(world.post("/watchlist/remove", "item", item).status()).isEqualTo(400);
        }
    }

    @Test
    void germanTextsAreUsed() {
        assertThat(browser.in("de").get("/watchlist").isWellFormed().text()).contains("Merkliste");
        assertThat(browser.get("/collection").isWellFormed().text()).contains("Sammlung");
    }
}
