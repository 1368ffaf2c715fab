package dev.spoolmark.web.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.AccountPatch;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.db.Engine;
import dev.spoolmark.lists.ListSettings;
import dev.spoolmark.lists.Lists;
import dev.spoolmark.lists.Privacy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The search page as text.
@ParameterizedClass
@EnumSource(Engine.class)
class SearchPagesTest {

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

    private static String search(String text) {
        return "/find?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Batman Begins",
                "tt0372784",
                "TT0372784 ",
                "tmdb:272",
                "https://www.imdb.com/title/tt0372784/?ref_=nv_sr_1",
                "https://www.themoviedb.org/movie/272-batman-begins",
                "https://trakt.tv/movies/batman-begins-2005"
            })
    void aTitleAnIdAndAnAddressFindTheMovie(String text) {
        fixture.ann.get(search(text)).isWellFormed();

        assertThat(fixture.ann.page().select("main .item-link").eachAttr("href"))
                .contains("/m/batman-begins-2005");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Christian Bale", "https://www.themoviedb.org/person/3894-christian-bale"})
    void aNameAndAnAddressFindThePerson(String text) {
        fixture.ann.get(search(text)).isWellFormed();

        assertThat(fixture.ann.page().select("main a[href^=/p/]").eachAttr("href"))
                .containsExactly("/p/christian-bale");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tvdb:213221", "https://thetvdb.com/dereferrer/series/213221"})
    void anIdAndAnAddressFindTheShow(String text) {
        fixture.ann.get(search(text));

        assertThat(fixture.ann.page().select("main .item-link").eachAttr("href"))
                .containsExactly("/s/portlandia");
        assertThat(fixture.ann.text()).contains("1 result");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tt7654321", "tmdb:999999999", "https://trakt.tv/shows/no-such-show", "\u200B"})
    void anUnknownReferenceFindsNothing(String text) {
        assertThat(fixture.ann.get(search(text)).text()).contains("Nothing was found.");
    }

    @Test
    void anItemThatOnlyTheDataOfAnotherUserNameIsNotFoundByItsId() {
        MovieRef secret = new MovieRef(Ids.ofImdb("tt7654321"), "Secret Holiday Film", 1999);
        fixture.server
                .features()
                .watchlist()
                .addMovies(
                        fixture.account("ann").id(),
                        fixture.server
                                .features()
                                .catalog()
                                .findOrCreateMovies(List.of(secret))
                                .values());

        assertThat(fixture.ann.get(search("tt7654321")).text()).contains("Secret Holiday Film");
        assertThat(fixture.bob.get(search("tt7654321")).text())
                .contains("Nothing was found.")
                .doesNotContain("Secret");
    }

    private List<String> found(String text) {
        fixture.ann.get(search(text)).isWellFormed();
        return fixture.ann.page().select("main a[href^=/u/]").eachAttr("href");
    }

    private void makeProtected(String name, boolean isSearchable) {
        fixture.server.features().accounts().change(fixture.account(name), new AccountPatch(isSearchable, true));
    }

    @Test
    void aUserIsFoundByAPartOfTheNameAndAProtectedOneByTheWholeNameAlone() {
        fixture.server.features().accounts().change(fixture.account("bob"), new AccountPatch(true, false));
        assertThat(found("bo")).containsExactly("/u/bob");

        makeProtected("bob", true);
        assertThat(found("bo")).isEmpty();
        assertThat(found("BOB")).containsExactly("/u/bob");
        fixture.server.features().follows().follow(fixture.account("ann"), fixture.account("bob"));
        assertThat(found("bo")).isEmpty();
        fixture.server
                .features()
                .follows()
                .approve(fixture.account("bob"), fixture.account("ann").id());
        assertThat(found("bo")).containsExactly("/u/bob");
    }

    @Test
    void onlyPublicListsOfVisibleProfilesAreFound() {
        Lists lists = fixture.server.features().lists();
        for (Privacy privacy : Privacy.values()) {
            lists.create(
                    fixture.account("bob").id(),
                    new ListSettings("Best nights " + privacy.key(), "", privacy, false, false));
        }
        fixture.server.features().accounts().change(fixture.account("bob"), new AccountPatch(true, false));
        assertThat(found("best NIGHTS")).containsExactly("/u/bob/lists/best-nights-public");
        assertThat(fixture.ann.text()).contains("Best nights public by bob");

        makeProtected("bob", true);
        assertThat(found("best nights")).isEmpty();
        fixture.server.features().follows().follow(fixture.account("ann"), fixture.account("bob"));
        assertThat(found("best nights")).isEmpty();
        fixture.server
                .features()
                .follows()
                .approve(fixture.account("bob"), fixture.account("ann").id());
        assertThat(found("best nights")).containsExactly("/u/bob/lists/best-nights-public");
        makeProtected("bob", false);
        assertThat(found("best nights")).isEmpty();
    }

    @Test
    void theMarksOfTheUserAreShown() {
        fixture.ann.get("/m/batman-begins-2005").submit("8");

        assertThat(fixture.ann
                        .get(search("tt0372784"))
                        .page()
                        .select(".item-marks")
                        .text())
                .contains("rated 8");
        assertThat(fixture.bob.get(search("tt0372784")).page().select(".item-marks"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "Battman Begins",
                "\u05d0\u05d1\u05d2 \u0645\u0631\u062d\u0628\u0627",
                "\ud83c\udfac\ud83c\udf7f",
                "a\u0001b\u001fc\u007f",
                "one two three four five six seven eight nine ten eleven twelve",
                "<script>alert(1)</script>",
                "' OR 1=1 --",
                "tt99999999999999999999"
            })
    void anyTextHasAPage(String text) {
        for (String typed : new String[] {text, text.repeat(300 / text.length() + 1)}) {
            fixture.ann.get(search(typed)).isWellFormed();
            assertThat(fixture.ann.status()).as(typed).isEqualTo(200);
            assertThat(fixture.ann.get(search(typed) + "&typing=1").status()).isEqualTo(200);
        }
        assertThat(fixture.ann.getOnce("/find?q=%00").status()).isEqualTo(400);
        assertThat(fixture.ann.getOnce("/find?q=%ff").status()).isEqualTo(400);
    }

    @Test
    void aHitIsMarkedAsWatchedAndPutOnTheWatchlist() {
        fixture.ann.get(search("Batman Begins")).submit("Watchlist");
        assertThat(fixture.ann.path()).startsWith("/find?q=Batman+Begins");
        assertThat(fixture.ann.page().select(".item-marks").text()).contains("on watchlist");

        fixture.ann.submit("Watched");
        assertThat(fixture.ann.page().select(".item-marks").text()).contains("watched");
        fixture.ann.submit("Undo");
        assertThat(fixture.ann.path()).startsWith("/find?q=Batman+Begins");
        assertThat(fixture.ann.page().select(".item-marks").text()).doesNotContain("watched");
    }

    @Test
    void aSearchTakesFewStatements() {
        fixture.ann.get(search("Batman")); // opens the index

        assertThat(fixture.statements(fixture.ann, search("Batman"))).hasSizeBetween(1, 12);
    }
}
