package dev.spoolmark.app;

import static java.util.Objects.requireNonNull;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.AccountPatch;
import dev.spoolmark.account.Audience;
import dev.spoolmark.account.MutableClock;
import dev.spoolmark.account.Profile;
import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.account.SectionAudiences;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.EpisodeRef;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.catalog.ingest.CatalogImport;
import dev.spoolmark.comment.CommentPage;
import dev.spoolmark.comment.CommentText;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.history.MarkedWatched;
import dev.spoolmark.history.PlayFilter;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.lists.ListSettings;
import dev.spoolmark.lists.Privacy;
import dev.spoolmark.rating.RatingChange;
import dev.spoolmark.rating.Score;
import dev.spoolmark.scrobble.PlaybackReport;
import dev.spoolmark.stats.viewing.SharedReviews;
import dev.spoolmark.transfer.format.SampleRecords;
import dev.spoolmark.transfer.run.ImportChoices;
import dev.spoolmark.transfer.run.ImportRun;
import dev.spoolmark.web.PageAccounts;
import dev.spoolmark.web.PageClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A server with owners of data, one for each state of a profile, and with viewers who have signed in.
///
/// Every private text of an owner is `Canary`, a word, and the name of the owner. Each owner has data about confirmed
/// and about provisional items.
final class PrivacyWorld implements AutoCloseable {

    static final String PASSWORD = "correct horse battery";

    /// The name of the public list in addresses. For others see [#limitedList].
    static final String OPEN_LIST = "open";

    private static final PlayFilter ALL_PLAYS = new PlayFilter(null, null, null, null, null);

    final MutableClock clock = new MutableClock();
    final TestServer server = TestServer.start(clock, "SPOOLMARK_NETWORKS_TRUSTED=127.0.0.0/8");
    private final Map<ProfileKind, ProfileOwner> owners = new EnumMap<>(ProfileKind.class);
    private final Map<ViewerKind, PageClient> viewers = new EnumMap<>(ViewerKind.class);
    private final Map<ProfileKind, PageClient> ownBrowsers = new EnumMap<>(ProfileKind.class);

    /// The state of the profile of an owner.
    enum ProfileKind {
        PUBLIC("xpublica"),
        PROTECTED("xprotect"),
        DISABLED("xdisable"),
        ERASED("xerasedd");

        private final String user;

        ProfileKind(String user) {
            this.user = user;
        }

        /// Whether nobody can see it.
        boolean isGone() {
            return this == DISABLED || this == ERASED;
        }
    }

    /// How a viewer is connected with every owner.
    enum ViewerKind {
        ANONYMOUS,
        STRANGER,
        PENDING,
        FOLLOWER,
        FRIEND,

        /// A former friend.
        BLOCKED,
        ADMINISTRATOR;

        boolean isSignedIn() {
            return this != ANONYMOUS;
        }

        /// Whether a protected owner has approved this viewer.
        boolean isApproved() {
            return this == FOLLOWER || this == FRIEND;
        }

        private String user() {
            return "v" + name().substring(0, 6).toLowerCase(Locale.ROOT);
        }
    }

    PrivacyWorld() {
        // Long ids, which occur nowhere else in a page.
        for (String name : List.of("play", "comment", "application", "play_offer", "import")) {
            server.database()
                    .write(tx -> tx.update("INSERT INTO id_block (name, next_id) VALUES (?, 987000000000)", name));
        }
        for (ProfileKind kind : ProfileKind.values()) {
            Account account = PageAccounts.create(server, kind.user, null, PASSWORD);
            if (kind != ProfileKind.PUBLIC) {
                features().accounts().change(account, new AccountPatch(true, true));
            }
            owners.put(kind, fill(features().accounts().get(kind.user)));
        }
        for (ViewerKind kind : ViewerKind.values()) {
            viewers.put(kind, kind.isSignedIn() ? signIn(kind) : new PageClient(server.port()));
        }
        ownBrowsers.put(ProfileKind.PUBLIC, signIn(ProfileKind.PUBLIC.user));
        ownBrowsers.put(ProfileKind.PROTECTED, signIn(ProfileKind.PROTECTED.user));
        clock.pass(Duration.ofMinutes(1));
        features()
                .accounts()
                .administration()
                .disable(account(ProfileKind.DISABLED).id(), Actor.OPERATOR);
        features()
                .accounts()
                .administration()
                .delete(account(ProfileKind.ERASED).id(), Actor.OPERATOR);
        clock.pass(Duration.ofMinutes(2));
        features().accountErasure().run();
    }

    ProfileOwner owner(ProfileKind kind) {
        return requireNonNull(owners.get(kind));
    }

    PageClient viewer(ViewerKind kind) {
        return requireNonNull(viewers.get(kind));
    }

    /// The browser of an owner; empty if the profile is gone.
    Optional<PageClient> ownBrowser(ProfileKind kind) {
        return Optional.ofNullable(ownBrowsers.get(kind));
    }

    Features features() {
        return server.features();
    }

    private Account account(ProfileKind kind) {
        return features().accounts().get(kind.user);
    }

    private PageClient signIn(ViewerKind kind) {
        Account viewer = kind == ViewerKind.ADMINISTRATOR
                ? PageAccounts.createAdministrator(server, kind.user(), PASSWORD)
                : PageAccounts.create(server, kind.user(), null, PASSWORD);
        for (ProfileKind profile : ProfileKind.values()) {
            Account owner = account(profile);
            switch (kind) {
                case PENDING -> {
                    if (owner.isProtected()) {
                        features().follows().follow(viewer, owner);
                    }
                }
                case FOLLOWER -> {
                    features().follows().follow(viewer, owner);
                    if (owner.isProtected()) {
                        features().follows().approve(owner, viewer.id());
                    }
                }
                case FRIEND -> features().follows().followEachOther(viewer, owner);
                case BLOCKED -> {
                    features().follows().followEachOther(viewer, owner);
                    features().blocks().block(owner, viewer.id());
                }
                case ANONYMOUS, STRANGER, ADMINISTRATOR -> {}
            }
        }
        return signIn(kind.user());
    }

    PageClient signIn(String name) {
        PageClient client = new PageClient(server.port());
        client.get("/signin").submit("Sign in", "name", name, "password", PASSWORD);
        return client;
    }

    /// Opens every section of an owner to this audience.
    void setAudience(ProfileKind kind, Audience audience) {
        SectionAudiences audiences = SectionAudiences.EVERYONE;
        for (ProfileSection section : ProfileSection.values()) {
            audiences = audiences.with(section, audience);
        }
        features().accounts().settings().changeAudiences(account(kind), audiences, Actor.OPERATOR);
    }

    // Data

    private ProfileOwner fill(Account owner) {
        String name = owner.name();
        features()
                .accounts()
                .settings()
                .changeProfile(
                        owner.id(),
                        new Profile(
                                "Canary Person " + name,
                                null,
                                41,
                                "Canary Place " + name,
                                "Canary About " + name,
                                null));
        MovieId movie = movie("Canary Harbour " + name);
        ShowId show = show("Canary Lights " + name);
        EpisodeId episode = episode(show);
        MovieRef unknown = CatalogFixture.movieRef("Canary Unheard " + name, 2001);
        MovieId secret = requireNonNull(
                features().catalog().findOrCreateMovies(List.of(unknown)).get(unknown));
        EpisodeRef part = new EpisodeRef(new ShowRef(Ids.NONE, "Canary Unseen " + name, 2002), 1, 1, Ids.NONE);
        EpisodeId secretEpisode = requireNonNull(
                features().catalog().findOrCreateEpisodes(List.of(part)).get(part));
        ShowId secretShow = requireNonNull(
                        features().catalog().episodes(List.of(secretEpisode)).get(secretEpisode))
                .show();
        track(owner, List.of(Watchable.of(movie), Watchable.of(episode, show)), clock.instant());
        track(
                owner,
                List.of(Watchable.of(secret), Watchable.of(secretEpisode, secretShow)),
                clock.instant().minusSeconds(3_600));
        features().watchlist().addShows(owner.id(), List.of(show, secretShow));
        features().favorites().addShows(owner.id(), List.of(show, secretShow));
        features().favorites().addMovies(owner.id(), List.of(movie, secret));
        features().comments().add(owner.id(), secret, CommentText.of("Canary Remark " + name, false, false));
        addLists(owner, List.of(movie, show, secret));
        new SharedReviews(server.database(), clock).change(owner.id(), 2013, true);
        features()
                .scrobbles()
                .watch(owner.id(), new PlaybackReport(Watchable.of(movie), Duration.ofDays(3), null, 10, null));
        return owner(owner, secret, secretShow, offer(owner, movie));
    }

    /// A play that a friend offers the owner.
    private long offer(Account owner, MovieId movie) {
        Account friend = features()
                .accounts()
                .find("xcompany")
                .orElseGet(() -> PageAccounts.create(server, "xcompany", null, PASSWORD));
        features().follows().followEachOther(owner, friend);
        features().watchedTogether().allow(owner, friend.id(), false);
        Instant at = clock.instant().minusSeconds(86_400);
        features()
                .watchedTogether()
                .offer(friend, owner.id(), Watchable.of(movie), WatchedTime.of(at), null, clock.instant());
        return features()
                .watchedTogether()
                .open(features().profileAccess().self(owner))
                .getFirst()
                .id();
    }

    private void track(Account owner, List<Watchable> items, Instant at) {
        List<MediaId> ids = items.stream().map(Watchable::id).toList();
        features()
                .plays()
                .seen(
                        owner.id(),
                        items.stream().map(item -> MarkedWatched.once(item, at)).toList(),
                        null);
        features()
                .ratings()
                .rate(
                        owner.id(),
                        ids.stream()
                                .map(id -> new RatingChange(id, new Score(9)))
                                .toList());
        for (Watchable item : items) {
            if (item.id() instanceof MovieId movie) {
                features().collectionItems().addMovies(owner.id(), List.of(movie));
                features().watchlist().addMovies(owner.id(), List.of(movie));
            } else if (item.id() instanceof EpisodeId episode) {
                ShowId show = requireNonNull(item.show());
                features().collectionItems().addEpisodes(owner.id(), show, List.of(episode));
                features().ratings().rate(owner.id(), List.of(new RatingChange(show, new Score(9))));
            }
        }
    }

    /// The name of a list that is not for everybody.
    static String limitedList(Privacy privacy) {
        return "limited-to-" + privacy.key();
    }

    private void addLists(Account owner, List<MediaId> items) {
        for (Privacy privacy : Privacy.values()) {
            String word = privacy == Privacy.PUBLIC ? OPEN_LIST : limitedList(privacy);
            ListSettings settings = new ListSettings(word, "Canary List " + owner.name(), privacy, true, true);
            features().lists().create(owner.id(), settings);
            features().lists().add(owner.id(), word, items);
        }
    }

    /// An import whose report has a row that is not resolved.
    private long importOf(Account owner) {
        Path file = SampleRecords.archive(
                TestDatabases.folder().resolve("archive.zip"),
                Map.of(
                        "ratings-movies.json",
                        "[{\"rating\": 8, \"type\": \"movie\", \"movie\": {\"title\": \"Canary Import " + owner.name()
                                + "\"}}]"));
        ImportChoices choices = ImportChoices.of(ZoneOffset.UTC);
        ImportRun run = server.imports().upload(owner.id(), "archive.zip", file, null, choices);
        server.imports().start(owner.id(), run.id(), choices, 1);
        server.imports().runNow(owner.id(), run.id(), position -> {});
        return run.id();
    }

    private ProfileOwner owner(Account owner, MovieId movie, ShowId show, long offer) {
        Map<String, String> values = new HashMap<>(ProfileOwner.missing().values());
        values.put("user", owner.name());
        values.put("name", owner.name());
        values.put("list", OPEN_LIST);
        values.put("offer", Long.toString(offer));
        values.put("run", Long.toString(importOf(owner)));
        values.put("movie", "movie-" + movie.value());
        values.put("item", "movie-987654321014"); // administrators edit provisional items of users, too
        values.put("show", "show-" + show.value());
        values.put(
                "movie_slug",
                requireNonNull(features().catalog().movies(List.of(movie)).get(movie))
                        .slug());
        values.put(
                "show_slug",
                requireNonNull(features().catalog().shows(List.of(show)).get(show))
                        .slug());
        values.put(
                "play",
                Long.toString(features()
                        .plays()
                        .page(features().profileAccess().self(owner), ALL_PLAYS, Optional.empty(), 1)
                        .plays()
                        .getFirst()
                        .id()));
        CommentPage comments = features().comments().page(movie, null, 1);
        values.put(
                "comment",
                Long.toString(comments.threads().getFirst().comment().id().value()));
        values.put(
                "id",
                Long.toString(requireNonNull(features()
                                .oauth()
                                .applications()
                                .register(
                                        "Player",
                                        List.of("https://client.example/callback"),
                                        false,
                                        owner.id(),
                                        Actor.OPERATOR)
                                .application()
                                .application()
                                .id())
                        .value()));
        values.put("token", features().lists().links().create(owner.id(), limitedList(Privacy.LINK)));
        values.put("file", features().calendarFeeds().create(owner.id()) + ".ics");
        return new ProfileOwner(owner.name(), values);
    }

    private MovieId movie(String title) {
        new CatalogImport(server.database(), clock, features().catalog())
                .apply(List.of(CatalogFixture.movie(title, 1999, Ids.NONE)));
        return features()
                .catalog()
                .findMovieIds(List.of(CatalogFixture.movieRef(title, 1999)))
                .values()
                .iterator()
                .next();
    }

    private ShowId show(String title) {
        new CatalogImport(server.database(), clock, features().catalog())
                .apply(List.of(CatalogFixture.show(title, 1999, Ids.NONE, CatalogFixture.season(1, 2))));
        return features()
                .catalog()
                .findShowIds(List.of(CatalogFixture.showRef(title, 1999)))
                .values()
                .iterator()
                .next();
    }

    private EpisodeId episode(ShowId show) {
        return features().catalog().guide(show).episode(1, 1).orElseThrow().id();
    }

    @Override
    public void close() {
        viewers.values().forEach(PageClient::close);
        ownBrowsers.values().forEach(PageClient::close);
        server.close();
    }
}
