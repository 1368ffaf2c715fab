package dev.spoolmark.web.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.db.Engine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// A movie that only the player of one user has named is a secret of that user.
@ParameterizedClass
@EnumSource(Engine.class)
class ProvisionalItemPagesTest {

    private static final MovieRef SECRET = new MovieRef(Ids.NONE, "Secret Holiday Film", 1999);

    @Parameter
    Engine engine;

    ItemPagesFixture fixture;
    Movie movie;

    @BeforeEach
    void start() {
        fixture = new ItemPagesFixture(engine);
        MovieId id = fixture.server
                .features()
                .catalog()
                .findOrCreateMovies(List.of(SECRET))
                .values()
                .iterator()
                .next();
        movie = Objects.requireNonNull(
                fixture.server.features().catalog().movies(List.of(id)).get(id));
        fixture.server.features().watchlist().addMovies(fixture.account("ann").id(), List.of(id));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private String path() {
        return ItemLinks.movie(movie.slug());
    }

    @Test
    void theUserWhoseDataReferenceItSeesIt() {
        assertThat(fixture.ann.get(path()).status()).isEqualTo(200);
        assertThat(fixture.ann.get("/").text()).contains("Secret Holiday Film");
    }

    @Test
    void othersGetTheSamePageAsForAnUnknownMovie() {
        String unknown = fixture.bob.get("/m/no-such-movie").text();

        assertThat(fixture.bob.get(path()).status()).isEqualTo(404);
        assertThat(fixture.bob.text()).isEqualTo(unknown);
        assertThat(fixture.bob.get(path() + "/related").status()).isEqualTo(404);
        assertThat(fixture.bob.get("/find?q=Secret+Holiday").text()).contains("Nothing was found.");
    }

    @Test
    void aFormOfOthersFindsItAsLittleAsAnUnknownMovie() {
        fixture.bob.get("/m/solaris-1972");
        for (String action : List.of(
                "/track/watched",
                "/track/rating",
                "/track/watchlist",
                "/track/collection",
                "/track/resume/delete",
                "/track/lists",
                "/track/comment",
                "/track/comment/edit",
                "/track/comment/delete",
                "/track/note",
                "/track/note/delete",
                "/track/like")) {
            assertThat(send(action, ItemFormKeys.of(movie.id()))).as(action).isEqualTo(404);
            assertThat(send(action, "movie-999999999")).as(action).isEqualTo(404);
            assertThat(send(action, "movie-x")).as(action).isEqualTo(404);
        }
        assertThat(send("/track/undo", "")).isEqualTo(404);
        assertThat(send("/track/show", "show-999999999")).isEqualTo(404);
        assertThat(fixture.bob
                        .get("/history?item=" + ItemFormKeys.of(movie.id()))
                        .status())
                .isEqualTo(422);

        assertThat(fixture.bob.get(path()).status()).isEqualTo(404);
    }

    @Test
    void theUndoOfItsOnlyPlayLeadsToTheFirstPage() {
        fixture.ann.get(path()).submit("7");
        fixture.ann.submit("Remove from watchlist");
        fixture.ann.submit("Mark as watched");
        String undo = fixture.ann.path();
        fixture.ann.submit("Remove rating");

        fixture.ann.get(undo).submit("Undo");

        assertThat(fixture.ann.path()).isEqualTo("/?notice=undone");
        assertThat(fixture.ann.get(path()).status()).isEqualTo(404);
    }

    @Test
    void theUndoPutsItBackOnTheWatchlist() {
        fixture.ann.get(path()).submit("Mark as watched");
        fixture.ann.submit("Undo");

        assertThat(fixture.ann.path()).startsWith(path());
        assertThat(fixture.ann.text()).contains("Undone.", "Remove from watchlist");
    }

    @Test
    void theDeletionOfItsOnlyPlayIsUndoneInTheHistory() {
        fixture.ann.get(path()).submit("Mark as watched");
        fixture.ann.submit("Delete");
        assertThat(fixture.ann.path()).isEqualTo("/history");
        assertThat(fixture.ann.text()).contains("1 play was deleted.");

        fixture.ann.submit("Undo");

        assertThat(fixture.ann.get(path()).page().select(".plays > li")).hasSize(1);
    }

    @Test
    void aNoteIsDataOfItsAuthor() {
        fixture.ann.get(path()).submit("Save note", "text", "Mine alone.");
        fixture.ann.submit("Remove from watchlist");

        assertThat(fixture.ann.get(path()).text()).contains("Mine alone.");
        assertThat(fixture.bob.get(path()).status()).isEqualTo(404);
    }

    private int send(String action, String item) {
        Map<String, String> form = new HashMap<>(Map.of(
                "_csrf", fixture.bob.page().expectFirst("input[name=_csrf]").val(),
                "item", item,
                "on", "1",
                "score", "5",
                "text", "A comment.",
                "version", "5",
                "comment", "1",
                "new_list", "Mine",
                "undo", "w." + ItemFormKeys.of(movie.id()) + ".1.1",
                "back", "/"));
        return fixture.bob.post(action, form).status();
    }
}
