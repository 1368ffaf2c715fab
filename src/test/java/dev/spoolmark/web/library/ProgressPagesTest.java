package dev.spoolmark.web.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.web.PageClient;
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
        assertThat(browser.text()).contains("The show is back.", "You have dropped no show.");
        assertThat(browser.get("/progress").text()).contains("Bridge");
    }

    @ParameterizedTest
    @ValueSource(strings = {"last", "name", "episodes", "time"})
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
    void aFormThatNamesNoShowIsRejected() {
        for (String show : List.of("", "movie-1", "show-x", "show-99999999999999999999")) {
            assertThat(world.post("/progress/drop", "show", show).status()).isEqualTo(400);
        }
    }

    @Test
    void withoutPlaysThePageExplainsTheNextStep() {
        world.counted("/progress").isWellFormed();
        assertThat(browser.text()).contains("Watch an episode");
        browser.in("de").get("/progress").isWellFormed();
        assertThat(browser.text()).contains("Fortschritt");
    }
}
