package dev.spoolmark.web.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.ingest.CatalogImport;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.db.Engine;
import dev.spoolmark.web.PageClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// The order of the episodes of a show, and shows with many episodes, as text.
@ParameterizedClass
@EnumSource(Engine.class)
class EpisodeOrderPagesTest {

    private static final int MAX_BYTES = 30 * 1024;

    @Parameter
    Engine engine;

    private ItemPagesFixture fixture;
    private PageClient ann;

    @BeforeEach
    void start() {
        fixture = new ItemPagesFixture(engine);
        ann = fixture.ann;
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    /// The special aired between the two seasons, and the second episode before the first.
    private void mixedShow() {
        ShowItem show = new ShowItem(
                Ids.NONE,
                "Mixed Up",
                2010,
                ShowFacts.NONE,
                List.of(),
                List.of(
                        season(0, episode(1, "2012-12-24")),
                        season(1, episode(1, "2012-02-02"), episode(2, "2012-01-01")),
                        season(2, episode(1, "2013-01-01"))),
                null);
        new CatalogImport(
                        fixture.server.database(),
                        fixture.clock,
                        fixture.server.features().catalog())
                .apply(List.of(show));
    }

    private static SeasonItem season(int number, EpisodeItem... episodes) {
        return new SeasonItem(number, Ids.NONE, null, List.of(episodes));
    }

    private static EpisodeItem episode(int number, String day) {
        Instant at = Instant.parse(day + "T20:00:00Z");
        return new EpisodeItem(
                number, Ids.NONE, new EpisodeFacts("Part " + number, null, LocalDate.parse(day), at, 45, null));
    }

    private List<String> cells() {
        return ann.page().select(".cell").eachText();
    }

    @Test
    void theOrderIsChosenForEachShowAndSaved() {
        mixedShow();
        fixture.show("Long Evening", Instant.parse("2012-01-01T20:00:00Z"), 2);
        assertThat(ann.get("/s/mixed-up").page().select(".season h3 a").eachText())
                .containsExactly("Season 1", "Season 2", "Specials");
        assertThat(cells()).containsExactly("1", "2", "1", "1");

        ann.submit("By air date").isWellFormed();

        assertThat(cells()).containsExactly("S1 E2", "S1 E1", "S0 E1", "S2 E1");
        assertThat(ann.page().select(".season h3").eachText())
                .containsExactly("2012 0 of 3 watched", "2013 0 of 1 watched");
        assertThat(ann.get("/s/long-evening").page().select(".season h3 a").eachText())
                .containsExactly("Season 1");
        assertThat(fixture.bob.get("/s/mixed-up").page().select(".season h3 a")).hasSize(3);
        ann.get("/s/mixed-up").submit("By number");
        assertThat(cells()).containsExactly("1", "2", "1", "1");
    }

    @Test
    void theButtonUpToHereAndTheNeighborsFollowTheOrder() {
        mixedShow();
        assertThat(ann.get("/s/mixed-up/2/1").text()).contains("Mark 3 episodes up to here");
        ann.get("/s/mixed-up").submit("By air date");

        assertThat(ann.get("/s/mixed-up/0/1").page().select("nav a.button").eachText())
                .containsExactly("Previous: S1 E1", "Next: S2 E1");
        ann.submit("Mark 3 episodes up to here");
        assertThat(ann.text()).contains("3 episodes marked as watched.");
        ann.get("/s/mixed-up");
        assertThat(ann.page().select(".cell-watched")).hasSize(3);
        assertThat(ann.get("/s/mixed-up/1").page().select(".episode-rows a").eachText())
                .containsExactly("S1 E2 · Part 2", "S1 E1 · Part 1");
    }

    @Test
    void otherOrdersAndItemsAreNotFound() {
        mixedShow();
        ann.get("/s/mixed-up");
        Map<String, String> form = new HashMap<>();
        Element order = ann.page().expectFirst("form[action$=order]");
        order.select("input").forEach(field -> form.put(field.attr("name"), field.val()));
        for (String value : List.of("", "x", "AIR_DATE")) {
            form.put("order", value);
            assertThat(ann.post("/track/order", form).status()).as(value).isEqualTo(404);
        }
        form.put("order", "number");
        for (String item : List.of("", "movie-1", "show-999999999", "person-1")) {
            form.put("item", item);
            assertThat(ann.post("/track/order", form).status()).as(item).isEqualTo(404);
        }
    }

    @Test
    void ofAShowWithManySeasonsOnlyOneHasItsGrid() {
        int[] episodes = new int[60];
        Arrays.fill(episodes, 25);
        fixture.show("Endless", Instant.parse("2000-01-01T20:00:00Z"), episodes);
        ann.get("/s/endless/1").submit("Mark 25 episodes of the season");

        ann.get("/s/endless").isWellFormed();

        assertThat(ann.page().select(".season")).hasSize(60);
        assertThat(ann.page().select("#group-2 .cell")).hasSize(25);
        assertThat(ann.page().select(".cell")).hasSize(25);
        assertThat(compressed()).isLessThan(MAX_BYTES);
        Element more = ann.page().expectFirst("#group-40 a[data-load]");
        assertThat(more.text()).startsWith("Show 25 episodes");
        assertThat(ann.get(more.attr("href").replaceAll("#.*", "")).page().select("#group-40 .cell"))
                .hasSize(25);
        assertThat(ann.get("/s/endless?open=x&from=y").page().select("#group-2 .cell"))
                .hasSize(25);
    }

    @Test
    void aLongSeasonIsShownInParts() {
        fixture.show("Endless", Instant.parse("2000-01-01T20:00:00Z"), 1_500);
        ann.get("/s/endless/1/130").submit("Mark 130 episodes up to here");

        ann.get("/s/endless").isWellFormed();
        assertThat(cells()).hasSize(100).startsWith("101, watched");
        assertThat(ann.page().select("#group-1 nav a")).hasSize(15);
        assertThat(compressed()).isLessThan(MAX_BYTES);

        String last = ann.page().select("#group-1 nav a:last-of-type").attr("href");
        ann.get(last.replaceAll("#.*", ""));
        assertThat(cells()).hasSize(100).startsWith("1401").endsWith("1500");
        assertThat(ann.get("/s/endless?open=1&from=9999").status()).isEqualTo(200);
        ann.submit("By air date");
        assertThat(cells()).hasSizeLessThanOrEqualTo(100);
        assertThat(ann.isWellFormed().page().select(".season")).hasSize(5);
    }

    private int compressed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(ann.page().outerHtml().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.size();
    }
}
