package dev.spoolmark.web.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.lists.ListSettings;
import dev.spoolmark.lists.Privacy;
import dev.spoolmark.web.PageClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListItemPagesTest {

    private final LibraryFixture world = new LibraryFixture();
    private final PageClient browser = world.browser;

    @AfterEach
    void close() {
        world.close();
    }

    private List<String> titles() {
        return browser.page().select("main ol > li .item-line strong").eachText();
    }

    private void create(Privacy privacy, String... movies) {
        world.server
                .features()
                .lists()
                .create(world.ann.id(), new ListSettings("Rainy days", "For <b>rain</b>", privacy, true, false));
        List<MediaId> ids = new ArrayList<>();
        for (String movie : movies) {
            ids.add(world.movie(movie));
        }
        world.server.features().lists().add(world.ann.id(), "rainy-days", ids);
    }

    @Test
    void aListIsCreatedRenamedAndDeletedWithAPreview() {
        browser.get("/lists").isWellFormed();
        browser.submit("Create list", "name", "Rainy days", "description", "For rain", "privacy", "public");
        assertThat(browser.path()).startsWith("/u/ann/lists/rainy-days");
        assertThat(browser.text()).contains("The list was created.", "For rain", "Everyone");
        browser.get("/u/ann/lists/rainy-days/edit").isWellFormed();
        assertThat(browser.page().expectFirst("#privacy option[selected]").val())
                .isEqualTo("public");
        browser.submit("Save", "name", "Sunny days", "privacy", "private");
        assertThat(browser.path()).startsWith("/u/ann/lists/sunny-days");
        world.counted("/lists");
        assertThat(browser.text()).contains("Sunny days", "0 titles");
        browser.get("/u/ann/lists/sunny-days/delete").isWellFormed();
        assertThat(browser.text()).contains("The list “Sunny days” is deleted permanently.");
        browser.submit("Delete list");
        assertThat(browser.path()).startsWith("/lists");
        assertThat(browser.text()).contains("The list was deleted.", "No lists.");
    }

    @Test
    void wrongSettingsAreExplained() {
        create(Privacy.PRIVATE);

        browser.get("/lists").submit("Create list", "name", "", "privacy", "nobody");
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.errorOf("name")).isEqualTo("This field is required.");
        assertThat(browser.errorOf("privacy")).isEqualTo("Choose one of the options.");
        browser.get("/lists").submit("Create list", "name", "RAINY days");
        assertThat(browser.errorOf("name")).isEqualTo("You have a list with this name.");
        browser.get("/lists").submit("Create list", "name", "x".repeat(101), "description", "x".repeat(2_001));
        assertThat(browser.errorOf("name")).isEqualTo("At most 100 characters.");
        assertThat(browser.errorOf("description")).isEqualTo("At most 2000 characters.");
        browser.get("/lists").submit("Create list", "name", "\u200b");
        assertThat(browser.status()).isEqualTo(422);
    }

    @Test
    void itemsAreMovedNotedAndRemoved() {
        create(Privacy.PRIVATE, "One", "Two", "Three", "Four");

        world.counted("/u/ann/lists/rainy-days").isWellFormed();
        assertThat(titles()).containsExactly("One", "Two", "Three", "Four");
        browser.submit("Up Two, 1999");
        assertThat(titles()).containsExactly("Two", "One", "Three", "Four");
        browser.submit("Down Two, 1999");
        assertThat(titles()).containsExactly("One", "Two", "Three", "Four");
        String four = browser.page().select("input[name=select]").getLast().val();
        browser.submit("Move Four, 1999", "place." + four, "1");
        assertThat(titles()).containsExactly("Four", "One", "Two", "Three");
        browser.submit("Move Four, 1999", "place." + four, "0");
        assertThat(browser.text()).contains("a position is a number from 1");
        browser.submit("Save note Four, 1999", "note." + four, "the <i>best</i>");
        assertThat(browser.text()).contains("The note was saved.", "the <i>best</i>");
        browser.submit("Save note Four, 1999", "note." + four, "x".repeat(501));
        assertThat(browser.text()).contains("a note has at most 500 characters");
        browser.submit("Remove One, 1999");
        browser.submit("Remove selected", "select", four);
        assertThat(titles()).containsExactly("Two", "Three");
    }

    @Test
    void selectedItemsAreCopiedAndMovedToAnotherList() {
        create(Privacy.PRIVATE, "One", "Two", "Three");
        assertThat(browser.get("/u/ann/lists/rainy-days").page().select("#target"))
                .isEmpty();
        world.server
                .features()
                .lists()
                .create(world.ann.id(), new ListSettings("Sunny days", "", Privacy.PRIVATE, true, false));

        world.counted("/u/ann/lists/rainy-days").isWellFormed();
        List<String> items = browser.page().select("input[name=select]").eachAttr("value");
        assertThat(browser.page().select("#target option").eachText()).containsExactly("Sunny days");
        browser.submit("Copy selected", "target", "sunny-days", "select", items.get(0));
        assertThat(browser.text()).contains("Copied 1 title to the list.");
        browser.submit("Move selected", "target", "sunny-days", "select", items.get(1));
        assertThat(browser.text()).contains("Moved 1 title to the other list.");
        assertThat(titles()).containsExactly("One", "Three");
        browser.submit("Move selected", "target", "sunny-days");
        assertThat(browser.text()).contains("Nothing was selected");
        browser.get("/u/ann/lists/sunny-days");
        assertThat(titles()).containsExactly("One", "Two");
    }

    @Test
    void onlyItemsOfTheListAreCopiedAndOnlyToOwnLists() {
        create(Privacy.PRIVATE, "One");
        MovieId other = world.movie("Secret");
        world.server
                .features()
                .lists()
                .create(world.ann.id(), new ListSettings("Sunny days", "", Privacy.PRIVATE, true, false));
        String path = "/u/ann/lists/rainy-days/items";

        world.post(path, "do", "copy", "target", "sunny-days", "select", "movie-" + other.value())
                .follow();
        assertThat(browser.text()).contains("Nothing was selected");
        assertThat(browser.get("/u/ann/lists/sunny-days").text()).contains("This list is empty.");
        world.post(path, "do", "move", "target", "nothing", "select", "movie-1").follow();
        assertThat(browser.text()).contains("the other list does not exist any more");
        assertThat(world.post(path, "do", "move", "target", "rainy-days", "select", "movie-1")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theEnterKeyDeletesNothing() {
        create(Privacy.PRIVATE, "One");

        browser.get("/u/ann/lists/rainy-days");
        assertThat(browser.page()
                        .expectFirst("form[action$=/items] button[type=submit]")
                        .val())
                .isEqualTo("none");
        world.post("/u/ann/lists/rainy-days/items", "do", "none", "select", "movie-1")
                .follow();
        assertThat(browser.text()).contains("Nothing was changed.");
    }

    @Test
    void aListOfSeveralKindsAndPagesIsNumberedThrough() {
        ShowId show = world.show("Anchor", 2, "2013-01-01T03:00:00Z");
        create(Privacy.PRIVATE);
        List<MediaId> items = new ArrayList<>(List.of(
                show,
                world.server
                        .features()
                        .catalog()
                        .guide(show)
                        .season(1)
                        .orElseThrow()
                        .id(),
                world.episode(show, 2)));
        for (int i = 0; i < 50; i++) {
            items.add(world.movie("Movie " + i));
        }
        world.server.features().lists().add(world.ann.id(), "rainy-days", items);

        world.counted("/u/ann/lists/rainy-days");
        assertThat(browser.text()).contains("Season 1", "S1 E2 · Episode 2", "53 titles");
        assertThat(browser.page().select("a[href=/s/anchor/1]")).hasSize(1);
        world.counted(browser.page().expectFirst("a[rel=next]").attr("href"));
        assertThat(titles()).hasSize(3);
        assertThat(browser.page().select("input.place").eachAttr("value")).containsExactly("51", "52", "53");
    }

    @Test
    void othersSeeAPublicListWithoutForms() {
        create(Privacy.PUBLIC, "One");
        world.server.features().lists().note(world.ann.id(), "rainy-days", Map.of(world.movie("One"), "good"));

        try (PageClient visitor = new PageClient(world.server.port())) {
            visitor.get("/u/ann/lists/rainy-days").isWellFormed();
            assertThat(visitor.text()).contains("Rainy days", "For <b>rain</b>", "One", "good");
            assertThat(visitor.page().select("main form[method=post]")).isEmpty();
            visitor.get("/u/ann/lists").isWellFormed();
            assertThat(visitor.text()).contains("Lists of ann", "Rainy days");
            assertThat(visitor.page().select("main form")).isEmpty();
        }
    }

    @Test
    void aListThatOthersMayNotSeeLooksLikeNoList() {
        create(Privacy.PRIVATE, "One");
        PageClient bob = world.signIn("bob");

        String hidden = bob.get("/u/ann/lists/rainy-days").text();
        assertThat(bob.status()).isEqualTo(404);
        assertThat(bob.get("/u/ann/lists/nothing").text()).isEqualTo(hidden);
        assertThat(bob.get("/u/nobody/lists/rainy-days").text()).isEqualTo(hidden);
        assertThat(bob.get("/u/ann/lists").text()).doesNotContain("Rainy");
        for (String page : List.of("/edit", "/delete")) {
            assertThat(bob.get("/u/ann/lists/rainy-days" + page).status()).isEqualTo(404);
        }
        bob.close();
    }

    @Test
    void othersCannotChangeAListThatTheySee() {
        create(Privacy.PUBLIC, "One");
        PageClient bob = world.signIn("bob");
        String token = bob.get("/lists").page().expectFirst("input[name=_csrf]").val();

        for (String form : List.of("/items", "/edit", "/delete")) {
            bob.post(
                    "/u/ann/lists/rainy-days" + form,
                    Map.of("_csrf", token, "do", "remove:movie-1", "name", "Mine", "privacy", "public"));
            assertThat(bob.status()).as(form).isEqualTo(404);
        }
        assertThat(browser.get("/u/ann/lists/rainy-days").text()).contains("One");
        bob.close();
    }

    @Test
    void provisionalItemsOfAnOwnerAreHiddenFromOthers() {
        create(Privacy.PUBLIC, "One");
        MovieId secret = world.server
                .features()
                .catalog()
                .findOrCreateMovies(List.of(CatalogFixture.movieRef("Home Video", 2001)))
                .values()
                .iterator()
                .next();
        world.server.features().lists().add(world.ann.id(), "rainy-days", List.of(secret));

        assertThat(browser.get("/u/ann/lists/rainy-days").text()).contains("Home Video");
        try (PageClient visitor = new PageClient(world.server.port())) {
            assertThat(visitor.get("/u/ann/lists/rainy-days").text())
                    .contains("One")
                    .doesNotContain("Home Video");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/lists?after=x", "/lists?after=99", "/u/ann/lists/rainy-days?after=x", "/u/ann/lists?after=-1"})
    void wrongPositionsAreExplained(String path) {
        create(Privacy.PUBLIC, "One");

        browser.get(path);

        assertThat(browser.status()).isEqualTo(422);
        browser.isWellFormed();
        assertThat(browser.page().select(".notice-warning")).isNotEmpty();
    }

    @Test
    void wrongActionsAreRejected() {
        create(Privacy.PUBLIC, "One");

        for (String action : List.of("", "burn", "burn:movie-1", "up:", "up:list-1", "remove:movie-x")) {
            assertThat(world.post("/u/ann/lists/rainy-days/items", "do", action).status())
                    .as(action)
                    .isEqualTo(400);
        }
        world.post("/u/ann/lists/rainy-days/items", "do", "up:movie-987654321").follow();
        assertThat(browser.text()).contains("no longer on the list");
    }

    @Test
    void germanTextsAreUsed() {
        create(Privacy.PRIVATE, "One");

        assertThat(browser.in("de").get("/lists").isWellFormed().text()).contains("Neue Liste", "1 Titel");
        assertThat(browser.get("/u/ann/lists/rainy-days").isWellFormed().text()).contains("Nur Sie", "Nach oben");
    }
}
