package dev.spoolmark.transfer;

import static dev.spoolmark.transfer.ExportFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.AccountPatch;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.comment.CommentFilter;
import dev.spoolmark.comment.CommentText;
import dev.spoolmark.core.Sha256;
import dev.spoolmark.db.Engine;
import dev.spoolmark.hidden.HiddenSection;
import dev.spoolmark.history.MarkedWatched;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.lists.ListSettings;
import dev.spoolmark.lists.Privacy;
import dev.spoolmark.rating.RatingChange;
import dev.spoolmark.rating.Score;
import dev.spoolmark.scrobble.PlaybackReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/// The members of an archive: names, pages and the shape of their rows.
@ParameterizedClass
@EnumSource(Engine.class)
class UserExportTest {

    private static final String TIME = "2013-06-20T20:15:00.000Z";

    @Parameter
    Engine engine;

    private ExportFixture fixture;

    @BeforeEach
    void open() {
        fixture = new ExportFixture(engine);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void watch(Watchable item, Instant at) {
        fixture.features.plays().seen(fixture.ann.id(), List.of(MarkedWatched.once(item, at)), null);
    }

    @Test
    void anEmptyUserHasEveryMember() {
        Map<String, String> members = fixture.export(fixture.ann);

        assertThat(members.keySet())
                .contains(
                        "user-profile.json",
                        "user-settings.json",
                        "hidden-calendar.json",
                        "hidden-progress-watched.json",
                        "hidden-progress-watched-reset.json",
                        "hidden-progress-collected.json",
                        "hidden-recommendations.json",
                        "hidden-dropped.json",
                        "network-followers-requests.json",
                        "network-followers.json",
                        "network-following.json",
                        "network-friends.json",
                        "likes-comments.json",
                        "likes-lists.json",
                        "comments-movies.json",
                        "comments-shows.json",
                        "comments-seasons.json",
                        "comments-episodes.json",
                        "comments-lists.json",
                        "notes-movies.json",
                        "notes-collection_items.json",
                        "ratings-movies.json",
                        "ratings-shows.json",
                        "ratings-seasons.json",
                        "ratings-episodes.json",
                        "watched-movies.json",
                        "watched-shows.json",
                        "watched-history.json",
                        "watched-playback.json",
                        "collection-movies.json",
                        "collection-shows.json",
                        "collection-episodes.json",
                        "lists-watchlist.json",
                        "lists-favorites.json",
                        "lists-collaborations.json",
                        "lists-lists.json")
                .endsWith("spoolmark.json");
        assertThat(members).containsEntry("watched-history.json", "[]");
    }

    @Test
    void aPlayHasTheShapeOfAHistoryRow() {
        EpisodeId episode = fixture.episode(2, 1);
        watch(Watchable.of(episode, fixture.show()), Instant.parse(TIME));
        watch(Watchable.of(fixture.movie), Instant.parse(TIME).minusSeconds(1));

        JsonNode rows = json(fixture.export(fixture.ann), "watched-history.json");

        assertThat(rows.get(0).propertyNames())
                .containsExactly("id", "watched_at", "action", "type", "episode", "show");
        assertThat(rows.get(0).get("watched_at").asString()).isEqualTo(TIME);
        assertThat(rows.get(0).get("action").asString()).isEqualTo("watch");
        assertThat(rows.get(0).get("type").asString()).isEqualTo("episode");
        assertThat(rows.get(0).get("episode").propertyNames()).containsExactly("season", "number", "title", "ids");
        assertThat(rows.get(0).get("episode").get("ids").propertyNames())
                .containsExactly("trakt", "tvdb", "imdb", "tmdb", "spoolmark");
        assertThat(rows.get(0).get("episode").get("season").asInt()).isEqualTo(2);
        assertThat(rows.get(0).get("show").propertyNames()).containsExactly("title", "year", "ids");
        assertThat(rows.get(0).get("show").get("ids").propertyNames())
                .containsExactly("trakt", "slug", "tvdb", "imdb", "tmdb", "spoolmark");
        assertThat(rows.get(0).get("show").get("ids").get("tvdb").asLong()).isEqualTo(9_920_101);
        assertThat(rows.get(1).propertyNames()).containsExactly("id", "watched_at", "action", "type", "movie");
        assertThat(rows.get(1).get("movie").get("ids").propertyNames())
                .containsExactly("trakt", "slug", "imdb", "tmdb", "spoolmark");
        assertThat(rows.get(1).get("movie").get("ids").get("imdb").asString()).isEqualTo("tt9900001");
        assertThat(rows.get(1).get("movie").get("ids").get("tmdb").isNull()).isTrue();
    }

    /// A reader of the layout would take our id for that of another item at Trakt.
    @Test
    void noItemHasAnIdOfTrakt() {
        EpisodeId episode = fixture.episode(1, 1);
        List<MediaId> items = List.of(fixture.movie, fixture.show(), fixture.season(1), episode);
        var list = fixture.features
                .lists()
                .create(fixture.ann.id(), new ListSettings("All", "", Privacy.PRIVATE, false, true));
        fixture.features.lists().add(fixture.ann.id(), list.slug(), items);

        JsonNode rows =
                json(fixture.export(fixture.ann), "lists-list-" + list.id().value() + "-all.json");

        assertThat(rows).hasSize(4);
        for (JsonNode row : rows) {
            List<JsonNode> ids = row.findValues("ids");
            assertThat(ids).isNotEmpty().allSatisfy(one -> {
                assertThat(one.get("trakt").isNull()).isTrue();
                assertThat(one.get("spoolmark").asLong()).isPositive();
            });
        }
    }

    @Test
    void aPlayOfUnknownTimeComesLastWithTheTimeThatMeansUnknown() {
        watch(Watchable.of(fixture.movie), Instant.parse(TIME));
        long unknown = fixture.database.write(tx -> {
            long id = tx.newId("play");
            tx.update("""
                    INSERT INTO play (user_id, play_id, kind, item_id, show_id, watched_at, position, action, created_at)
                    VALUES (?, ?, 1, ?, 0, NULL, 0, 3, 5)
                    """, fixture.ann.id().value(), id, fixture.movie.value());
            return id;
        });

        JsonNode rows = json(fixture.export(fixture.ann), "watched-history.json");

        assertThat(rows).hasSize(2);
        assertThat(rows.get(1).get("id").asLong()).isEqualTo(unknown);
        assertThat(rows.get(1).get("watched_at").asString()).isEqualTo("1970-01-01T00:00:00.000Z");
    }

    @Test
    void anItemThatIsNoLongerInTheCatalogKeepsItsId() {
        List<MediaId> missing = List.of(
                new MovieId(900_001), new ShowId(900_002), new MediaId.SeasonId(900_003), new EpisodeId(900_004));
        fixture.features
                .ratings()
                .rate(
                        fixture.ann.id(),
                        missing.stream()
                                .map(item -> new RatingChange(item, new Score(8)))
                                .toList());

        Map<String, String> members = fixture.export(fixture.ann);

        for (MediaId item : missing) {
            String kind = item.kind().key();
            JsonNode row = json(members, "ratings-" + kind + "s.json").get(0);
            assertThat(row.get(kind).toString()).isEqualTo("{\"ids\":{\"spoolmark\":" + item.value() + "}}");
        }
    }

    @Test
    void summariesCountPlaysByMovieAndByShowSeasonAndEpisode() {
        EpisodeId first = fixture.episode(1, 1);
        EpisodeId second = fixture.episode(1, 2);
        EpisodeId later = fixture.episode(2, 1);
        ShowId show = fixture.show();
        fixture.features
                .plays()
                .seen(
                        fixture.ann.id(),
                        List.of(
                                new MarkedWatched(Watchable.of(later, show), Instant.parse(TIME), 1),
                                new MarkedWatched(Watchable.of(first, show), Instant.parse(TIME), 2),
                                new MarkedWatched(Watchable.of(second, show), Instant.parse(TIME), 1),
                                new MarkedWatched(Watchable.of(fixture.movie), Instant.parse(TIME), 3)),
                        null);

        Map<String, String> members = fixture.export(fixture.ann);

        assertThat(json(members, "watched-movies.json").get(0).propertyNames())
                .containsExactly("plays", "last_watched_at", "last_updated_at", "movie");
        assertThat(json(members, "watched-movies.json").get(0).get("plays").asInt())
                .isEqualTo(3);
        JsonNode row = json(members, "watched-shows.json").get(0);
        assertThat(row.propertyNames())
                .containsExactly("plays", "last_watched_at", "last_updated_at", "reset_at", "show", "seasons");
        assertThat(row.get("plays").asInt()).isEqualTo(4);
        assertThat(row.get("seasons").toString())
                .isEqualTo(("[{'number':1,'episodes':[{'number':1,'plays':2,'last_watched_at':'T'},"
                                + "{'number':2,'plays':1,'last_watched_at':'T'}]},"
                                + "{'number':2,'episodes':[{'number':1,'plays':1,'last_watched_at':'T'}]}]")
                        .replace('\'', '"')
                        .replace("\"T\"", '"' + TIME + '"'));
    }

    @Test
    void ratingsOfAllFourKindsHaveMembersOfTheirOwn() {
        EpisodeId episode = fixture.episode(1, 1);
        List<MediaId> items = List.of(fixture.movie, fixture.show(), fixture.season(1), episode);
        fixture.features
                .ratings()
                .rate(
                        fixture.ann.id(),
                        items.stream()
                                .map(item -> new RatingChange(item, new Score(8)))
                                .toList());

        Map<String, String> members = fixture.export(fixture.ann);

        assertThat(json(members, "ratings-movies.json").get(0).propertyNames())
                .containsExactly("rated_at", "rating", "type", "movie");
        assertThat(json(members, "ratings-shows.json").get(0).propertyNames())
                .containsExactly("rated_at", "rating", "type", "show");
        JsonNode season = json(members, "ratings-seasons.json").get(0);
        assertThat(season.propertyNames()).containsExactly("rated_at", "rating", "type", "season", "show");
        assertThat(season.get("season").propertyNames()).containsExactly("number", "ids");
        assertThat(season.get("season").get("ids").propertyNames())
                .containsExactly("trakt", "tvdb", "tmdb", "spoolmark");
        JsonNode row = json(members, "ratings-episodes.json").get(0);
        assertThat(row.propertyNames()).containsExactly("rated_at", "rating", "type", "episode", "show");
        assertThat(row.get("rating").asInt()).isEqualTo(8);
    }

    @Test
    void listsKeepOrderAndNotes() {
        EpisodeId episode = fixture.episode(1, 1);
        fixture.features.watchlist().addMovies(fixture.ann.id(), List.of(fixture.movie));
        fixture.features.favorites().addShows(fixture.ann.id(), List.of(fixture.show()));
        fixture.features.favorites().note(fixture.ann.id(), fixture.show(), "again and again");
        var lists = fixture.features.lists();
        var list = lists.create(
                fixture.ann.id(), new ListSettings("Rainy days", "For wet Sundays", Privacy.PRIVATE, true, false));
        lists.add(fixture.ann.id(), list.slug(), List.of(fixture.show(), fixture.movie, episode));
        lists.note(fixture.ann.id(), list.slug(), Map.of(fixture.movie, "start here\n=1+1"));

        Map<String, String> members = fixture.export(fixture.ann);

        JsonNode entry = json(members, "lists-watchlist.json").get(0);
        assertThat(entry.propertyNames()).containsExactly("rank", "id", "listed_at", "notes", "type", "movie");
        assertThat(entry.get("notes").isNull()).isTrue();
        JsonNode favorite = json(members, "lists-favorites.json").get(0);
        assertThat(favorite.propertyNames()).containsExactly("rank", "id", "listed_at", "notes", "type", "show");
        assertThat(favorite.get("notes").asString()).isEqualTo("again and again");
        JsonNode head = json(members, "lists-lists.json").get(0);
        assertThat(head.propertyNames())
                .containsExactly(
                        "name",
                        "description",
                        "privacy",
                        "share_link",
                        "type",
                        "rules",
                        "display_numbers",
                        "allow_comments",
                        "sort_by",
                        "sort_how",
                        "created_at",
                        "updated_at",
                        "item_count",
                        "comment_count",
                        "likes",
                        "ids",
                        "user");
        assertThat(head.get("item_count").asInt()).isEqualTo(3);
        assertThat(head.get("privacy").asString()).isEqualTo("private");
        JsonNode rows = json(members, "lists-list-" + list.id().value() + "-rainy-days.json");
        assertThat(rows.valueStream().map(row -> row.get("type").asString()))
                .containsExactly("show", "movie", "episode");
        assertThat(rows.valueStream().map(row -> row.get("rank").asInt())).containsExactly(1, 2, 3);
        assertThat(rows.get(1).get("notes").asString()).isEqualTo("start here\n=1+1");
    }

    @Test
    void aCollectionIsWrittenByMovieShowAndEpisode() {
        EpisodeId episode = fixture.episode(1, 2);
        fixture.features.collectionItems().addMovies(fixture.ann.id(), List.of(fixture.movie));
        fixture.features.collectionItems().addEpisodes(fixture.ann.id(), fixture.show(), List.of(episode));

        Map<String, String> members = fixture.export(fixture.ann);

        assertThat(json(members, "collection-movies.json").get(0).propertyNames())
                .containsExactly("collected_at", "updated_at", "movie");
        assertThat(json(members, "collection-episodes.json").get(0).propertyNames())
                .containsExactly("collected_at", "updated_at", "episode", "show");
        JsonNode show = json(members, "collection-shows.json").get(0);
        assertThat(show.propertyNames()).containsExactly("last_collected_at", "last_updated_at", "show", "seasons");
        assertThat(show.get("seasons").get(0).get("episodes").get(0).propertyNames())
                .containsExactly("number", "collected_at");
    }

    @Test
    void aCommentHasTheShapeOfACommentRowAndLikesHaveNoForeignText() {
        Account bob = fixture.create("bob");
        fixture.features
                .comments()
                .add(fixture.ann.id(), fixture.movie, CommentText.of("The light goes out.", true, false));
        fixture.features.comments().add(bob.id(), fixture.movie, CommentText.of("A text of Bob.", false, false));
        fixture.features
                .comments()
                .on(fixture.movie, CommentFilter.ALL)
                .forEach(comment -> fixture.features.comments().like(fixture.ann.id(), comment));

        Map<String, String> members = fixture.export(fixture.ann);

        JsonNode row = json(members, "comments-movies.json").get(0);
        assertThat(row.propertyNames()).containsExactly("type", "movie", "comment");
        assertThat(row.get("comment").propertyNames())
                .containsExactly(
                        "id",
                        "parent_id",
                        "created_at",
                        "updated_at",
                        "comment",
                        "spoiler",
                        "review",
                        "replies",
                        "likes",
                        "language",
                        "user_rating",
                        "user_stats",
                        "user");
        assertThat(row.get("comment").get("comment").asString()).isEqualTo("The light goes out.");
        assertThat(row.get("comment").get("likes").asInt()).isOne();
        assertThat(json(members, "likes-comments.json")).hasSize(2);
        assertThat(String.join("", members.values())).doesNotContain("A text of Bob.");
    }

    @Test
    void aSettingThatIsReadBeforeTheSnapshotIsExported() {
        assertThat(passwordOnV1()).isTrue();
        fixture.features.accounts().settings().changePasswordOnV1(fixture.ann, false, Actor.OPERATOR);
        assertThat(passwordOnV1()).isFalse();
    }

    private boolean passwordOnV1() {
        return json(fixture.export(fixture.ann), "spoolmark.json")
                .get("settings")
                .get("v1_password")
                .asBoolean();
    }

    @Test
    void hiddenItemsAreWrittenBySection() {
        fixture.episode(1, 1);
        fixture.features.hidden().hide(fixture.ann.id(), HiddenSection.CALENDAR, fixture.show());
        fixture.features.hidden().hide(fixture.ann.id(), HiddenSection.PROGRESS, fixture.show(), fixture.season(1));

        Map<String, String> members = fixture.export(fixture.ann);

        assertThat(json(members, "hidden-calendar.json").get(0).propertyNames())
                .containsExactly("hidden_at", "type", "show");
        assertThat(json(members, "hidden-progress-watched.json").get(0).propertyNames())
                .containsExactly("hidden_at", "type", "season", "show");
    }

    @Test
    void followsNameTheOtherUsersAndNothingElseOfThem() {
        Account bob = fixture.create("bob");
        fixture.features.follows().followEachOther(fixture.ann, bob);
        Account eve = fixture.create("eve");
        fixture.features.follows().follow(fixture.ann, eve);

        Map<String, String> members = fixture.export(fixture.ann);

        JsonNode friend = json(members, "network-friends.json").get(0);
        assertThat(friend.propertyNames()).containsExactly("friends_at", "user");
        assertThat(friend.get("user").get("username").asString()).isEqualTo("bob");
        assertThat(friend.get("user").get("name").isNull()).isTrue();
        assertThat(json(members, "network-followers.json")).hasSize(1);
        assertThat(json(members, "network-following.json").size()
                        + json(members, "spoolmark.json")
                                .get("follow_requests_sent")
                                .size())
                .isEqualTo(2);
        assertThat(String.join("", members.values())).doesNotContain("bob@example.org");
    }

    /// Ids of users are internal.
    @Test
    void aReceivedFollowRequestHasNoIdOfTheOtherUser() {
        fixture.features.accounts().change(fixture.ann, new AccountPatch(null, true));
        Account ann = fixture.features.accounts().get("ann");
        fixture.features.follows().follow(fixture.create("bob"), ann);

        JsonNode request =
                json(fixture.export(ann), "network-followers-requests.json").get(0);

        assertThat(request.propertyNames()).containsExactly("requested_at", "user");
        assertThat(request.get("user").get("username").asString()).isEqualTo("bob");
    }

    /// Without a further row there is no second page, and no number in the name of the only one.
    @Test
    void pagesHave250RowsAndNumbersFromOne() {
        List<MovieId> movies = IntStream.range(0, 501)
                .mapToObj(n -> fixture.movie("tt88" + (10_000 + n), "Movie " + n, 2000))
                .toList();
        for (int count : new int[] {250, 251, 500, 501}) {
            fixture.features.collectionItems().addMovies(fixture.ann.id(), movies.subList(0, count));
            Map<String, String> members = fixture.export(fixture.ann);

            List<String> names = members.keySet().stream()
                    .filter(name -> name.startsWith("collection-movies"))
                    .toList();
            List<String> expected = new ArrayList<>();
            if (count == 250) {
                expected.add("collection-movies.json");
            } else {
                IntStream.rangeClosed(1, Math.ceilDiv(count, 250))
                        .forEach(page -> expected.add("collection-movies-" + page + ".json"));
            }
            assertThat(names).containsExactlyElementsOf(expected);
            assertThat(json(members, names.getFirst())).hasSize(250);
            assertThat(names.stream()
                            .flatMap(name -> json(members, name).valueStream())
                            .map(row ->
                                    row.get("movie").get("ids").get("spoolmark").asLong())
                            .distinct())
                    .hasSize(count);
        }
    }

    @Test
    void theManifestHasSizeAndDigestOfEachOtherMember() {
        watch(Watchable.of(fixture.movie), Instant.parse(TIME));
        Map<String, String> members = fixture.export(fixture.ann);

        JsonNode manifest = json(members, "spoolmark.json");

        assertThat(manifest.get("format").asString()).isEqualTo("spoolmark-export");
        assertThat(manifest.get("version").asInt()).isEqualTo(1);
        assertThat(manifest.get("members").propertyNames()).hasSize(members.size() - 1);
        manifest.get("members")
                .properties()
                .forEach(entry -> assertThat(entry.getValue().get("sha256").asString())
                        .as(entry.getKey())
                        .isEqualTo(Sha256.hex(members.getOrDefault(entry.getKey(), ""))));
        assertThat(manifest.get("members")
                        .get("watched-history.json")
                        .get("rows")
                        .asInt())
                .isOne();
        assertThat(manifest.get("plays").get(0).get("id").asLong())
                .isEqualTo(
                        json(members, "watched-history.json").get(0).get("id").asLong());
    }

    @Test
    void aCheckinThatHasEndedIsAPlay() {
        var report = new PlaybackReport(Watchable.of(fixture.movie), Duration.ofMinutes(90), null, 0, null);
        fixture.features.scrobbles().checkIn(fixture.ann.id(), report);
        assertThat(json(fixture.export(fixture.ann), "spoolmark.json").get("watching"))
                .hasSize(1);

        fixture.clock.pass(Duration.ofHours(5));

        Map<String, String> members = fixture.export(fixture.ann);
        assertThat(json(members, "watched-history.json").get(0).get("action").asString())
                .isEqualTo("checkin");
        assertThat(json(members, "spoolmark.json").get("watching")).isEmpty();
    }
}
