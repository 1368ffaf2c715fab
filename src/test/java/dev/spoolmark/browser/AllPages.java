package dev.spoolmark.browser;

import dev.spoolmark.account.Account;
import dev.spoolmark.app.Features;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.app.demo.DemoServer;
import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Images;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MovieFacts;
import dev.spoolmark.catalog.PersonFacts;
import dev.spoolmark.catalog.ingest.CatalogImport;
import dev.spoolmark.catalog.ingest.SourceItem;
import dev.spoolmark.catalog.ingest.SourceItem.CreditItem;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.PersonItem;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.history.MarkedWatched;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.lists.ListSettings;
import dev.spoolmark.lists.Privacy;
import dev.spoolmark.rating.RatingChange;
import dev.spoolmark.rating.Score;
import dev.spoolmark.sample.SampleCatalog;
import dev.spoolmark.sample.SamplePages;
import dev.spoolmark.transfer.format.SampleRecords;
import dev.spoolmark.transfer.run.ImportChoices;
import dev.spoolmark.transfer.run.ImportRun;
import dev.spoolmark.transfer.run.RowOutcome;
import dev.spoolmark.web.PageClient;
import dev.spoolmark.web.PageRoute;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The demo, and what it lacks: people, a show of 1,500 episodes, lists of each kind, and titles that break layouts.
/// Every page has an address here, so that a new one is tested without another line.
final class AllPages implements AutoCloseable {

    static final String USER = "justin";

    private static final Instant NOW = Instant.parse("2026-11-25T16:20:00Z");
    private static final String OTHER = "amara";
    private static final String LONG = "The Entirely True and Unabridged Chronicle of the Lighthouse at the End of the "
            + "World, Told by the Keeper's Youngest Daughter, With All the Storms, Two Weddings, a Whale, the Great "
            + "Fog of the Year Nineteen Hundred and Four, Several Letters That Never Arrived, and a Dog";

    /// Titles of movies that the user has watched, rated, listed and collected.
    private static final List<String> TITLES = List.of(
            LONG,
            "🚀 <b>Émile</b> & the Rocket 👩‍🚀🍿",
            "مدينة الضوء: الفصل الأخير",
            "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft");

    /// Routes that tests of their own open in a browser, or that are no pages.
    private static final Set<String> ELSEWHERE = Set.of(
            "/activate/{code}",
            "/admin/backup/{name}",
            "/calendar/ical/{file}",
            "/confirm",
            "/forgotten",
            "/import/{run}/report.csv",
            "/oauth/authorize",
            "/oauth/authorize/{code}",
            "/pin/{app_id}",
            "/reset",
            "/settings/applications/own/{id}",
            "/setup",
            "/stats/{year}/review.png",
            "/u/{user}/stats/{year}/review.png");

    /// The pages for visitors.
    static final List<String> OF_VISITORS = List.of("/", "/signin", "/register", "/about", "/styleguide", "/u/amara");

    final TestServer server = DemoServer.start(InstantSource.fixed(NOW));
    private final Features features = server.features();
    private final Account justin = features.accounts().get(USER);
    private final Map<String, List<String>> pages = new TreeMap<>();

    AllPages() {
        addItems();
        addLists();
        addTexts();
        addAddresses();
        addImports();
    }

    private void addItems() {
        new SampleCatalog(features.database(), features.clock(), features.catalog()).fill(1, 1, 40);
        List<SourceItem> movies = IntStream.range(0, TITLES.size())
                .<SourceItem>mapToObj(AllPages::movie)
                .toList();
        new CatalogImport(features.database(), features.clock(), features.catalog()).apply(movies);
        List<MovieId> ids = TITLES.stream().map(this::movieOf).toList();
        features.watchlist().addMovies(justin.id(), ids);
        features.favorites().addMovies(justin.id(), ids);
        features.collectionItems().addMovies(justin.id(), ids);
        for (int at = 0; at < ids.size(); at++) {
            features.plays()
                    .seen(
                            justin.id(),
                            List.of(MarkedWatched.once(
                                    Watchable.of(ids.get(at)), NOW.minus(Duration.ofHours(20L + at)))),
                            null);
            features.ratings().rate(justin.id(), List.of(new RatingChange(ids.get(at), new Score(7 + at % 3))));
        }
        features.lists().add(justin.id(), "detectives-in-bad-weather", List.copyOf(ids));
    }

    private static SourceItem movie(int number) {
        MovieFacts facts = new MovieFacts(
                null, 117, "Nobody " + LONG, LONG + ". " + LONG, null, null, Images.NONE, List.of("Drama", "Comedy"));
        List<CreditItem> cast = IntStream.range(0, 30)
                .mapToObj(at -> new CreditItem(
                        new PersonItem(
                                Ids.ofTmdb(7_000L + at), "Somebody " + (char) ('A' + at % 26) + at, PersonFacts.NONE),
                        at < 25 ? "Actor" : "Director",
                        at == 3 ? LONG : "The part of " + at))
                .toList();
        return new MovieItem(Ids.ofTmdb(900_000L + number), TITLES.get(number), 1999, facts, cast, null);
    }

    private MovieId movieOf(String title) {
        return features.catalog()
                .findMovieIds(List.of(CatalogFixture.movieRef(title, 1999)))
                .values()
                .iterator()
                .next();
    }

    private void addLists() {
        features.lists().create(justin.id(), new ListSettings("By link", LONG, Privacy.LINK, true, true));
        features.lists()
                .add(
                        justin.id(),
                        "by-link",
                        List.copyOf(TITLES.stream().map(this::movieOf).toList()));
        features.lists().create(justin.id(), new ListSettings("Empty", "", Privacy.FRIENDS, false, false));
        try (PageClient client = signIn()) {
            client.get("/smartlists").submit("Save", "name", "Not seen yet", "privacy", "private", "order", "title");
            client.get("/u/justin/lists/by-link").submit("Create an address");
            String address = client.page().expectFirst("#address").text();
            pages.put("/l/{token}", List.of(address.substring(address.indexOf("/l/"))));
        }
    }

    private void addTexts() {
        String movie = "/m/" + slug("movie", LONG);
        try (PageClient client = signIn()) {
            client.get(movie).submit("Save note", "text", LONG + "\n\n" + LONG);
            client.get(movie).submit("Send comment", "text", LONG + "\n\n[spoiler]" + LONG + "[/spoiler]");
            client.get("/stats/2026/review").submit("Share this review");
        }
        pages.put("/u/{user}/stats/{year}/review", List.of("/u/justin/stats/2026/review"));
    }

    /// A preview, and a report with rows of each kind.
    private void addImports() {
        Path sample = SampleRecords.sample("trakt-export-alex.zip");
        ImportChoices choices = ImportChoices.of(ZoneOffset.UTC);
        ImportRun report = server.imports().upload(justin.id(), "trakt-export.zip", copyOf(sample), null, choices);
        server.imports().start(justin.id(), report.id(), choices, 0);
        server.imports().runNow(justin.id(), report.id(), position -> {});
        ImportRun preview = server.imports().upload(justin.id(), LONG, copyOf(sample), null, choices);
        String page = "/import/" + report.id();
        long row = server.imports()
                .rows(justin.id(), report.id(), List.of(RowOutcome.UNRESOLVED), 0, 1)
                .getFirst()
                .number();
        pages.put("/import/{run}", List.of("/import/" + preview.id(), page + "?show=added", page + "?show=unresolved"));
        pages.put("/import/{run}/rows/{row}", List.of(page + "/rows/" + row + "?q=lighthouse"));
    }

    private static Path copyOf(Path file) {
        try {
            return Files.copy(file, TestDatabases.folder().resolve("copy.zip"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addAddresses() {
        SamplePages sample = SamplePages.of(features.database(), justin, true, OTHER);
        SamplePages chosen = new SamplePages(
                USER,
                sample.movie(),
                sample.movieId(),
                slug("show", "Game of Thrones"),
                sample.person(),
                "detectives-in-bad-weather",
                sample.play(),
                2026,
                "the",
                OTHER);
        chosen.all(routes()).forEach((route, addresses) -> pages.put(route, List.of(addresses.getFirst())));
        long application = features.database()
                .read(tx -> tx.findFirst("SELECT min(app_id) FROM application", row -> row.getLong(1)))
                .orElseThrow();
        pages.put("/admin/applications/{id}", List.of("/admin/applications/" + application));
        pages.put("/u/{user}/lists/{list}/rules", List.of("/u/justin/lists/not-seen-yet/rules"));
        pages.put("/styleguide", List.of("/styleguide"));
        add("/m/{slug}", "/m/" + slug("movie", LONG));
        add("/m/{slug}", "/m/" + slug("movie", TITLES.get(2)));
        add("/s/{slug}", "/s/" + sample.show());
        add("/s/{slug}/{season}", "/s/" + sample.show() + "/1");
        add("/u/{user}/lists/{list}", "/u/justin/lists/not-seen-yet");
        add("/u/{user}/lists/{list}", "/u/justin/lists/empty");
        add("/history", "/history?kind=movies&from=2026-01-01");
        add("/find", "/find?q=nothing-is-called-like-this");
        add("/admin/catalog", "/admin/catalog?q=fargo");
        add("/u/{user}", "/u/tomas");
    }

    private void add(String route, String address) {
        List<String> all = new ArrayList<>(pages.getOrDefault(route, List.of()));
        all.add(address);
        pages.put(route, all);
    }

    private String slug(String table, String title) {
        return features.database()
                .read(tx ->
                        tx.findFirst("SELECT slug FROM " + table + " WHERE title = ?", row -> row.getString(1), title))
                .orElseThrow();
    }

    private PageClient signIn() {
        PageClient client = new PageClient(server.port());
        return client.get("/signin").submit("Sign in", "name", USER, "password", DemoServer.PASSWORD);
    }

    /// All addresses that a signed-in user opens.
    List<String> addresses() {
        return pages.values().stream().flatMap(List::stream).distinct().toList();
    }

    /// The addresses of the pages that are not about one item or user.
    List<String> withoutVariables() {
        return pages.keySet().stream()
                .filter(route -> !route.contains("{") && !route.startsWith("/admin") && !route.startsWith("/settings"))
                .toList();
    }

    /// The routes that no address leads to, and no other test.
    Set<String> unknownRoutes() {
        Set<String> unknown = routes();
        unknown.removeAll(pages.keySet());
        unknown.removeAll(OF_VISITORS);
        unknown.removeAll(ELSEWHERE);
        return unknown;
    }

    private Set<String> routes() {
        return server.pages().stream()
                .filter(PageRoute::isRead)
                .map(PageRoute::path)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void close() {
        server.close();
    }
}
