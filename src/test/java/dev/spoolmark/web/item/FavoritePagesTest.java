package dev.spoolmark.web.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.db.Engine;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The button for favourites on pages of items, and the favourites on the profile.
@ParameterizedClass
@EnumSource(Engine.class)
class FavoritePagesTest {

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
    void favoritesAreShownOnTheProfileInTheirOrder() {
        fixture.ann.get("/s/portlandia").submit("Add to favorites");
        assertThat(fixture.ann.text()).contains("It is one of your favorites.", "Remove from favorites");
        fixture.ann.get("/m/solaris-1972").submit("Add to favorites");

        fixture.bob.get("/u/ann").isWellFormed();
        assertThat(fixture.bob
                        .page()
                        .select("section[aria-labelledby=favorites] .item-link")
                        .eachText())
                .hasSize(2)
                .first()
                .asString()
                .contains("Portlandia");
        fixture.bob.get("/u/ann/favorites").isWellFormed();
        assertThat(fixture.bob.text()).containsSubsequence("ann: favorites", "Portlandia", "Solaris");
        assertThat(fixture.bob.get("/u/bob/favorites").text()).contains("Nothing to see here yet.");
    }

    @Test
    void aRemovalIsUndone() {
        fixture.ann.get("/m/solaris-1972").submit("Add to favorites").submit("Remove from favorites");
        assertThat(fixture.ann.text()).contains("It is no longer one of your favorites.", "Add to favorites");

        fixture.ann.submit("Undo");
        assertThat(fixture.ann.text()).contains("Remove from favorites");
    }

    @Test
    void theUndoOfAnotherUserChangesNothing() {
        fixture.ann.get("/m/solaris-1972").submit("Add to favorites").submit("Remove from favorites");

        fixture.bob.get(fixture.ann.path()).submit("Undo");

        assertThat(fixture.bob.text()).contains("There was nothing to change any more.");
        assertThat(fixture.bob.get("/u/ann/favorites").text()).contains("Nothing to see here yet.");
        assertThat(fixture.bob.get("/u/bob/favorites").text()).contains("Nothing to see here yet.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/s/portlandia/1", "/s/portlandia/1/1"})
    void seasonsAndEpisodesAreNoFavorites(String path) {
        fixture.ann.get(path);
        assertThat(fixture.ann.text()).doesNotContain("favorites");
        Map<String, String> form = form("form[action=/track/collection]");
        form.put("on", "1");

        assertThat(fixture.ann.post("/track/favorite", form).status()).isEqualTo(404);
    }

    private Map<String, String> form(String selector) {
        Map<String, String> values = new HashMap<>();
        for (Element input : fixture.ann.page().expectFirst(selector).select("input")) {
            values.put(input.attr("name"), input.attr("value"));
        }
        return values;
    }
}
