package dev.spoolmark.web.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.db.Engine;
import dev.spoolmark.web.PageClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The pages of movies, shows, seasons and episodes as text.
@ParameterizedClass
@EnumSource(Engine.class)
class ItemPagesTest {

    private static final Instant LONG_AGO = Instant.parse("2012-01-01T20:00:00Z");
    private static final int MAX_STATEMENTS = 12;

    @Parameter
    Engine engine;

    ItemPagesFixture fixture;

    @BeforeEach
    void start() {
        fixture = new ItemPagesFixture(engine);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void everyPageIsWellFormedInEachLanguage() {
        fixture.show("Long Evening", LONG_AGO, 3, 2);
        for (String path : new String[] {
            "/",
            "/find?q=Batman",
            "/m/batman-begins-2005",
            "/m/batman-begins-2005/related",
            "/s/long-evening",
            "/s/long-evening/related",
            "/s/long-evening/1",
            "/s/long-evening/1/2"
        }) {
            for (String language : new String[] {"en", "de"}) {
                fixture.ann.in(language).get(path).isWellFormed();
                assertThat(fixture.ann.status()).as(path).isEqualTo(200);
            }
        }
    }

    @Test
    void theNumberOfStatementsOfEachPageIsBounded() {
        fixture.show("Long Evening", LONG_AGO, 30, 30);
        fixture.ann.get("/s/long-evening/1/3").submit("Mark 3 episodes up to here");
        comment("/s/long-evening", "A comment.");
        for (String path : new String[] {
            "/find?q=Long", "/m/batman-begins-2005", "/s/long-evening", "/s/long-evening/1", "/s/long-evening/1/2", "/"
        }) {
            fixture.clock.pass(Duration.ofSeconds(30));
            assertThat(fixture.statements(fixture.ann, path)).as(path).hasSizeLessThanOrEqualTo(MAX_STATEMENTS);
            assertThat(fixture.ann.status()).isEqualTo(200);
        }
    }

    @Test
    void aVisitorIsSentToTheSignInPageWhetherTheItemExistsOrNot() {
        try (PageClient visitor = new PageClient(fixture.server.port())) {
            for (String path : new String[] {"/m/batman-begins-2005", "/m/no-such-movie", "/s/x/1/2", "/find?q=x"}) {
                assertThat(visitor.getOnce(path).status()).isEqualTo(303);
            }
        }
    }

    @Test
    void anUnknownItemIsNotFound() {
        for (String path : new String[] {
            "/m/no-such-movie",
            "/s/no-such-show",
            "/s/portlandia/9",
            "/s/portlandia/01",
            "/s/portlandia/x",
            "/s/portlandia/1/99",
            "/s/portlandia/1/-1",
            "/s/portlandia/%D9%A1"
        }) {
            assertThat(fixture.ann.get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void thePagesAtTheSitesOfTheIdsAreLinked() {
        fixture.ann.get("/m/batman-begins-2005");

        assertThat(fixture.ann.page().select("a[href^=https://]").eachAttr("href"))
                .containsExactly("https://www.imdb.com/title/tt0372784", "https://www.themoviedb.org/movie/272");
    }

    @Test
    void aSlugThatIsANumberLeadsToItsShow() {
        fixture.show("1864", LONG_AGO, 2);
        fixture.ann.get("/find?q=1864");
        String address = fixture.ann.page().expectFirst(".item-link").attr("href");

        assertThat(fixture.ann.get(address).status()).isEqualTo(200);
        assertThat(fixture.ann.page().expectFirst("h1").text()).startsWith("1864");
        assertThat(fixture.ann
                        .get(fixture.ann.page().expectFirst(".cell").attr("href"))
                        .page()
                        .expectFirst("h1")
                        .text())
                .isEqualTo("S1 E1 · Part 1");
    }

    @Test
    void titlesWithMarkupAndRightToLeftTextAreShownAsText() {
        fixture.show("<script>alert(1)</script> & \"Co\"", LONG_AGO, 1);
        fixture.show("שלום עולם", LONG_AGO, 1);

        fixture.ann.get("/find?q=alert");
        assertThat(fixture.ann.page().select("main script")).isEmpty();
        assertThat(fixture.ann.text()).contains("<script>alert(1)</script> & \"Co\"");
        String address = fixture.ann.page().expectFirst(".item-link").attr("href");
        assertThat(fixture.ann
                        .get(address)
                        .isWellFormed()
                        .page()
                        .expectFirst("h1")
                        .text())
                .startsWith("<script>alert(1)</script>");

        fixture.ann.get("/find?q=%D7%A9%D7%9C%D7%95%D7%9D");
        Element link = fixture.ann.page().expectFirst(".item-link");
        assertThat(link.expectFirst(".item-title").attr("dir")).isEqualTo("auto");
        assertThat(fixture.ann.get(link.attr("href")).isWellFormed().text()).contains("שלום עולם");
    }

    @Test
    void aShowWithoutEpisodesHasNoForms() {
        fixture.show("Nothing Yet", LONG_AGO);

        fixture.ann.get("/s/nothing-yet").isWellFormed();

        assertThat(fixture.ann.text()).contains("No episodes are known yet.", "Nothing has aired yet.");
        assertThat(fixture.ann.page().select("form.mark")).isEmpty();
    }

    @Test
    void aShowWith1500EpisodesIsOnePageAndASeasonIsPaged() {
        fixture.show("Endless", Instant.parse("2000-01-01T20:00:00Z"), 1_500);

        fixture.ann.get("/s/endless").isWellFormed();
        assertThat(fixture.ann.page().select(".cell")).hasSize(100);

        fixture.ann.get("/s/endless/1").isWellFormed();
        assertThat(fixture.ann.page().select(".episode-rows > li")).hasSize(100);
        fixture.ann.get(fixture.ann.page().select("nav a.button").getLast().attr("href"));
        assertThat(fixture.ann.path()).isEqualTo("/s/endless/1?from=101");
        assertThat(fixture.ann.page().expectFirst(".episode-rows a").text()).startsWith("S1 E101");

        fixture.ann.get("/s/endless").submit("Mark all 1,500 aired episodes");
        assertThat(fixture.ann.text()).contains("1,500 episodes marked as watched.", "1,500 of 1,500 watched");
        fixture.ann.submit("Undo");
        assertThat(fixture.ann.text()).contains("Undone.", "0 of 1,500 watched");
    }

    @Test
    void theFormsOfALaterPageLeadBackToIt() {
        fixture.show("Endless", Instant.parse("2000-01-01T20:00:00Z"), 120);

        fixture.ann.get("/s/endless/1?from=101&notice=rated").submit("Watched");
        assertThat(fixture.ann.path()).startsWith("/s/endless/1?from=101&undo=");
        assertThat(fixture.ann.text()).contains("S1 E101 · Part 101", "watched");

        fixture.ann.submit("Undo");
        assertThat(fixture.ann.path()).isEqualTo("/s/endless/1?from=101&notice=undone");
    }

    @Test
    void earlierEpisodesAreMarkedFromTheListOfASeason() {
        fixture.show("Long Evening", LONG_AGO, 2, 4);
        fixture.ann.get("/s/long-evening/2").submit("Up to here: 5");

        assertThat(fixture.ann.text()).contains("5 episodes marked as watched.");
        assertThat(fixture.ann.page().select(".episode-rows .badge")).hasSize(3);
        fixture.ann.submit("Undo");
        assertThat(fixture.ann.page().select(".episode-rows .badge")).isEmpty();
    }

    @Test
    void selectedEpisodesOfASeasonAreMarkedWithOneUndo() {
        fixture.show("Long Evening", LONG_AGO, 4, 2);
        String other = fixture.ann
                .get("/s/long-evening/2")
                .page()
                .expectFirst("input[name=select]")
                .val();
        Document season = fixture.ann.get("/s/long-evening/1").page();
        List<String> boxes =
                season.select("input[name=select][form=selected-episodes]").eachAttr("value");
        String form = season.select("#selected-episodes input[type=hidden]").stream()
                .map(field -> field.attr("name") + "=" + field.val())
                .collect(Collectors.joining("&"));
        assertThat(boxes).hasSize(4);

        fixture.ann.submit("Mark selected as watched");
        assertThat(fixture.ann.text()).contains("Nothing was selected");
        String selected =
                form + "&select=" + boxes.get(1) + "&select=" + boxes.get(3) + "&select=" + other + "&select=x";
        fixture.ann
                .post("/track/watched", "application/x-www-form-urlencoded", selected.getBytes(StandardCharsets.UTF_8))
                .follow();

        assertThat(fixture.ann.text()).contains("2 episodes marked as watched.");
        assertThat(fixture.ann.page().select(".episode-rows .badge")).hasSize(2);
        fixture.ann.submit("Undo");
        assertThat(fixture.ann.page().select(".episode-rows .badge")).isEmpty();
    }

    @Test
    void aSeasonIsMarkedOnThePageOfItsShow() {
        fixture.show("Long Evening", LONG_AGO, 3, 2);

        fixture.ann.get("/s/long-evening").submit("Mark 2 episodes of the season");

        assertThat(fixture.ann.text()).contains("2 of 2 watched", "0 of 3 watched");
    }

    @Test
    void episodesAreMarkedAtAnUnknownTime() {
        fixture.show("Long Evening", LONG_AGO, 3);

        fixture.ann.get("/s/long-evening").submit("Mark all 3 aired episodes", "when", "unknown");

        assertThat(fixture.ann.text()).contains("3 episodes marked as watched.", "3 of 3 watched");
        assertThat(fixture.ann
                        .get("/s/long-evening/1/2")
                        .page()
                        .select(".plays > li")
                        .text())
                .startsWith("Time unknown");
        assertThat(fixture.ann.get("/").status()).isEqualTo(200);
    }

    @Test
    void anEpisodeIsWatchedAndUndone() {
        fixture.show("Long Evening", LONG_AGO, 3);

        fixture.ann.get("/s/long-evening/1/2").submit("Mark as watched");
        assertThat(fixture.ann.path()).startsWith("/s/long-evening/1/2?undo=");
        assertThat(fixture.ann.text()).contains("Marked as watched.");
        assertThat(fixture.ann.page().select(".plays > li")).hasSize(1);

        fixture.ann.submit("Undo");
        assertThat(fixture.ann.text()).contains("Undone.", "You have not watched it yet.");
    }

    @Test
    void aSecondUndoChangesNothing() {
        fixture.show("Long Evening", LONG_AGO, 3);
        fixture.ann.get("/s/long-evening/1/2").submit("Mark as watched");
        String stale = fixture.ann.path();
        fixture.ann.submit("Undo");

        fixture.ann.get(stale).submit("Undo");

        assertThat(fixture.ann.text()).contains("There was nothing to change any more.");
    }

    @Test
    void theUndoOfAnotherUserChangesNothing() {
        fixture.show("Long Evening", LONG_AGO, 3);
        fixture.ann.get("/s/long-evening/1/2").submit("Mark as watched");

        fixture.bob.get(fixture.ann.path()).submit("Undo");
        assertThat(fixture.bob.text()).contains("There was nothing to change any more.");

        assertThat(fixture.ann.get("/s/long-evening/1/2").page().select(".plays > li"))
                .hasSize(1);
    }

    @Test
    void theButtonsShowHowManyEpisodesTheyMark() {
        fixture.show("Long Evening", LONG_AGO, 3, 2);
        fixture.ann.get("/s/long-evening/1/1").submit("Mark as watched");

        fixture.ann.get("/s/long-evening/2/1").submit("Mark 3 episodes up to here");
        assertThat(fixture.ann.text()).contains("3 episodes marked as watched.");
        fixture.ann.get("/s/long-evening/2").submit("Mark 1 episode of the season");
        fixture.ann.get("/s/long-evening");

        assertThat(fixture.ann.text()).contains("You have watched everything that has aired.");
        assertThat(fixture.ann.page().select(".cell-watched")).hasSize(5);
    }

    @Test
    void episodesThatHaveNotAiredAreNotMarked() {
        fixture.show("Coming Soon", fixture.clock.instant().minus(Duration.ofDays(2)), 4);

        fixture.ann.get("/s/coming-soon").submit("Mark all 2 aired episodes");

        assertThat(fixture.ann.page().select(".cell-watched")).hasSize(2);
        assertThat(fixture.ann.page().select(".cell-future")).hasSize(2);
        fixture.ann.get("/s/coming-soon/1/4").submit("Mark as watched", "when", "aired");
        assertThat(fixture.ann.text()).contains("It has not aired yet");
    }

    @Test
    void aPlayHasTheChosenTimeInTheTimeZoneOfTheUser() {
        fixture.ann
                .get("/m/solaris-1972")
                .submit("Mark as watched", "when", "date", "date", "2013-01-02", "time", "21:30");
        assertThat(fixture.ann.text()).contains("Jan 2, 2013");

        fixture.ann.submit("Mark as watched", "when", "date", "date", "2013-01-02", "time", "21:30");
        assertThat(fixture.ann.text()).contains("Nothing was added");
        fixture.ann.submit("Mark as watched", "when", "unknown");
        assertThat(fixture.ann.page().select(".plays > li").eachText())
                .last()
                .asString()
                .startsWith("Time unknown");

        fixture.ann.submit("Mark as watched", "when", "date", "date", "٢٠١٣-01-02");
        assertThat(fixture.ann.errorOf("date")).isEqualTo("Enter a day.");
        assertThat(fixture.ann.get("/m/solaris-1972").page().select(".plays > li"))
                .hasSize(2);
    }

    @Test
    void aWrongDateIsExplainedBesideTheFieldAndCanBeCorrected() {
        fixture.show("Long Evening", LONG_AGO, 3);
        fixture.ann
                .get("/s/long-evening/1/2")
                .submit("Mark 2 episodes up to here", "when", "date", "date", "2099-01-02", "time", "21:30");

        assertThat(fixture.ann.isWellFormed().status()).isEqualTo(422);
        assertThat(fixture.ann.errorOf("date")).contains("not in the future");
        assertThat(fixture.ann.page().expectFirst("#date").val()).isEqualTo("2099-01-02");
        assertThat(fixture.ann.page().expectFirst("#time").val()).isEqualTo("21:30");
        fixture.ann.submit("Mark as watched", "time", "25:00", "date", "2013-01-02");
        assertThat(fixture.ann.errorOf("time")).contains("Enter a time");
        fixture.ann.submit("Mark as watched", "time", "21:00");
        assertThat(fixture.ann.path()).startsWith("/s/long-evening/1/2?undo=");
        assertThat(fixture.ann.text()).contains("2 episodes marked as watched.");
    }

    @Test
    void aDayThatWasEnteredCountsEvenIfTheChoiceIsStillNow() {
        fixture.ann.get("/m/solaris-1972").submit("Mark as watched", "date", "2013-01-02", "time", "21:30");

        assertThat(fixture.ann.text()).contains("Jan 2, 2013");
    }

    @Test
    void theUndoPutsTheItemBackOnTheWatchlist() {
        fixture.ann.get("/m/solaris-1972").submit("Add to watchlist");
        fixture.ann.submit("Mark as watched");
        assertThat(fixture.ann.text()).contains("Add to watchlist");

        fixture.ann.submit("Undo");

        assertThat(fixture.ann.text()).contains("Remove from watchlist", "You have not watched it yet.");
    }

    @Test
    void aDeletedPlayIsRestoredByTheUndo() {
        fixture.ann.get("/m/solaris-1972").submit("Mark as watched", "when", "date", "date", "2013-01-02");
        String before = fixture.ann.page().expectFirst(".plays time").attr("datetime");

        fixture.ann.submit("Delete");
        assertThat(fixture.ann.text()).contains("The play was deleted.", "You have not watched it yet.");
        fixture.ann.submit("Undo");

        assertThat(fixture.ann.page().expectFirst(".plays time").attr("datetime"))
                .isEqualTo(before);
    }

    @Test
    void thePlayOfAnotherUserIsNotDeleted() {
        fixture.ann.get("/m/solaris-1972").submit("Mark as watched");
        String play = fixture.ann.page().expectFirst("input[name=play]").val();

        fixture.bob.get("/m/solaris-1972").submit("Mark as watched");
        fixture.bob.submit("Delete", "play", play);

        assertThat(fixture.bob.text()).contains("There was nothing to change any more.");
        assertThat(fixture.ann.get("/m/solaris-1972").page().select(".plays > li"))
                .hasSize(1);
    }

    @Test
    void aRatingIsStoredAndRemoved() {
        fixture.ann.get("/m/solaris-1972").submit("7");
        assertThat(fixture.ann.text()).contains("Your rating: 7 of 10", "1 rating, 7.0 of 10");
        assertThat(fixture.ann.page().select("svg rect")).hasSize(10);

        fixture.bob.get("/m/solaris-1972").submit("10");
        assertThat(fixture.bob.text()).contains("2 ratings, 8.5 of 10 on average");

        fixture.ann.get("/m/solaris-1972").submit("Remove rating");
        assertThat(fixture.ann.page().select("button[aria-pressed=true].rating-value"))
                .isEmpty();
    }

    @Test
    void aScoreOutsideOfTheScaleIsRejected() {
        fixture.ann.get("/m/solaris-1972");
        Map<String, String> form = form("form.rating");
        form.put("score", "11");

        assertThat(fixture.ann.post("/track/rating", form).status()).isEqualTo(404);
    }

    @Test
    void watchlistCollectionAndListsAreKept() {
        fixture.ann.get("/s/portlandia").submit("Add to watchlist");
        assertThat(fixture.ann.text()).contains("It is on your watchlist.", "Remove from watchlist");
        fixture.ann.submit("Remove from watchlist");
        assertThat(fixture.ann.text()).contains("Add to watchlist");

        fixture.ann.get("/m/solaris-1972").submit("Add to collection");
        assertThat(fixture.ann.text()).contains("Remove from collection");

        fixture.ann.submit("Save lists", "new_list", "Rainy <days>");
        assertThat(fixture.ann.text()).contains("On 1 list", "Rainy <days>");
        fixture.ann.get("/s/portlandia");
        assertThat(fixture.ann.text()).contains("On 0 lists");
        fixture.ann.submit("Save lists", "new_list", "rainy <DAYS>");
        assertThat(fixture.ann.text()).contains("There is a list of this name already", "On 0 lists");
    }

    @Test
    void aCommentIsWrittenAnsweredAndLiked() {
        comment("/m/solaris-1972", "Slow <b>and</b> good. [spoiler]The ocean.[/spoiler]");
        assertThat(fixture.ann.page().select(".comment-text b")).isEmpty();
        assertThat(fixture.ann.page().select("details.spoiler").text()).contains("The ocean.");

        fixture.bob.get("/m/solaris-1972").submit("Send reply", "text", "Agreed.", "spoiler", "on");
        assertThat(fixture.bob.page().select(".replies details.spoiler").text()).contains("Agreed.");
        Element like = fixture.bob.page().expectFirst("form.like");
        assertThat(like.expectFirst("button").text()).isEqualTo("0");
        fixture.bob.submit("0");
        assertThat(fixture.bob.page().expectFirst("form.like button").text()).isEqualTo("1");
    }

    @Test
    void otherUsersSeeNothingOfWhatAUserHasDone() {
        fixture.show("Long Evening", LONG_AGO, 3);
        fixture.ann.get("/s/long-evening/1/2").submit("Mark as watched", "date", "2013-01-02");
        for (String path : new String[] {"/m/solaris-1972", "/s/long-evening"}) {
            fixture.ann.get(path).submit("Add to watchlist");
            fixture.ann.submit("Add to collection");
            fixture.ann.submit("Save lists", "new_list", "Canary " + path);
        }

        for (String path :
                new String[] {"/", "/m/solaris-1972", "/s/long-evening", "/s/long-evening/1", "/s/long-evening/1/2"}) {
            fixture.bob.get(path);
            assertThat(fixture.bob.text())
                    .as(path)
                    .doesNotContain("Canary", "Jan 2, 2013", "Remove from", "1 of 3 watched", "Nothing was added");
            assertThat(fixture.bob.page().select(".plays > li, .cell-watched, .cell-collected, .badge, .item-card"))
                    .as(path)
                    .isEmpty();
        }
    }

    @Test
    void spoilersAreCoveredUnlessTheUserHasChosenToSeeThem() {
        fixture.ann.get("/m/solaris-1972").submit("Send comment", "text", "The ocean.", "spoiler", "on");
        assertThat(fixture.ann.page().select("details.spoiler").text()).contains("The ocean.");

        fixture.bob.get("/settings/display").submit("Save", "comment_spoilers", "on");
        fixture.bob.get("/m/solaris-1972");
        assertThat(fixture.bob.page().select("details.spoiler")).isEmpty();
        assertThat(fixture.bob.text()).contains("The ocean.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"  ", "\u200B", "\u0007"})
    void anEmptyCommentIsNotStored(String text) {
        comment("/m/solaris-1972", text);

        assertThat(fixture.ann.status()).isEqualTo(422);
        assertThat(fixture.ann.isWellFormed().text()).contains("This field is required.");
        assertThat(fixture.ann.get("/m/solaris-1972").text()).contains("No comments yet.");
    }

    @Test
    void olderCommentsAreOnTheNextPage() {
        for (int number = 1; number <= 21; number++) {
            comment("/m/solaris-1972", "Comment number " + number + ".");
            fixture.clock.pass(Duration.ofSeconds(1));
        }
        assertThat(fixture.ann.get("/m/solaris-1972").text())
                .contains("Comment number 21.")
                .doesNotContain("Comment number 1.");

        fixture.ann.get(fixture.ann.page().select("a.button[href*=comments]").attr("href"));

        assertThat(fixture.ann.text()).contains("Comment number 1.").doesNotContain("Comment number 2.");
    }

    @Test
    void aFormLeadsOnlyToPagesOfThisServer() {
        fixture.ann.get("/m/solaris-1972");
        Map<String, String> form = form("form.rating");
        form.put("score", "5");
        form.put("back", "//evil.example/");

        fixture.ann.post("/track/rating", form);

        assertThat(fixture.ann.header("Location")).hasValue("/?notice=rated");
    }

    @Test
    void anOwnCommentIsChangedAndDeletedAndPutBack() {
        comment("/m/solaris-1972", "Slow <b>and</b> good.");
        assertThat(fixture.bob.get("/m/solaris-1972").page().select("form[action*=comment/]"))
                .isEmpty();

        fixture.ann.submit("Save comment", "text", "Slow, and very good.", "spoiler", "on");
        assertThat(fixture.ann
                        .isWellFormed()
                        .page()
                        .select("details.spoiler .comment-text")
                        .text())
                .isEqualTo("Slow, and very good.");
        assertThat(fixture.ann.text()).contains("(changed)");
        fixture.ann.submit("Delete");
        assertThat(fixture.ann.text()).contains("The comment was deleted.", "No comments yet.");
        fixture.ann.submit("Undo");

        assertThat(fixture.ann.text()).contains("Undone.", "Slow, and very good.");
    }

    @Test
    void aCommentThatAnotherWindowHasChangedIsShownWithBothTexts() {
        comment("/m/solaris-1972", "First.");
        Map<String, String> stale = form("form[action$=comment/edit]");
        fixture.ann.submit("Save comment", "text", "Second.");
        stale.put("text", "Third.");

        fixture.ann.post("/track/comment/edit", stale);

        assertThat(fixture.ann.status()).isEqualTo(422);
        assertThat(fixture.ann.isWellFormed().text()).contains("changed in another window", "Second.");
        fixture.ann.submit("Save");
        assertThat(fixture.ann.text()).contains("Third.").doesNotContain("Second.");
    }

    @Test
    void theCommentOfAnotherUserIsNotChangedOrDeleted() {
        comment("/m/solaris-1972", "First.");
        Map<String, String> form = form("form[action$=comment/edit]");
        form.put("text", "Mine.");
        form.put(
                "_csrf",
                fixture.bob
                        .get("/m/solaris-1972")
                        .page()
                        .expectFirst("[name=_csrf]")
                        .val());

        assertThat(fixture.bob.post("/track/comment/edit", form).status()).isEqualTo(404);
        assertThat(fixture.bob.post("/track/comment/delete", form).follow().text())
                .contains("There was nothing to change any more.");
        assertThat(fixture.ann.get("/m/solaris-1972").text()).contains("First.");
    }

    @Test
    void aCommentWithRepliesIsDeletedForTwoWeeksOnly() {
        comment("/m/solaris-1972", "First.");
        fixture.bob.get("/m/solaris-1972").submit("Send reply", "text", "Agreed.");
        for (int week = 1; week <= 3; week++) {
            fixture.clock.pass(Duration.ofDays(6));
            fixture.ann.get("/m/solaris-1972");
        }

        fixture.ann.submit("Delete");

        assertThat(fixture.ann.text()).contains("can be deleted for two weeks only", "First.");
    }

    @Test
    void aLikeIsTakenBack() {
        comment("/m/solaris-1972", "First.");
        fixture.bob.get("/m/solaris-1972").submit("0");
        assertThat(fixture.bob.page().expectFirst("form.like button").attr("aria-pressed"))
                .isEqualTo("true");

        Map<String, String> form = form("form.like");
        form.put("on", "0");
        form.put("_csrf", fixture.bob.page().expectFirst("[name=_csrf]").val());
        fixture.bob.post("/track/like", form).follow();

        assertThat(fixture.bob.page().expectFirst("form.like button").text()).isEqualTo("0");
        assertThat(fixture.bob.page().expectFirst("form.like button").attr("aria-pressed"))
                .isEqualTo("false");
    }

    @Test
    void aDayWithoutATimeIsStoredAsADay() {
        fixture.ann.get("/m/solaris-1972").submit("Mark as watched", "when", "date", "date", "2013-01-02");
        assertThat(fixture.ann.page().expectFirst(".plays time").text()).isEqualTo("Jan 2, 2013");
        assertThat(fixture.ann.page().expectFirst(".plays time").attr("datetime"))
                .isEqualTo("2013-01-02");

        fixture.ann.submit("Delete").submit("Undo");
        assertThat(fixture.ann.page().expectFirst(".plays time").attr("datetime"))
                .isEqualTo("2013-01-02");
        assertThat(fixture.ann.get("/").text()).contains("Jan 2, 2013").doesNotContain("Jan 2, 2013,");
    }

    @Test
    void anItemIsWatchedOnceMoreAtAnUnknownTime() {
        fixture.ann.get("/m/solaris-1972");
        assertThat(fixture.ann.page().select("option[value=unknown_again]")).isEmpty();
        fixture.ann.submit("Mark as watched", "when", "unknown");
        fixture.ann.submit("Mark as watched", "when", "unknown");
        assertThat(fixture.ann.page().select(".plays > li")).hasSize(1);

        String key = fixture.ann.page().expectFirst("input[name=page]").val();
        fixture.ann.submit("Mark as watched", "when", "unknown_again");
        assertThat(fixture.ann.page().select(".plays > li")).hasSize(2);
        fixture.ann.submit("Mark as watched", "when", "unknown_again", "page", key);
        assertThat(fixture.ann.page().select(".plays > li")).hasSize(2);
        fixture.ann.submit("Delete");
        assertThat(fixture.ann.page().select(".plays > li")).hasSize(1);
        fixture.ann.submit("Undo");
        assertThat(fixture.ann.page().select(".plays > li")).hasSize(2);
    }

    @Test
    void theTimeOfAPlayIsChangedInItsPlace() {
        fixture.ann.get("/m/solaris-1972").submit("Mark as watched", "when", "date", "date", "2013-01-02");

        fixture.ann.submit("Save", "time", "2013-02-03T21:30");
        assertThat(fixture.ann.path()).startsWith("/m/solaris-1972?notice=play_changed");
        assertThat(fixture.ann.page().select(".plays > li").text()).contains("Feb 3, 2013");
        fixture.ann.submit("Save", "time", "2099-02-03T21:30");
        assertThat(fixture.ann.status()).isEqualTo(422);
        assertThat(fixture.ann.page().select(".error-text").text()).contains("until tomorrow");
        fixture.ann.submit("Save", "time", "", "unknown", "on");

        assertThat(fixture.ann.path()).startsWith("/m/solaris-1972?");
        assertThat(fixture.ann.page().select(".plays > li").text()).startsWith("Time unknown");
    }

    @Test
    void allPlaysOfAnItemAreInTheHistory() {
        fixture.show("Long Evening", LONG_AGO, 2, 1);
        for (int day = 10; day < 22; day++) {
            fixture.ann.get("/s/long-evening/1/2").submit("Mark as watched", "date", "2013-01-" + day);
        }
        fixture.ann.get("/s/long-evening/2/1").submit("Mark as watched");
        fixture.ann.get("/m/solaris-1972").submit("Mark as watched");

        assertThat(plays("/s/long-evening/1/2")).isEqualTo(12);
        assertThat(fixture.ann.isWellFormed().text()).contains("Only Long Evening, S1 E2 · Part 2.");
        assertThat(plays("/s/long-evening/1")).isEqualTo(12);
        assertThat(plays("/s/long-evening/2")).isEqualTo(1);
        assertThat(plays("/s/long-evening")).isEqualTo(13);
        for (String item : new String[] {"x", "person-1", "movie-x"}) {
            assertThat(fixture.ann.get("/history?item=" + item).status()).isEqualTo(422);
        }
    }

    private int plays(String path) {
        fixture.ann.get(path);
        fixture.ann.get(
                fixture.ann.page().select("[data-part=plays] a[href*=history]").attr("href"));
        return fixture.ann.page().select("input[name=select]").size();
    }

    private void comment(String path, String text) {
        fixture.ann.get(path).submit("Send comment", "text", text);
    }

    private Map<String, String> form(String css) {
        Map<String, String> values = new HashMap<>();
        fixture.ann
                .page()
                .expectFirst(css)
                .select("input[name]")
                .forEach(field -> values.put(field.attr("name"), field.val()));
        return values;
    }
}
