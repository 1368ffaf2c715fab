package dev.spoolmark.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.AccountDefaults;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.FastHasher;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.Profile;
import dev.spoolmark.account.Registration;
import dev.spoolmark.account.UserId;
import dev.spoolmark.account.auth.CommonPasswords;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.lists.ListSettings;
import dev.spoolmark.lists.Lists;
import dev.spoolmark.lists.Privacy;
import dev.spoolmark.rating.Score;
import dev.spoolmark.social.Follows;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.social.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class FeedTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_372_132_800);
    private static final Set<Kind> TYPES = Set.of(Kind.MOVIE, Kind.SHOW, Kind.EPISODE, Kind.LIST);

    @Parameter
    Engine engine;

    Database database;
    Accounts accounts;
    Follows follows;
    Lists lists;
    ProfileAccess access;
    Feed feed;
    Account ann;
    Account bob;
    Account dora;
    long numbers;

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
        InstantSource clock = InstantSource.fixed(NOW);
        AccountDefaults defaults = new AccountDefaults(Registration.OPEN, false, ZoneId.of("America/Los_Angeles"));
        accounts = new Accounts(database, clock, defaults, FastHasher.hash(), new CommonPasswords(Optional.empty()));
        follows = new Follows(database, clock);
        access = new ProfileAccess(database);
        lists = new Lists(database, clock, follows);
        feed = new Feed(database, clock, accounts, access, lists);
        ann = account("ann", false);
        bob = account("bob", true);
        dora = account("dora", false);
        follows.followEachOther(ann, bob);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void allKindsOfActivityAreReadNewestFirst() {
        addPlayback(ann, 4, 41, 40, 10);
        addPlay(ann, 1, 7, 0, 20, 1);
        addPlay(ann, 1, 7, 0, 30, 2);
        addPlay(ann, 4, 41, 40, 40, 3);
        addCollected(ann, 1, 7, 0, 50);
        addRating(ann, 2, 40, 9, 60);
        addToWatchlist(ann, 2, 40, 70);
        addComment(ann, 1, 7, false, 80);
        addComment(ann, 1, 7, true, 90);

        assertThat(words(feed.everybody(Viewer.ANONYMOUS, all())))
                .containsExactly(
                        "watching episode",
                        "scrobble movie",
                        "checkin movie",
                        "seen episode",
                        "collection movie",
                        "rating show",
                        "watchlist show",
                        "shout movie",
                        "review movie");
    }

    @Test
    void episodesOfOneShowFromOneCallAreOneEntry() {
        addPlay(ann, 4, 41, 40, 10, 3);
        addPlay(ann, 4, 42, 40, 10, 3);
        addPlay(ann, 4, 51, 50, 10, 3);
        addPlay(ann, 4, 43, 40, 20, 3);

        assertThat(feed.everybody(Viewer.ANONYMOUS, all()).stream().map(FeedEntry::detail))
                .containsExactlyInAnyOrder(
                        new ActivityDetail.WithEpisodes(new ShowId(40), List.of(new EpisodeId(41), new EpisodeId(42))),
                        new ActivityDetail.WithEpisodes(new ShowId(50), List.of(new EpisodeId(51))),
                        new ActivityDetail.WithEpisodes(new ShowId(40), List.of(new EpisodeId(43))));
    }

    @Test
    void aLargeBatchDoesNotHideNewerEntries() {
        LongStream.range(1_000, 1_900).forEach(episode -> addPlay(ann, 4, episode, 999, 60, 3));
        addRating(ann, 1, 7, 9, 10);
        addRating(ann, 1, 8, 9, 70);

        List<FeedEntry> entries = feed.everybody(Viewer.ANONYMOUS, all());

        assertThat(words(entries)).containsExactly("rating movie", "seen episode", "rating movie");
        assertThat(entries.get(1).detail().items()).hasSize(900);
    }

    @Test
    void returnsAtMostAHundredEntries() {
        LongStream.range(1, 150).forEach(n -> addRating(ann, 1, n, 9, n));

        List<FeedEntry> entries = feed.everybody(Viewer.ANONYMOUS, all());

        assertThat(entries).hasSize(Feed.MAX_ENTRIES);
        assertThat(entries.getFirst().at()).isEqualTo(ago(1));
        assertThat(entries.getLast().at()).isEqualTo(ago(100));
    }

    @Test
    void oldEntriesAreFoundIfThereAreNoNewerOnes() {
        addRating(ann, 1, 7, 9, 400L * 86_400);
        addPlay(ann, 1, 7, 0, 3_000L * 86_400, 1);

        assertThat(words(feed.everybody(Viewer.ANONYMOUS, all()))).containsExactly("rating movie", "scrobble movie");
    }

    @Test
    void filtersByTimeRange() {
        addRating(ann, 1, 1, 9, 10);
        addRating(ann, 1, 2, 9, 20);
        addRating(ann, 1, 3, 9, 30);

        FeedFilter window = new FeedFilter(TYPES, Set.of(Action.values()), ago(20), ago(10), new ItemFilter.All());

        assertThat(feed.everybody(Viewer.ANONYMOUS, window))
                .extracting(FeedEntry::at)
                .containsExactly(ago(20));
    }

    @Test
    void filtersByTypeAndAction() {
        addRating(ann, 1, 7, 9, 10);
        addRating(ann, 2, 40, 9, 20);
        addToWatchlist(ann, 2, 40, 30);
        addComment(ann, 2, 40, true, 40);

        assertThat(words(feed.everybody(Viewer.ANONYMOUS, filter(Set.of(Kind.SHOW), Set.of(Action.RATING)))))
                .containsExactly("rating show");
        assertThat(words(feed.everybody(Viewer.ANONYMOUS, filter(TYPES, Set.of(Action.REVIEW)))))
                .containsExactly("review show");
        assertThat(feed.everybody(Viewer.ANONYMOUS, filter(Set.of(), Set.of(Action.values()))))
                .isEmpty();
        assertThat(feed.everybody(Viewer.ANONYMOUS, filter(TYPES, Set.of()))).isEmpty();
    }

    @Test
    void protectedUsersAppearOnlyToApprovedFollowers() {
        addRating(bob, 1, 7, 9, 10);

        assertThat(feed.everybody(Viewer.ANONYMOUS, all())).isEmpty();
        assertThat(feed.everybody(viewer(dora), all())).isEmpty();
        assertThat(feed.everybody(viewer(ann), all())).hasSize(1);
        assertThat(feed.everybody(viewer(bob), all())).hasSize(1);
        assertThat(feed.of(List.of(bob.id(), ann.id()), viewer(dora), all())).isEmpty();
        assertThat(feed.of(List.of(bob.id(), ann.id()), viewer(ann), all())).hasSize(1);
    }

    @Test
    void theFeedOfOneUserContainsOnlyThatUser() {
        addRating(ann, 1, 7, 9, 10);
        addRating(dora, 1, 7, 9, 20);

        assertThat(feed.of(access.self(ann), viewer(ann), all()))
                .extracting(entry -> entry.account().name())
                .containsExactly("ann");
    }

    @Test
    void listsKeepTheirOwnPrivacy() {
        list(ann, "Open", Privacy.PUBLIC);
        list(ann, "Among us", Privacy.FRIENDS);
        list(ann, "Mine", Privacy.PRIVATE);

        assertThat(listNames(Viewer.ANONYMOUS)).containsExactlyInAnyOrder("Open", "Open");
        assertThat(listNames(viewer(dora))).containsExactlyInAnyOrder("Open", "Open");
        assertThat(listNames(viewer(bob))).containsExactlyInAnyOrder("Open", "Open", "Among us", "Among us");
        assertThat(listNames(viewer(ann))).hasSize(6);
    }

    @Test
    void invisibleEntriesDoNotCountTowardsTheLimit() {
        list(ann, "Mine", Privacy.PRIVATE);
        lists.add(
                ann.id(),
                "mine",
                LongStream.range(1_000, 1_600)
                        .mapToObj(n -> (MediaId) new MovieId(n))
                        .toList());
        list(ann, "Open", Privacy.PUBLIC);
        write("UPDATE list_item SET listed_at = ?", ago(10));
        write(
                "UPDATE list_item SET listed_at = ? WHERE list_id = (SELECT list_id FROM list WHERE slug = 'open')",
                ago(20));
        write("UPDATE list SET created_at = ?", ago(10_000));
        LongStream.range(1, 130).forEach(n -> addRating(dora, 1, n, 9, 20 + n));

        assertThat(words(feed.everybody(Viewer.ANONYMOUS, all())))
                .startsWith("item_added list")
                .hasSize(Feed.MAX_ENTRIES);
        assertThat(words(feed.of(List.of(ann.id(), dora.id()), viewer(bob), all())))
                .startsWith("item_added list");
    }

    @Test
    void deletedUsersDoNotCountTowardsTheLimit() {
        LongStream.range(1, 700).forEach(n -> addPlay(bob, 1, n, 0, n, 1));
        addPlay(dora, 1, 7, 0, 5_000, 1);
        write("UPDATE account SET state = 2 WHERE name = 'bob'");

        assertThat(words(feed.of(List.of(bob.id(), dora.id()), viewer(ann), all())))
                .containsExactly("scrobble movie");
    }

    @Test
    void largeBatchesDoNotHideOlderEntries() {
        database.write(tx -> {
            List<Object[]> plays = new java.util.ArrayList<>();
            for (int row = 0; row < 40_000; row++) {
                plays.add(new Object[] {ann.id().value(), ++numbers, row / 1_000, ago(10), row % 1_000});
            }
            tx.updateAll("""
                    INSERT INTO play (user_id, play_id, kind, item_id, show_id, watched_at, position, action, created_at)
                    VALUES (?, ?, 1, ?, 0, ?, ?, 3, 0)
                    """, plays);
            return true;
        });
        addPlay(ann, 1, 77, 0, 20, 1);

        List<FeedEntry> entries = feed.everybody(Viewer.ANONYMOUS, all());

        assertThat(entries)
                .as("forty movies that were seen a thousand times each")
                .hasSize(41);
        assertThat(words(entries)).endsWith("scrobble movie");
    }

    @Test
    void theFilterByMovieSelectsOnlyThatMovie() {
        addRating(ann, 1, 7, 9, 10);
        addRating(ann, 1, 8, 9, 20);
        addPlay(ann, 1, 7, 0, 30, 1);
        list(ann, "Open", Privacy.PUBLIC);

        assertThat(words(feed.everybody(Viewer.ANONYMOUS, filterByItem(new ItemFilter.Movies(Set.of(new MovieId(7)))))))
                .containsExactly("rating movie", "scrobble movie");
        assertThat(feed.everybody(Viewer.ANONYMOUS, filterByItem(new ItemFilter.Movies(Set.of()))))
                .isEmpty();
    }

    @Test
    void theFilterByShowIncludesItsEpisodes() {
        hasEpisode(41, 40, 1, 1);
        hasEpisode(42, 40, 2, 1);
        hasEpisode(51, 50, 1, 1);
        addRating(ann, 2, 40, 9, 10);
        addPlay(ann, 4, 41, 40, 20, 1);
        addPlay(ann, 4, 42, 40, 30, 1);
        addPlay(ann, 4, 51, 50, 40, 1);
        addRating(ann, 1, 40, 9, 50);

        assertThat(words(feed.everybody(Viewer.ANONYMOUS, filterByItem(new ItemFilter.Shows(Set.of(new ShowId(40)))))))
                .containsExactly("rating show", "scrobble episode", "scrobble episode");
        assertThat(subjects(new ItemFilter.Episodes(Set.of(new ShowId(40)), Set.of(2), Set.of())))
                .containsExactly(42L);
        assertThat(subjects(new ItemFilter.Episodes(Set.of(new ShowId(40), new ShowId(50)), Set.of(), Set.of(1))))
                .containsExactly(41L, 42L, 51L);
    }

    @Test
    void expiredPlaybackIsNotIncluded() {
        addPlayback(ann, 1, 7, 0, 10_000);

        assertThat(feed.everybody(Viewer.ANONYMOUS, all())).isEmpty();
    }

    @Test
    void entryIdsAreStableAndDistinct() {
        addRating(ann, 1, 7, 9, 10);
        addRating(dora, 1, 7, 9, 10);
        addCollected(ann, 1, 7, 0, 10);

        List<Long> once = feed.everybody(Viewer.ANONYMOUS, all()).stream()
                .map(FeedEntry::id)
                .toList();

        assertThat(once).doesNotHaveDuplicates().allMatch(id -> id > 0 && id < 1L << 53);
        assertThat(feed.everybody(Viewer.ANONYMOUS, all()))
                .extracting(FeedEntry::id)
                .isEqualTo(once);
    }

    @Test
    void aReplyHasItsOwnAction() {
        addComment(ann, 1, 7, false, 20);
        replies(dora, 1, 7, numbers, 10);

        assertThat(words(feed.everybody(Viewer.ANONYMOUS, all()))).containsExactly("reply movie", "shout movie");
        assertThat(words(feed.everybody(Viewer.ANONYMOUS, filter(TYPES, Set.of(Action.SHOUT, Action.REVIEW)))))
                .containsExactly("shout movie");
        assertThat(words(feed.everybody(Viewer.ANONYMOUS, filter(TYPES, Set.of(Action.REPLY)))))
                .containsExactly("reply movie");
    }

    @Test
    void aRatingKeepsItsScore() {
        addRating(ann, 1, 7, 9, 10);

        assertThat(feed.everybody(Viewer.ANONYMOUS, all()).getFirst().detail())
                .isEqualTo(new ActivityDetail.Rated(new MovieId(7), new Score(9)));
    }

    private static FeedFilter all() {
        return filter(TYPES, Set.of(Action.values()));
    }

    private static FeedFilter filter(Set<Kind> types, Set<Action> actions) {
        return new FeedFilter(types, actions, null, null, new ItemFilter.All());
    }

    private static FeedFilter filterByItem(ItemFilter items) {
        return new FeedFilter(TYPES, Set.of(Action.values()), null, null, items);
    }

    private List<Long> subjects(ItemFilter items) {
        return feed.everybody(Viewer.ANONYMOUS, filterByItem(items)).stream()
                .map(entry -> entry.detail().subject())
                .toList();
    }

    private List<String> listNames(Viewer viewer) {
        return feed.everybody(viewer, all()).stream()
                .map(entry -> switch (entry.detail()) {
                    case ActivityDetail.MadeList(var list) -> list.name();
                    case ActivityDetail.Listed(var list, var number, var item) -> list.name();
                    case ActivityDetail other -> other.toString();
                })
                .toList();
    }

    private static List<String> words(List<FeedEntry> entries) {
        return entries.stream()
                .map(entry -> entry.action().key() + " " + entry.detail().type().key())
                .toList();
    }

    private static Viewer viewer(@Nullable Account account) {
        return Viewer.of(account);
    }

    private static Instant ago(long seconds) {
        return NOW.minusSeconds(seconds);
    }

    private Account account(String name, boolean isProtected) {
        NewAccount.Choices choices = new NewAccount.Choices(null, isProtected, null, true);
        return accounts.create(new NewAccount(
                        name,
                        null,
                        Secret.sha1Of(name + " has a long password"),
                        false,
                        CreationOrigin.OPERATOR,
                        Profile.EMPTY,
                        choices))
                .account();
    }

    private void list(Account owner, String name, Privacy privacy) {
        UserId id = owner.id();
        String slug = lists.create(id, new ListSettings(name, "", privacy, false, false))
                .slug();
        lists.add(id, slug, List.of(new MovieId(7)));
    }

    private void addPlay(Account account, int kind, long item, long show, long secondsAgo, int action) {
        write(
                "INSERT INTO play (user_id, play_id, kind, item_id, show_id, watched_at, position, action, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, 0, ?, 0)",
                account.id().value(),
                ++numbers,
                kind,
                item,
                show,
                ago(secondsAgo),
                action);
    }

    private void addPlayback(Account account, int kind, long item, long show, long secondsAgo) {
        write(
                "INSERT INTO watching (user_id, kind, item_id, show_id, checkin, started_at, expires_at, progress)"
                        + " VALUES (?, ?, ?, ?, FALSE, ?, ?, 0)",
                account.id().value(),
                kind,
                item,
                show,
                ago(secondsAgo),
                ago(secondsAgo).plusSeconds(3_600));
    }

    private void addCollected(Account account, int kind, long item, long show, long secondsAgo) {
        write(
                "INSERT INTO collected (user_id, kind, item_id, show_id, collected_at) VALUES (?, ?, ?, ?, ?)",
                account.id().value(),
                kind,
                item,
                show,
                ago(secondsAgo));
    }

    private void addRating(Account account, int kind, long item, int score, long secondsAgo) {
        write(
                "INSERT INTO rating (user_id, kind, item_id, score, rated_at) VALUES (?, ?, ?, ?, ?)",
                account.id().value(),
                kind,
                item,
                score,
                ago(secondsAgo));
    }

    private void addToWatchlist(Account account, int kind, long item, long secondsAgo) {
        write(
                "INSERT INTO watchlist_item (user_id, kind, item_id, show_id, entry_id, listed_at, rank)"
                        + " VALUES (?, ?, ?, 0, ?, ?, 1)",
                account.id().value(),
                kind,
                item,
                ++numbers,
                ago(secondsAgo));
    }

    private void addComment(Account account, int kind, long item, boolean review, long secondsAgo) {
        write(
                "INSERT INTO comment (kind, item_id, comment_id, user_id, text, text_key, review, spoiler, created_at)"
                        + " VALUES (?, ?, ?, ?, 'Fine.', 'x', ?, FALSE, ?)",
                kind,
                item,
                ++numbers,
                account.id().value(),
                review,
                ago(secondsAgo));
    }

    private void replies(Account account, int kind, long item, long parent, long secondsAgo) {
        addComment(account, kind, item, false, secondsAgo);
        write("UPDATE comment SET parent_id = ? WHERE comment_id = ?", parent, numbers);
    }

    private void hasEpisode(long episode, long show, int season, int number) {
        write(
                "INSERT INTO show (show_id, slug, title, title_key, provisional, updated_at, revision)"
                        + " VALUES (?, ?, 'Show', 'show', FALSE, 0, 0) ON CONFLICT DO NOTHING",
                show,
                "show-" + show);
        write(
                "INSERT INTO episode (episode_id, show_id, season, number, provisional, updated_at, revision)"
                        + " VALUES (?, ?, ?, ?, FALSE, 0, 0)",
                episode,
                show,
                season,
                number);
    }

    private void write(String sql, Object... values) {
        database.write(tx -> tx.update(sql, values));
    }
}
