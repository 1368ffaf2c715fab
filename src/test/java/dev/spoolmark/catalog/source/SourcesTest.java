package dev.spoolmark.catalog.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.FakeSource;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.catalog.source.SourceResult.Failed;
import dev.spoolmark.catalog.source.SourceResult.Found;
import dev.spoolmark.catalog.source.SourceResult.NotFound;
import dev.spoolmark.catalog.source.SourceResult.Skipped;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Several sources that are queried in order.
class SourcesTest {

    private final FakeSource first = new FakeSource("first", Kind.SHOW);
    private final FakeSource second = new FakeSource("second", Kind.SHOW, Kind.MOVIE);
    private final Sources sources = new Sources(List.of(first, second));
    private final SourceQuery query = new SourceQuery(Kind.SHOW, Ids.ofTvdb(5), "Ours", 2010, true);

    @Test
    void theFirstSourceThatKnowsTheShowDecidesItsEpisodes() {
        first.returns(CatalogFixture.show("Ours", null, Ids.ofTvmaze(1), CatalogFixture.season(1, 3)));
        second.returns(
                CatalogFixture.show("Theirs", 2010, new Ids(null, 5L, 9L, null, 2L), CatalogFixture.season(1, 7)));

        ShowItem show = (ShowItem) ((Found) sources.lookUp(query)).item();

        assertThat(show.title()).isEqualTo("Ours");
        assertThat(show.year()).isEqualTo(2010);
        assertThat(show.ids()).isEqualTo(new Ids(null, 5L, 9L, null, 1L));
        assertThat(show.seasons().getFirst().episodes()).hasSize(3);
        assertThat(second.requests()).containsExactly(new SourceQuery(Kind.SHOW, Ids.ofTvmaze(1), null, null, false));
    }

    @Test
    void theFirstSourceWithRelatedItemsDecidesThem() {
        first.returns(CatalogFixture.show("Ours", null, Ids.ofTvmaze(1)));
        second.responds(_ -> new Found(CatalogFixture.show("Ours", 2010, Ids.ofTvdb(5)), List.of(), List.of())
                .withRelated(List.of(Ids.ofTvdb(6))));

        assertThat(((Found) sources.lookUp(query)).related()).containsExactly(Ids.ofTvdb(6));
    }

    @Test
    void theSecondSourceIsQueriedIfTheFirstDoesNotKnowTheItem() {
        second.returns(CatalogFixture.show("Ours", 2010, Ids.ofTvdb(5)));

        assertThat(sources.lookUp(query)).isInstanceOf(Found.class);
        assertThat(second.requests()).containsExactly(query);
    }

    @Test
    void aFailureCountsOnlyIfNoSourceKnowsTheItem() {
        first.fails("answered 500");

        assertThat(sources.lookUp(query)).isEqualTo(new Failed("first answered 500"));
        assertThat(sources.newFailure(first)).contains("answered 500");
        assertThat(sources.newFailure(first)).isEmpty();

        second.returns(CatalogFixture.show("Ours", 2010, Ids.ofTvdb(5)));
        assertThat(sources.lookUp(query)).isInstanceOf(Found.class);
    }

    @Test
    void aSourceReplacesOneThatFailedOrIsPaused() {
        second.returns(CatalogFixture.show("Ours", 2010, Ids.ofTvdb(5)));
        assertThat(standsIn()).isFalse();

        first.fails("answered 500");
        assertThat(standsIn()).isTrue();
        first.responds(_ -> new Skipped("is paused"));
        assertThat(standsIn()).isTrue();
    }

    private boolean standsIn() {
        return ((Found) sources.lookUp(query)).primary().fallback();
    }

    @Test
    void anItemThatNoSourceKnowsIsNotFound() {
        first.responds(_ -> new NotFound(List.of("knows 2 of this title")));

        assertThat(sources.lookUp(query)).isEqualTo(new NotFound(List.of("first: knows 2 of this title")));
    }

    @Test
    void aSourceIsQueriedForItsKindsOnly() {
        sources.lookUp(new SourceQuery(Kind.MOVIE, Ids.NONE, "Film", 2010, true));

        assertThat(first.requests()).isEmpty();
        assertThat(second.requests()).hasSize(1);
    }

    @Test
    void aPausedSourceIsNotReady() {
        assertThat(sources.ready()).containsExactlyInAnyOrder(Kind.MOVIE, Kind.SHOW);

        second.pauseUntil(Instant.MAX);

        assertThat(sources.ready()).containsExactly(Kind.SHOW);
        assertThat(Sources.NONE.ready()).isEmpty();
    }
}
