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
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// The pages of people, and the cast on the pages of movies, as text.
@ParameterizedClass
@EnumSource(Engine.class)
class PersonPagesTest {

    private static final PersonItem PERSON = new PersonItem(
            Ids.ofTmdb(555_001),
            "Maria <Test>",
            new PersonFacts("She was born in a small town.", LocalDate.parse("1970-05-01"), "Lisbon", null));

    @Parameter
    Engine engine;

    ItemPagesFixture fixture;

    @BeforeEach
    void start() {
        fixture = new ItemPagesFixture(engine);
        new CatalogImport(
                        fixture.server.database(),
                        fixture.clock,
                        fixture.server.features().catalog())
                .apply(List.of(
                        movie("Quiet Harbor", 1999, 555_010, new CreditItem(PERSON, "Actor", "Captain")),
                        movie(
                                "Loud Harbor",
                                2004,
                                555_011,
                                new CreditItem(PERSON, "Actor", "Admiral"),
                                new CreditItem(PERSON, "Director", null))));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private static MovieItem movie(String title, int year, long tmdb, CreditItem... credits) {
        return new MovieItem(Ids.ofTmdb(tmdb), title, year, MovieFacts.NONE, List.of(credits), null);
    }

    @Test
    void theCastOfAMovieLeadsToThePageOfAPerson() {
        fixture.ann.get("/m/loud-harbor-2004").isWellFormed();
        assertThat(fixture.ann.page().select(".cast li").eachText())
                .containsExactly("Maria <Test> Admiral", "Maria <Test> Director");

        fixture.ann.get(fixture.ann.page().expectFirst(".cast a").attr("href")).isWellFormed();

        assertThat(fixture.ann.page().expectFirst("h1").text()).isEqualTo("Maria <Test>");
        assertThat(fixture.ann.text()).contains("May 1, 1970", "Lisbon", "She was born in a small town.");
        assertThat(fixture.ann.page().select(".item-card").eachText())
                .containsExactly(
                        "Loud Harbor2004 Loud Harbor 2004 · Admiral, Director",
                        "Quiet Harbor1999 Quiet Harbor 1999 · Captain");
    }

    @Test
    void thePageHasTheMarksOfTheUserAndFewStatements() {
        fixture.ann.get("/m/loud-harbor-2004").submit("Mark as watched");
        String address = fixture.ann.page().expectFirst(".cast a").attr("href");

        assertThat(fixture.statements(fixture.ann, address)).hasSizeLessThanOrEqualTo(12);
        assertThat(fixture.ann.page().select(".item-marks")).hasSize(1);
        assertThat(fixture.bob.get(address).page().select(".item-marks")).isEmpty();
    }

    @Test
    void aPersonIsFoundByName() {
        fixture.ann.get("/find?q=maria+test").isWellFormed();

        assertThat(fixture.ann
                        .page()
                        .select("section[aria-labelledby=people] a")
                        .eachText())
                .containsExactly("Maria <Test>");
    }

    @Test
    void anUnknownPersonIsNotFound() {
        assertThat(fixture.ann.get("/p/no-such-person").status()).isEqualTo(404);
        try (PageClient visitor = new PageClient(fixture.server.port())) {
            assertThat(visitor.getOnce("/p/no-such-person").status()).isEqualTo(303);
        }
    }
}
