package dev.spoolmark.api.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.UserDataFixture;
import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.EpisodeRef;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.SeasonRef;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Engine;
import dev.spoolmark.social.Viewer;
import dev.spoolmark.visibility.ProvisionalAccess;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class ItemResolverTest {

    private static final ShowRef SHOW = CatalogFixture.showRef("Portlandia", 2010);
    private static final MovieRef UNKNOWN = CatalogFixture.movieRef("Nobody Knows", 2011);
    private static final Viewer OTHER = new Viewer(new UserId(8));

    @Parameter
    Engine engine;

    private UserDataFixture fixture;
    private ItemResolver resolver;
    private Viewer ann;
    private ShowId show;

    @BeforeEach
    void open() {
        fixture = new UserDataFixture(engine);
        resolver = new ItemResolver(fixture.catalog, new ProvisionalAccess(fixture.database, fixture.catalog));
        ann = new Viewer(fixture.ann.owner());
        show = fixture.show(
                "Portlandia",
                UserDataFixture.season(1, UserDataFixture.episode(1, null), UserDataFixture.episode(2, null)));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void resultsAreInTheOrderOfTheRequests() {
        EpisodeRef second = CatalogFixture.episode(SHOW, 1, 2);
        SeasonRef season = new SeasonRef(SHOW, 1);

        List<ItemMatch> matches = resolver.resolve(
                ann,
                List.of(
                        new ItemRequest(second, false),
                        new ItemRequest(UNKNOWN, false),
                        new ItemRequest(season, false),
                        new ItemRequest(SHOW, false),
                        new ItemRequest(second, true)));

        assertThat(matches)
                .containsExactly(
                        new ItemMatch.Found(fixture.episode(show, 1, 2)),
                        new ItemMatch.Missing(new Problem.NotFound("movie")),
                        new ItemMatch.Found(
                                fixture.catalog.guide(show).seasons().getFirst().id()),
                        new ItemMatch.Found(show),
                        new ItemMatch.Found(fixture.episode(show, 1, 2)));
    }

    @Test
    void anUnknownItemIsCreatedOnlyIfTheRequestAllowsIt() {
        assertThatThrownBy(() -> resolver.get(ann, new ItemRequest(UNKNOWN, false)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        missing -> assertThat(missing.problem()).isEqualTo(new Problem.NotFound("movie")));

        MediaId created = resolver.get(ann, new ItemRequest(UNKNOWN, true));

        assertThat(fixture.catalog.provisional(List.of(created))).containsExactly(created);
        assertThat(resolver.get(OTHER, new ItemRequest(UNKNOWN, true))).isEqualTo(created);
    }

    @Test
    void aBatchCanAddAndRemoveTheSameUnknownItem() {
        List<ItemMatch> matches =
                resolver.resolve(ann, List.of(new ItemRequest(UNKNOWN, false), new ItemRequest(UNKNOWN, true)));

        assertThat(matches.getFirst()).isInstanceOf(ItemMatch.Found.class).isEqualTo(matches.getLast());
    }

    @Test
    void aProvisionalItemIsFoundOnlyByUsersWhoseDataReferencesIt() {
        MediaId movie = resolver.get(ann, new ItemRequest(UNKNOWN, true));
        assertThat(resolver.resolve(ann, List.of(new ItemRequest(UNKNOWN, false))))
                .containsExactly(new ItemMatch.Missing(new Problem.NotFound("movie")));

        fixture.rows.addRating(movie, 9);

        assertThat(resolver.get(ann, new ItemRequest(UNKNOWN, false))).isEqualTo(movie);
        assertThat(resolver.resolve(OTHER, List.of(new ItemRequest(UNKNOWN, false))))
                .containsExactly(new ItemMatch.Missing(new Problem.NotFound("movie")));
    }

    @Test
    void theReasonNamesTheFirstUnknownPart() {
        ShowRef noShow = CatalogFixture.showRef("Nobody Knows", 2011);

        assertThat(resolver.resolve(
                        ann,
                        List.of(
                                new ItemRequest(CatalogFixture.episode(SHOW, 1, 9), false),
                                new ItemRequest(CatalogFixture.episode(noShow, 1, 1), false),
                                new ItemRequest(new SeasonRef(SHOW, 7), true),
                                new ItemRequest(new SeasonRef(noShow, 1), true))))
                .containsExactly(
                        new ItemMatch.Missing(new Problem.NotFound("episode")),
                        new ItemMatch.Missing(new Problem.NotFound("show")),
                        new ItemMatch.Missing(new Problem.NotFound("season")),
                        new ItemMatch.Missing(new Problem.NotFound("show")));
    }

    @Test
    void anEpisodeThatCannotBeCreatedHasItsOwnReason() {
        Problem reason = new Problem.Invalid("episode");
        EpisodeRef impossible = CatalogFixture.episode(SHOW, -1, -1);

        assertThat(resolver.resolve(ann, List.of(new ItemRequest(impossible, true, Optional.of(reason)))))
                .containsExactly(new ItemMatch.Missing(reason));
        assertThat(resolver.missing(ann, new ItemRequest(impossible, false, Optional.of(reason))))
                .isEqualTo(new Problem.NotFound("episode"));
    }
}
