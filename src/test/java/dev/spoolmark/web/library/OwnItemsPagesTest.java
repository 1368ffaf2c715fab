package dev.spoolmark.web.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.lists.ListSettings;
import dev.spoolmark.lists.Privacy;
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
        assertThat(browser.text()).contains("Removed 1 title from your watchlist.");
        browser.submit("Remove selected");
        assertThat(browser.text()).contains("Nothing was selected");
        String show = browser.page().select("input[name=select]").eachAttr("value").stream()
                .filter(item -> item.startsWith("show-"))
                .findFirst()
                .orElseThrow();
        browser.submit("Remove selected", "select", show);
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
        assertThat(browser.text())
                .contains("Removed 2 movies or episodes from your collection.", "Nothing in your collection.");
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
                "/collection?sort=rank",
                "/watchlist?watched=maybe",
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
            assertThat(world.post("/watchlist/items", "do", "remove", "select", item)
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void germanTextsAreUsed() {
        assertThat(browser.in("de").get("/watchlist").isWellFormed().text()).contains("Merkliste");
        assertThat(browser.get("/collection").isWellFormed().text()).contains("Sammlung");
    }

    @Test
    void aRemovalIsUndoneWithItsPlace() {
        fillWatchlist();
        browser.get("/watchlist?sort=rank");
        List<String> before = titles();

        browser.submit("Remove Zebra, 1999");
        assertThat(titles()).hasSize(2);
        browser.submit("Undo");
        assertThat(browser.text()).contains("Undone.");
        assertThat(titles()).isEqualTo(before);
    }

    @Test
    void theWatchlistHasAnOwnOrderAndNotes() {
        fillWatchlist();

        world.counted("/watchlist?sort=rank").isWellFormed();
        assertThat(titles()).containsExactly("Anchor", "Zebra", "Anchor");
        browser.submit("To the top Zebra, 1999");
        assertThat(titles()).first().isEqualTo("Zebra");
        browser.submit("Down Zebra, 1999");
        assertThat(titles()).containsExactly("Anchor", "Zebra", "Anchor");
        String zebra = browser.page().expectFirst("input[value^=movie-]").val();
        browser.submit("Save note Zebra, 1999", "note." + zebra, "with <b>tea</b>");
        assertThat(browser.text()).contains("with <b>tea</b>");
        assertThat(browser.page().select("input.place").eachAttr("value")).containsExactly("1", "2", "3");
        assertThat(browser.get("/watchlist?sort=title").page().select("input.place"))
                .isEmpty();
    }

    /// Everything means what the filter of the page lets through.
    @Test
    void everythingOfTheFilterIsRemovedOrCopied() {
        fillWatchlist();
        world.server
                .features()
                .lists()
                .create(world.ann.id(), new ListSettings("Rainy days", "", Privacy.PRIVATE, true, false));

        browser.get("/watchlist?title=anch&sort=rank").submit("Copy selected", "all", "on", "target", "rainy-days");
        assertThat(browser.text()).contains("Copied 2 titles to the list.");
        browser.get("/watchlist?title=anch&sort=rank").submit("Remove selected", "all", "on");
        assertThat(browser.text()).contains("Removed 2 titles");
        browser.get("/watchlist?sort=rank");
        assertThat(titles()).containsExactly("Zebra");
        assertThat(browser.get("/u/ann/lists/rainy-days").text()).contains("2 titles");
    }

    @Test
    void itemsOfOthersAreNotCopied() {
        MovieId other = world.movie("Secret");
        world.server
                .features()
                .lists()
                .create(world.ann.id(), new ListSettings("Rainy days", "", Privacy.PRIVATE, true, false));

        for (String page : List.of("/watchlist", "/collection")) {
            world.post(page + "/items", "do", "copy", "target", "rainy-days", "select", "movie-" + other.value())
                    .follow();
            assertThat(browser.text()).contains("Nothing was selected");
        }
    }

    @Test
    void undoOfNothingAndOfOthersChangesNothing() {
        for (String undo : List.of("", "x", "list_removed.1.1.0", "watchlist_removed.-1.1.0.0")) {
            assertThat(world.post("/library/undo", "undo", undo).status()).isEqualTo(400);
        }
        world.post("/library/undo", "undo", "list_removed.1372075200000.1.77.0", "next", "//evil.example");
        assertThat(browser.header("Location")).contains("/?notice=warn_too_late_to_undo");
    }

    @Test
    void theFilterIsSavedAndReset() {
        fillWatchlist();

        browser.get("/watchlist?apply=1&sort=title&kind=movie");
        assertThat(titles()).containsExactly("Zebra");
        browser.get("/watchlist");
        assertThat(titles()).containsExactly("Zebra");
        browser.get("/watchlist?reset=1");
        assertThat(titles()).hasSize(3);
    }
}
