package dev.spoolmark.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.UserDataFixture;
import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.ingest.CatalogImport;
import dev.spoolmark.collection.CollectionItems;
import dev.spoolmark.db.Engine;
import dev.spoolmark.watchlist.Watchlist;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Pages of the watchlist and of the collection.
@ParameterizedClass
@EnumSource(Engine.class)
class ListedItemPagesTest {

    private static final UserId ANN = new UserId(7);

    @Parameter
    Engine engine;

    UserDataFixture world;
    Watchlist watchlist;
    CollectionItems collection;
    Instant now = UserDataFixture.NOW;
    MovieId alien;
    MovieId zebra;
    ShowId lost;
    EpisodeId pilot;

    @BeforeEach
    void open() {
        world = new UserDataFixture(engine);
        watchlist = new Watchlist(world.database, new ActivityStamps(), () -> now);
        collection = new CollectionItems(world.database, new ActivityStamps(), () -> now);
        new CatalogImport(world.database, world.clock, world.catalog)
                .apply(List.of(
                        CatalogFixture.movie("Alien", 1979, Ids.NONE), CatalogFixture.movie("Zebra", null, Ids.NONE)));
        alien = movie("alien");
        zebra = movie("zebra");
        lost = world.show(
                "Lost",
                UserDataFixture.season(
                        1,
                        UserDataFixture.episode(1, "2010-09-22T20:00:00Z"),
                        UserDataFixture.episode(2, "2010-09-29T20:00:00Z")));
        pilot = world.episode(lost, 1, 1);
    }

    private MovieId movie(String slug) {
        return world.catalog
                .findMovie(CatalogFixture.movieRef(slug + "-1979"))
                .or(() -> world.catalog.findMovie(CatalogFixture.movieRef(slug)))
                .orElseThrow()
                .id();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void fillWatchlist() {
        watchlist.addMovies(ANN, List.of(zebra));
        now = now.plusSeconds(60);
        watchlist.addShows(ANN, List.of(lost));
        now = now.plusSeconds(60);
        watchlist.addMovies(ANN, List.of(alien));
        watchlist.addEpisodes(ANN, lost, List.of(pilot));
    }

    private List<MediaId> watchlist(ItemOrder order, int size) {
        List<MediaId> found = new ArrayList<>();
        Optional<ItemPosition> next = Optional.empty();
        do {
            ListedItemPage page = watchlist.page(world.ann, ItemSelection.of(order), next, size);
            page.items().forEach(listed -> found.add(listed.item()));
            next = page.next().flatMap(position -> ItemPosition.parse(position.address()));
        } while (next.isPresent());
        return found;
    }

    @Test
    void theWatchlistHasThreeOrdersAndPagesWithoutGap() {
        fillWatchlist();

        assertThat(watchlist(ItemOrder.TITLE, 100))
                .startsWith(alien)
                .endsWith(zebra)
                .hasSize(4);
        assertThat(watchlist(ItemOrder.YEAR, 100)).endsWith(alien, zebra);
        assertThat(watchlist(ItemOrder.ADDED, 100)).endsWith(lost, zebra);
        for (ItemOrder order : ItemOrder.values()) {
            assertThat(watchlist(order, 1)).as(order.name()).isEqualTo(watchlist(order, 100));
        }
    }

    @Test
    void theWatchlistIsLimitedToAKind() {
        fillWatchlist();

        assertThat(watchlist
                        .page(world.ann, ItemSelection.of(Kind.MOVIE, ItemOrder.TITLE), Optional.empty(), 9)
                        .items())
                .extracting(ListedItem::item)
                .containsExactly(alien, zebra);
        assertThat(watchlist
                        .page(world.ann, ItemSelection.of(Kind.EPISODE, ItemOrder.YEAR), Optional.empty(), 9)
                        .items())
                .extracting(ListedItem::item)
                .containsExactly(pilot);
    }

    @Test
    void aCollectedShowIsOneItemWithItsEpisodes() {
        collection.addMovies(ANN, List.of(alien));
        now = now.plusSeconds(60);
        collection.addEpisodes(ANN, lost, List.of(pilot, world.episode(lost, 1, 2)));

        assertThat(collection
                        .page(world.ann, ItemSelection.of(null, ItemOrder.ADDED), Optional.empty(), 9)
                        .items())
                .containsExactly(
                        new ListedItem(lost, now, 2, 0, lost.value(), null),
                        new ListedItem(alien, now.minusSeconds(60), 1, 0, alien.value(), null));
        assertThat(collection
                        .page(world.ann, ItemSelection.of(null, ItemOrder.TITLE), Optional.empty(), 9)
                        .items())
                .extracting(ListedItem::item)
                .containsExactly(alien, lost);
        assertThat(collection
                        .page(world.ann, ItemSelection.of(Kind.SHOW, ItemOrder.YEAR), Optional.empty(), 9)
                        .items())
                .extracting(ListedItem::item)
                .containsExactly(lost);
        assertThat(collection.removeShows(ANN, List.of(lost))).isEqualTo(2);
        assertThat(collection.removeShows(ANN, List.of())).isZero();
    }

    @Test
    void anAddressThatIsNoPositionIsRejected() {
        ItemPosition position = new ItemPosition(-5, "über", 7);

        assertThat(ItemPosition.parse(position.address())).contains(position);
        assertThat(Stream.of("", "1", "1_2", "1_2_=", "x_2_", "1_2_A", "1_2_AA", "1_9999999999999999_"))
                .allSatisfy(text -> assertThat(ItemPosition.parse(text)).isEmpty());
    }
}
