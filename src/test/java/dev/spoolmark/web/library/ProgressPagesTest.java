package dev.spoolmark.web.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.web.PageClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressPagesTest {

    private final LibraryFixture world = new LibraryFixture();
    private final PageClient browser = world.browser;

    @AfterEach
    void close() {
        world.close();
    }

    private ShowId begun(String title, int episodes, int watched, String at) {
        ShowId show = world.show(title, episodes, "2013-01-01T03:00:00Z");
        for (int number = 1; number <= watched; number++) {
            world.watch(world.ann.id(), show, number, at);
        }
        return show;
    }

    private void three() {
        begun("Anchor", 10, 1, "2013-06-03T12:00:00Z");
        begun("Bridge", 3, 3, "2013-06-02T12:00:00Z");
        begun("Cliff", 5, 3, "2013-06-01T12:00:00Z");
    }

    private List<String> titles() {
        return browser.page().select("main .list-plain > li .item-line strong").eachText();
    }

    @Test
    void aShowHasItsCountNextEpisodeAndTimeLeft() {
        begun("Cliff", 5, 3, "2013-06-01T12:00:00Z");

        world.counted("/progress").isWellFormed();

        assertThat(browser.text())
                .contains("3 of 5 episodes", "2 left, 1 h 30 min", "S1 E4 · Episode 4", "Jun 1, 2013");
        assertThat(browser.page().select("a[href=/s/cliff/1/4]")).hasSize(1);
    }

    @Test
    void selectedShowsAreDroppedWithOneUndo() {
        three();
        browser.get("/progress");
        List<String> keys =
                browser.page().select("input[name=select][form=selected-shows]").eachAttr("value");
        assertThat(keys).hasSize(3);
        String csrf = browser.page().expectFirst("input[name=_csrf]").val();
        browser.submit("Drop selected", "back", "/progress");
        assertThat(browser.text()).contains("Nothing was selected");

        String form = "_csrf=" + csrf + "&back=/progress&do=drop&select=" + keys.get(0) + "&select=" + keys.get(1)
                + "&select=" + keys.get(0) + "&select=show-99999999&select=movie-1&select=x";
        browser.post("/track/shows", "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8))
                .follow();
        assertThat(browser.text()).contains("2 shows were dropped.");
        assertThat(titles()).hasSize(1);

        browser.submit("Undo");
        assertThat(titles()).hasSize(3);
        assertThat(world.post("/track/shows", "do", "delete", "select", keys.getFirst())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void showsAreSortedAndFinishedOnesHidden() {
        three();

        world.counted("/progress");
        assertThat(titles()).containsExactly("Anchor", "Bridge", "Cliff");
        world.counted("/progress?sort=name");
        assertThat(titles()).containsExactly("Anchor", "Bridge", "Cliff");
        world.counted("/progress?sort=episodes");
        assertThat(titles()).containsExactly("Bridge", "Cliff", "Anchor");
        world.counted("/progress?sort=time&finished=on");
        assertThat(titles()).containsExactly("Cliff", "Anchor");
        world.counted("/progress?finished=hide");
        assertThat(titles()).containsExactly("Anchor", "Cliff");
    }

    @Test
    void theLastFilterIsRememberedUntilItIsReset() {
        three();

        browser.get("/progress?sort=name&finished=on&apply=1&q=");
        assertThat(browser.path()).isEqualTo("/progress?sort=name&finished=on");
        assertThat(browser.get("/progress").path()).isEqualTo("/progress?sort=name&finished=on");
        assertThat(titles()).containsExactly("Anchor", "Cliff");
        assertThat(browser.get("/progress?shows=dropped&notice=show_dropped").path())
                .isEqualTo("/progress?shows=dropped&notice=show_dropped&sort=name&finished=on");
        assertThat(browser.get("/progress?sort=last").path()).isEqualTo("/progress?sort=last");
        try (PageClient other = world.signIn("bob")) {
            assertThat(other.get("/progress").path()).isEqualTo("/progress");
        }

        assertThat(browser.get("/progress?reset=1").path()).isEqualTo("/progress");
        assertThat(browser.get("/progress").path()).isEqualTo("/progress");
    }

    @Test
    void aLinkOfAnotherSiteChangesNoFilter() {
        browser.getOnce("/progress?sort=name&apply=1", "Sec-Fetch-Site", "cross-site");
        assertThat(browser.get("/progress").path()).isEqualTo("/progress");

        browser.get("/progress?sort=name&apply=1");
        browser.getOnce("/progress?reset=1", "Sec-Fetch-Site", "cross-site");
        assertThat(browser.get("/progress").path()).isEqualTo("/progress?sort=name");
    }

    @Test
    void aWrongFilterIsNotRemembered() {
        browser.get("/progress?sort=size&apply=1");

        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.get("/progress").path()).isEqualTo("/progress");
    }

    @Test
    void aDroppedShowIsAmongTheDroppedOnesAndComesBack() {
        three();

        browser.get("/progress?sort=name").submit("Drop Bridge");
        assertThat(browser.path()).startsWith("/progress?sort=name");
        assertThat(titles()).containsExactly("Anchor", "Cliff");
        browser.get("/progress?shows=dropped").isWellFormed();
        assertThat(titles()).containsExactly("Bridge");
        browser.submit("Bring back Bridge");
        assertThat(browser.text()).contains("The show is back.", "No dropped shows.");
        assertThat(browser.get("/progress").text()).contains("Bridge");
    }

    @ParameterizedTest
    @ValueSource(strings = {"last", "name", "episodes", "time", "shuffle"})
    void pagesFollowEachOtherWithoutGap(String sort) {
        for (int i = 0; i < 65; i++) {
            begun("Show %02d".formatted(i), 3, 1 + i % 3, "2013-06-%02dT12:00:00Z".formatted(1 + i % 9));
        }
        Set<String> seen = new HashSet<>();
        int shown = 0;
        browser.get("/progress?sort=" + sort);
        for (int pages = 1; ; pages++) {
            shown += titles().size();
            seen.addAll(titles());
            Element next = browser.page().selectFirst("a[rel=next]");
            if (next == null) {
                assertThat(pages).isEqualTo(3);
                break;
            }
            browser.get(next.attr("href"));
        }

        assertThat(seen).hasSize(65);
        assertThat(shown).isEqualTo(65);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=size",
                "after=x",
                "after=1_2_3",
                "shows=all",
                "finished=maybe",
                "sort=%E2%80%AE",
                "after=-1_4"
            })
    void wrongStatesAreExplained(String query) {
        browser.get("/progress?" + query);

        assertThat(browser.status()).isEqualTo(422);
        browser.isWellFormed();
        assertThat(browser.page().select("[aria-invalid=true], .notice-warning"))
                .isNotEmpty();
    }

    @Test
    void aFormThatNamesNoShowOrNoActionIsRejected() {
        ShowId show = begun("Anchor", 2, 1, "2013-06-03T12:00:00Z");
        for (String item : List.of("", "movie-1", "show-x", "show-99999999999999999999", "show-999999999")) {
            assertThat(world.post("/track/show", "item", item, "do", "drop").status())
                    .isEqualTo(404);
        }
        for (String action : List.of("", "DROP", "delete", "%00", "pin ")) {
            assertThat(world.post("/track/show", "item", "show-" + show.value(), "do", action + "x")
                            .status())
                    .isEqualTo(404);
        }
        world.post("/track/show", "item", "show-" + show.value(), "do", "pin", "back", "//evil.example/", "at", "\"><");
        assertThat(browser.header("Location"))
                .hasValueSatisfying(to -> assertThat(to).startsWith("/?notice=").doesNotContain("evil", "<"));
    }

    @Test
    void oneClickMarksTheNextEpisodeAndTheUndoTakesItBack() {
        begun("Anchor", 10, 1, "2013-06-03T12:00:00Z");

        browser.get("/progress").submit("Watched");
        assertThat(browser.path()).startsWith("/progress?undo=w.");
        assertThat(browser.isWellFormed().text()).contains("2 of 10 episodes", "S1 E3", "Marked as watched.");
        browser.submit("Undo");
        assertThat(browser.text()).contains("1 of 10 episodes", "S1 E2");
    }

    @Test
    void theTextInTitlesFilters() {
        three();
        begun("Crème & Cliff", 2, 1, "2013-06-04T12:00:00Z");

        world.counted("/progress?q=cliff");
        assertThat(titles()).containsExactly("Crème & Cliff", "Cliff");
        world.counted("/progress?q=CREME&sort=name&finished=on");
        assertThat(titles()).containsExactly("Crème & Cliff");
        assertThat(browser.get("/progress?q=" + "x".repeat(101)).status()).isEqualTo(422);
        browser.get("/progress?q=%22%3E%3Cscript%3E").isWellFormed();
        assertThat(titles()).isEmpty();
    }

    @Test
    void pinnedShowsComeFirstInEveryOrder() {
        three();
        browser.get("/progress").submit("Pin Cliff");
        assertThat(browser.text()).contains("The show is pinned.", "pinned");

        for (String sort : List.of("last", "name", "episodes", "time", "shuffle")) {
            world.counted("/progress?seed=7&sort=" + sort);
            assertThat(titles()).as(sort).hasSize(3).first().isEqualTo("Cliff");
        }
        browser.submit("Unpin Cliff");
        assertThat(browser.get("/progress").text()).doesNotContain("pinned");
        assertThat(titles()).containsExactly("Anchor", "Bridge", "Cliff");
    }

    @Test
    void theSameSeedHasTheSameOrder() {
        for (int i = 0; i < 9; i++) {
            begun("Show " + i, 3, 1, "2013-06-01T12:00:00Z");
        }
        browser.get("/progress?sort=shuffle&seed=1");
        List<String> first = titles();
        browser.get("/progress?sort=shuffle&seed=2");
        assertThat(titles()).hasSize(9).isNotEqualTo(first);
        browser.get("/progress?sort=shuffle&seed=1");
        assertThat(titles()).isEqualTo(first);
        assertThat(browser.get("/progress?sort=shuffle").path()).contains("&seed=");
        assertThat(browser.get("/progress?sort=shuffle&seed=x").status()).isEqualTo(422);
    }

    @Test
    void aHiddenShowIsOnItsOwnPage() {
        three();
        browser.get("/progress").submit("Hide Anchor");
        assertThat(browser.text()).contains("The show is no longer among the next episodes.");
        assertThat(titles()).containsExactly("Bridge", "Cliff");
        browser.get("/progress?shows=dropped");
        assertThat(titles()).isEmpty();
        browser.get("/progress?shows=hidden").isWellFormed();
        assertThat(titles()).containsExactly("Anchor");
        browser.submit("Show again Anchor");
        browser.get("/progress");
        assertThat(titles()).containsExactly("Anchor", "Bridge", "Cliff");
    }

    @Test
    void anUndoAfterAnotherTabHasBroughtTheShowBackChangesNothing() {
        three();
        browser.get("/progress").submit("Drop Bridge");
        try (PageClient otherTab = world.signIn("ann")) {
            otherTab.get("/progress?shows=dropped").submit("Bring back Bridge");
        }

        browser.submit("Undo");

        assertThat(browser.text()).contains("There was nothing to change any more.", "Bridge");
    }

    @Test
    void aRewatchCountsItsOwnPlaysAndTheUndoDeletesIt() {
        ShowId show = begun("Bridge", 3, 3, "2013-06-02T12:00:00Z");

        browser.get("/progress").submit("Start a rewatch Bridge");
        assertThat(browser.text()).contains("The rewatch began: run 2.", "Run 2: 0 of 3", "3 left", "S1 E1");
        world.clock.pass(Duration.ofMinutes(1));
        browser.submit("Watched");
        assertThat(browser.text()).contains("Run 2: 1 of 3", "S1 E2");
        assertThat(world.server
                        .features()
                        .plays()
                        .ofShows(world.server.features().profileAccess().self(world.ann), List.of(show)))
                .containsEntry(show, 4);

        browser.submit("End this rewatch Bridge");
        assertThat(browser.text())
                .contains("The rewatch has ended.", "3 of 3 episodes")
                .doesNotContain("Run 2");
    }

    @Test
    void aRepeatedFormStartsOneRewatch() {
        ShowId show = begun("Bridge", 3, 3, "2013-06-02T12:00:00Z");
        String key = "show-" + show.value();

        world.post("/track/show", "item", key, "do", "rewatch", "back", "/progress");
        String undo = browser.header("Location").orElseThrow().replaceAll(".*undo=([^#]*).*", "$1");
        world.clock.pass(Duration.ofSeconds(2));
        world.post("/track/show", "item", key, "do", "rewatch", "back", "/progress");
        assertThat(browser.header("Location")).hasValue("/progress?undo=" + undo);

        world.post("/track/undo", "undo", undo, "back", "/progress");
        assertThat(browser.get("/progress").text()).contains("3 of 3 episodes").doesNotContain("Run 2");
        world.post("/track/undo", "undo", undo, "back", "/progress");
        assertThat(browser.header("Location")).hasValue("/progress?notice=warn_nothing_to_undo");
    }

    @Test
    void aShowThatWasNeverWatchedHasNoRewatch() {
        ShowId show = world.show("Unseen", 3, "2013-01-01T03:00:00Z");

        world.post("/track/show", "item", "show-" + show.value(), "do", "rewatch");

        assertThat(browser.header("Location")).hasValue("/?notice=warn_not_watched");
    }

    @Test
    void theLastDayIsThatOfTheTimeZoneOfTheUserOnTheDayOfTheClockChange() {
        begun("Night", 3, 1, "2013-03-10T09:59:59Z"); // 01:59:59 in Los Angeles; the next second is 03:00:00
        begun("Morning", 3, 1, "2013-03-11T06:59:59Z"); // 23:59:59 on the same day, which has 23 hours

        browser.get("/progress");

        assertThat(browser.page().select("main .list-plain > li").eachText())
                .allSatisfy(row -> assertThat(row).contains("Mar 10, 2013"));
    }

    @Test
    void aShowWith1500EpisodesAndOneWithNoneAreShown() {
        ShowId long1500 = world.show("Long Runner", 1_500, "2009-01-01T03:00:00Z");
        world.watch(world.ann.id(), long1500, 1_499, "2013-06-01T12:00:00Z");
        ShowId none = world.show("No Episodes", 0, "2009-01-01T03:00:00Z");
        world.post("/track/show", "item", "show-" + none.value(), "do", "pin");

        world.counted("/progress").isWellFormed();

        assertThat(titles()).containsExactly("No Episodes", "Long Runner");
        assertThat(browser.text()).contains("0 of 0 episodes", "1 of 1500 episodes", "S1 E1500");
        world.post("/track/show", "item", "show-" + long1500.value(), "do", "in_order");
        assertThat(browser.get("/progress").text()).contains("1,499 left", "S1 E1 ·");
    }

    @Test
    void withoutPlaysThePageExplainsTheNextStep() {
        world.counted("/progress").isWellFormed();
        assertThat(browser.text()).contains("Watch an episode");
        browser.in("de").get("/progress").isWellFormed();
        assertThat(browser.text()).contains("Fortschritt");
    }
}
