package dev.spoolmark.web.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MovieFacts;
import dev.spoolmark.catalog.PersonFacts;
import dev.spoolmark.catalog.ingest.CatalogImport;
import dev.spoolmark.catalog.ingest.SourceItem.CreditItem;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.PersonItem;
import dev.spoolmark.db.Engine;
import dev.spoolmark.web.PageClient;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Private notes on the pages of items and people, as text.
@ParameterizedClass
@EnumSource(Engine.class)
class NotePagesTest {

    private static final String MOVIE = "/m/batman-begins-2005";

    @Parameter
    Engine engine;

    private ItemPagesFixture fixture;
    private PageClient ann;
    private String token;

    @BeforeEach
    void start() {
        fixture = new ItemPagesFixture(engine);
        ann = fixture.ann;
        token = ann.get(MOVIE).page().expectFirst("[name=_csrf]").val();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private String note(PageClient client, String path) {
        return client.get(path)
                .page()
                .select("section[data-part=note] .written")
                .text();
    }

    private PageClient send(String path, Map<String, String> values) {
        Map<String, String> form = new HashMap<>(values);
        form.put("_csrf", token);
        return ann.post(path, form);
    }

    @Test
    void eachKindOfItemHasANote() {
        fixture.show("Long Evening", Instant.parse("2012-01-01T20:00:00Z"), 2);
        PersonFacts facts = new PersonFacts(null, null, null, null);
        PersonItem person = new PersonItem(Ids.ofTmdb(555_001), "Maria Test", facts);
        CreditItem credit = new CreditItem(person, "Actor", "Captain");
        MovieItem movie =
                new MovieItem(Ids.ofTmdb(555_010), "Quiet Harbor", 1999, MovieFacts.NONE, List.of(credit), null);
        new CatalogImport(
                        fixture.server.database(),
                        fixture.clock,
                        fixture.server.features().catalog())
                .apply(List.of(movie));
        for (String path :
                List.of(MOVIE, "/s/long-evening", "/s/long-evening/1", "/s/long-evening/1/2", "/p/maria-test")) {
            ann.get(path).isWellFormed().submit("Save note", "text", "  About " + path + " <b>\n");

            assertThat(ann.path()).isEqualTo(path + "?notice=note_saved");
            assertThat(ann.isWellFormed().text()).contains("Your note is saved.");
            assertThat(note(ann, path)).isEqualTo("About " + path + " <b>");
            assertThat(fixture.bob.get(path).text()).doesNotContain("About " + path);
        }
    }

    @Test
    void aDeletedNoteIsPutBack() {
        ann.get(MOVIE).submit("Save note", "text", "With Bob.");
        ann.get(MOVIE).submit("Delete note");
        assertThat(ann.text()).contains("The note was deleted.");
        assertThat(note(ann, ann.path())).isEmpty();

        ann.submit("Undo");

        assertThat(ann.text()).contains("Undone.");
        assertThat(note(ann, MOVIE)).isEqualTo("With Bob.");
    }

    @Test
    void theLaterOfTwoWindowsShowsBothTexts() {
        ann.get(MOVIE).submit("Save note", "text", "First.");
        String version = ann.get(MOVIE).page().expectFirst("[name=version]").attr("value");
        String item =
                ann.page().expectFirst("section[data-part=note] [name=item]").attr("value");
        ann.submit("Save note", "text", "Of the one window.");

        send("/track/note", Map.of("item", item, "version", version, "text", "Of the other.", "back", MOVIE));

        assertThat(ann.status()).isEqualTo(422);
        ann.isWellFormed();
        assertThat(ann.text()).contains("changed in another window", "Of the one window.");
        assertThat(ann.page().expectFirst("textarea").text()).isEqualTo("Of the other.");
        ann.submit("Save");
        assertThat(ann.path()).startsWith(MOVIE);
        assertThat(note(ann, MOVIE)).isEqualTo("Of the other.");
    }

    @Test
    void aNoteThatAnotherWindowHasChangedIsNotDeleted() {
        ann.get(MOVIE).submit("Save note", "text", "First.");
        String version = ann.get(MOVIE).page().expectFirst("[name=version]").attr("value");
        String item =
                ann.page().expectFirst("section[data-part=note] [name=item]").attr("value");
        ann.submit("Save note", "text", "Second.");

        send("/track/note/delete", Map.of("item", item, "version", version, "back", MOVIE))
                .follow();

        assertThat(ann.text()).contains("Nothing was deleted");
        assertThat(note(ann, MOVIE)).isEqualTo("Second.");
    }

    @Test
    void aNoteThatIsTooLongIsShownAgain() {
        ann.get(MOVIE).submit("Save note", "text", "a".repeat(501));

        assertThat(ann.status()).isEqualTo(422);
        assertThat(ann.isWellFormed().text()).contains("At most 500 characters.");
        ann.submit("Save", "text", "a\r\n" + "a".repeat(498));
        assertThat(ann.status()).isEqualTo(200);
        assertThat(note(ann, MOVIE)).isEqualTo("a " + "a".repeat(498));
        ann.get(MOVIE).submit("Save note", "text", " ");
        assertThat(ann.status()).isEqualTo(422);
        assertThat(ann.text()).contains("This field is required.");
    }

    @Test
    void formsThatNameNothingAreNotFound() {
        for (Map<String, String> form : List.of(
                Map.of("item", "person-1", "text", "x"),
                Map.of("item", "list-1", "text", "x"),
                Map.of("item", "", "text", "x"),
                Map.of("item", "movie-999999999", "text", "x"),
                Map.of("text", "x"))) {
            assertThat(send("/track/note", form).status()).as(form.toString()).isEqualTo(404);
            assertThat(send("/track/note/delete", form).status()).isEqualTo(404);
        }
        String item = ann.get(MOVIE)
                .page()
                .expectFirst("section[data-part=note] [name=item]")
                .attr("value");
        for (String version : List.of("x", "-1", "0", "99999999999999999")) {
            assertThat(send("/track/note", Map.of("item", item, "version", version, "text", "x"))
                            .status())
                    .as(version)
                    .isEqualTo(404);
        }
        assertThat(send("/track/undo", Map.of("undo", "n.person-1.5.0"))
                        .follow()
                        .status())
                .isEqualTo(200);
        assertThat(send("/track/undo", Map.of("undo", "n.movie-1.u.0", "back", MOVIE))
                        .follow()
                        .text())
                .contains("There was nothing to change any more.");
    }

    @Test
    void theUndoOfAnotherUserOrAfterTenMinutesChangesNothing() {
        ann.get(MOVIE).submit("Save note", "text", "With Bob.");
        ann.get(MOVIE).submit("Delete note");
        String undo = ann.path();
        fixture.bob.get(undo).submit("Undo");
        assertThat(fixture.bob.text()).contains("There was nothing to change any more.");
        assertThat(note(fixture.bob, MOVIE)).isEmpty();
        fixture.clock.pass(Duration.ofMinutes(11));

        ann.get(undo).submit("Undo");

        assertThat(ann.text()).contains("There was nothing to change any more.");
        assertThat(note(ann, MOVIE)).isEmpty();
    }
}
