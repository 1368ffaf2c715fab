package dev.spoolmark.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.account.Account;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.collection.CollectedItem;
import dev.spoolmark.collection.CollectedShow;
import dev.spoolmark.comment.CommentFilter;
import dev.spoolmark.comment.CommentLike;
import dev.spoolmark.comment.CommentText;
import dev.spoolmark.comment.WrittenComment;
import dev.spoolmark.db.Engine;
import dev.spoolmark.hidden.HiddenItem;
import dev.spoolmark.hidden.HiddenSection;
import dev.spoolmark.history.MarkedWatched;
import dev.spoolmark.history.PlayPages;
import dev.spoolmark.history.RecordedPlay;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.history.WatchedItem;
import dev.spoolmark.history.WatchedShow;
import dev.spoolmark.lists.ListEntry;
import dev.spoolmark.lists.ListOverview;
import dev.spoolmark.lists.ListPages;
import dev.spoolmark.lists.ListSettings;
import dev.spoolmark.lists.ListSlug;
import dev.spoolmark.lists.Privacy;
import dev.spoolmark.rating.Rating;
import dev.spoolmark.rating.RatingChange;
import dev.spoolmark.rating.Score;
import dev.spoolmark.scrobble.PlaybackReport;
import dev.spoolmark.scrobble.ResumePoint;
import dev.spoolmark.social.FollowEdge;
import dev.spoolmark.social.FollowRelation;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.social.Viewer;
import dev.spoolmark.watchlist.WatchlistEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What features return page by page: pages of one or two rows together are the page of all rows. Each row occurs
/// once, and no row of another user.
@ParameterizedClass
@EnumSource(Engine.class)
class FeaturePagesTest {

    private static final int ROWS = 5;

    @Parameter
    Engine engine;

    private ExportFixture fixture;
    private Account bob;
    private ProfileView self;
    private List<MovieId> movies;
    private List<EpisodeId> episodes;

    @BeforeEach
    void open() {
        fixture = new ExportFixture(engine);
        bob = fixture.create("bob");
        self = fixture.features.profileAccess().self(fixture.ann);
        movies = IntStream.range(0, ROWS)
                .mapToObj(n -> fixture.movie("tt88" + (10_000 + n), "Movie " + n, 2000))
                .toList();
        episodes = IntStream.rangeClosed(1, ROWS)
                .mapToObj(n -> fixture.episode(n % 2 + 1, n))
                .toList();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    /// @param id what a row is, for the comparison
    private static <R> void assertPages(PageReader<R> reader, int expected, Function<R, ?> id) {
        List<?> all = reader.read(null, 1_000).stream().map(id).toList();
        assertThat(all).hasSize(expected).doesNotHaveDuplicates();
        for (int size : new int[] {1, 2, expected}) {
            List<Object> paged = new ArrayList<>();
            PageReader.<R, R>all(reader, size, rows -> rows).forEach(row -> paged.add(id.apply(row)));
            assertThat(paged).isEqualTo(all);
        }
    }

    private List<MediaId> all() {
        return Stream.<MediaId>concat(movies.stream(), episodes.stream()).toList();
    }

    private List<Watchable> watchables() {
        return Stream.concat(
                        movies.stream().map(Watchable::of),
                        episodes.stream().map(episode -> Watchable.of(episode, fixture.show())))
                .toList();
    }

    /// Several plays at one time, several of one item, and some of unknown time.
    @Test
    void playsAndTheirSummariesArePagedWithoutGaps() {
        List<MarkedWatched> marked = watchables().stream()
                .map(item -> new MarkedWatched(item, fixture.clock.instant(), 2))
                .toList();
        fixture.features.plays().seen(fixture.ann.id(), marked, null);
        fixture.features.plays().seen(bob.id(), marked, null);
        fixture.database.write(tx -> tx.update(
                "UPDATE play SET watched_at = NULL WHERE user_id = ? AND item_id IN (?, ?)",
                fixture.ann.id().value(),
                movies.getFirst().value(),
                episodes.getFirst().value()));
        PlayPages pages = new PlayPages(fixture.database);

        assertPages((after, max) -> pages.plays(self, after, max), 4 * ROWS, RecordedPlay::id);
        assertThat(pages.plays(self, null, 100).subList(4 * ROWS - 4, 4 * ROWS))
                .allMatch(play -> play.watchedAt() == null);
        assertPages(
                (@Nullable WatchedItem after, int max) -> pages.movies(
                        self, after == null ? null : (MovieId) after.item().id(), max),
                ROWS,
                WatchedItem::item);
        assertPages((after, max) -> pages.shows(self, after, max), 1, WatchedShow::show);
        assertThat(pages.episodes(self, List.of(fixture.show())).get(fixture.show()))
                .hasSize(ROWS);
    }

    @Test
    void unseenItemsArePagedWithoutGaps() {
        fixture.features.plays().unseen(fixture.ann.id(), watchables());
        PlayPages pages = new PlayPages(fixture.database);

        assertPages(
                (@Nullable WatchedItem after, int max) -> pages.unseen(self, after == null ? null : after.item(), max),
                2 * ROWS,
                WatchedItem::item);
        assertThat(pages.plays(self, null, 10)).isEmpty();
    }

    @Test
    void ratingsArePagedWithoutGaps() {
        List<RatingChange> changes =
                all().stream().map(item -> new RatingChange(item, new Score(7))).toList();
        fixture.features.ratings().rate(fixture.ann.id(), changes);
        fixture.features.ratings().rate(bob.id(), changes);

        for (Kind kind : List.of(Kind.MOVIE, Kind.EPISODE)) {
            assertPages((after, max) -> fixture.features.ratings().page(self, kind, after, max), ROWS, Rating::item);
        }
    }

    @Test
    void watchlistAndCollectionArePagedWithoutGaps() {
        fixture.features.watchlist().addMovies(fixture.ann.id(), movies);
        fixture.features.watchlist().addEpisodes(fixture.ann.id(), fixture.show(), episodes);
        fixture.features.watchlist().addMovies(bob.id(), movies);
        fixture.features.collectionItems().addMovies(fixture.ann.id(), movies);
        fixture.features.collectionItems().addEpisodes(fixture.ann.id(), fixture.show(), episodes);
        fixture.features.collectionItems().addMovies(bob.id(), movies);

        assertPages(
                (after, max) -> fixture.features.watchlist().page(self, after, max), 2 * ROWS, WatchlistEntry::item);
        assertPages(
                (after, max) -> fixture.features.collectionItems().page(self, Kind.MOVIE, after, max),
                ROWS,
                CollectedItem::item);
        assertPages((after, max) -> fixture.features.collectionItems().shows(self, after, max), 1, CollectedShow::show);
        assertThat(fixture.features
                        .collectionItems()
                        .collectedEpisodes(self, List.of(fixture.show()))
                        .get(fixture.show()))
                .hasSize(ROWS);
    }

    @Test
    void listsTheirItemsAndSlugsArePagedWithoutGaps() {
        ListPages pages = new ListPages(fixture.database);
        for (Account owner : List.of(fixture.ann, bob)) {
            for (int n = 0; n < ROWS; n++) {
                ListSettings settings = new ListSettings("List " + n, "", Privacy.PRIVATE, false, true);
                String slug =
                        fixture.features.lists().create(owner.id(), settings).slug();
                fixture.features.lists().add(owner.id(), slug, all());
            }
        }

        assertPages((after, max) -> pages.lists(self, after, max), ROWS, ListOverview::list);
        assertPages((after, max) -> pages.slugs(self, after, max), ROWS, ListSlug::slug);
        var first = pages.lists(self, null, 1).getFirst();
        assertThat(first.items()).isEqualTo(2 * ROWS);
        assertPages((after, max) -> pages.entries(first.list(), after, max), 2 * ROWS, ListEntry::item);
        assertThat(pages.entries(first.list(), null, 100))
                .extracting(ListEntry::item)
                .isEqualTo(all());
    }

    @Test
    void onlyTheOwnerReadsListsLikesAndRequests() {
        fixture.features.follows().followEachOther(fixture.ann, bob);
        ProfileView friend = fixture.features
                .profileAccess()
                .viewOf(Viewer.of(bob), fixture.ann)
                .orElseThrow();
        ListPages pages = new ListPages(fixture.database);

        List<ThrowingCallable> reads = List.of(
                () -> pages.lists(friend, null, 10),
                () -> pages.slugs(friend, null, 10),
                () -> fixture.features.comments().likes(friend, null, 10),
                () -> fixture.features.follows().page(friend, FollowRelation.REQUESTS_RECEIVED, null, 10));

        assertThat(reads).allSatisfy(read -> assertThatThrownBy(read).isInstanceOf(IllegalStateException.class));
    }

    @Test
    void commentsAndLikesArePagedWithoutGaps() {
        for (MovieId movie : movies) {
            fixture.features.comments().add(fixture.ann.id(), movie, CommentText.of("One", false, false));
            fixture.features.comments().add(bob.id(), movie, CommentText.of("Two", false, false));
            fixture.features
                    .comments()
                    .on(movie, CommentFilter.ALL)
                    .forEach(comment -> fixture.features.comments().like(fixture.ann.id(), comment));
        }

        assertPages(
                (after, max) -> fixture.features.comments().page(self, Kind.MOVIE, after, max),
                ROWS,
                WrittenComment::comment);
        assertPages(
                (after, max) -> fixture.features.comments().likes(self, after, max), 2 * ROWS, CommentLike::comment);
        assertThat(fixture.features.comments().page(self, Kind.SHOW, null, 10)).isEmpty();
    }

    @Test
    void hiddenItemsAndResumePointsArePagedWithoutGaps() {
        for (MovieId movie : movies) {
            fixture.features.hidden().hide(fixture.ann.id(), HiddenSection.RECOMMENDATIONS, movie);
            fixture.features.hidden().hide(bob.id(), HiddenSection.RECOMMENDATIONS, movie);
            fixture.features
                    .playback()
                    .pause(
                            fixture.ann.id(),
                            new PlaybackReport(Watchable.of(movie), Duration.ofMinutes(90), null, 4_150, null));
        }

        assertPages(
                (after, max) -> fixture.features.hidden().page(self, HiddenSection.RECOMMENDATIONS, after, max),
                ROWS,
                HiddenItem::item);
        assertThat(fixture.features.hidden().page(self, HiddenSection.CALENDAR, null, 10))
                .isEmpty();
        assertPages((after, max) -> fixture.features.playback().page(self, after, max), ROWS, ResumePoint::item);
    }

    @Test
    void followsOfEachKindArePagedWithoutGaps() {
        for (int n = 0; n < ROWS; n++) {
            fixture.features.follows().followEachOther(fixture.ann, fixture.create("friend" + n));
        }
        fixture.features.follows().followEachOther(bob, fixture.create("nobody"));

        assertPages((after, max) -> fixture.features.follows().friends(self, after, max), ROWS, FollowEdge::userId);
        for (FollowRelation relation : List.of(FollowRelation.FOLLOWING, FollowRelation.FOLLOWERS)) {
            assertPages(
                    (after, max) -> fixture.features.follows().page(self, relation, after, max),
                    ROWS,
                    FollowEdge::userId);
        }
        assertThat(fixture.features.follows().page(self, FollowRelation.REQUESTS_SENT, null, 10))
                .isEmpty();
    }
}
