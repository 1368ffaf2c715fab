package dev.spoolmark.sample;

import dev.spoolmark.account.Account;
import dev.spoolmark.db.Database;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The addresses at which tests and benchmarks open the pages, by the path of the route.
///
/// @param user name of the user who opens them
/// @param movie slug
/// @param movieId its id
/// @param show slug
/// @param person slug
/// @param list slug of a list of the user
/// @param play one play of the user
/// @param year in which the user watched something
/// @param word of a title
/// @param other name of another user, whose lists are public
public record SamplePages(
        String user,
        String movie,
        long movieId,
        String show,
        String person,
        String list,
        long play,
        int year,
        String word,
        String other) {

    private static final String MOVIE = "SELECT slug FROM movie ORDER BY movie_id LIMIT 1";

    private static final String MOVIE_ID = "SELECT min(movie_id) FROM movie";

    /// The shows, the shortest first.
    private static final String SHOWS = """
            SELECT s.slug FROM show s JOIN episode e ON e.show_id = s.show_id
            GROUP BY s.slug, s.show_id ORDER BY count(*), s.show_id DESC
            """;

    /// The people, the one with the fewest credits first.
    private static final String PEOPLE = """
            SELECT p.slug FROM person p JOIN credit c ON c.person_id = p.person_id
            GROUP BY p.slug, p.person_id ORDER BY count(*), p.person_id DESC
            """;

    private static final String LIST = "SELECT slug FROM list WHERE user_id = ? ORDER BY list_id LIMIT 1";

    private static final String PLAY = "SELECT min(play_id) FROM play WHERE user_id = ?";

    private static final String LAST_PLAY = "SELECT max(watched_at) FROM play WHERE user_id = ?";

    /// Pages without an address here, and why.
    public static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("/activate/{code}", "needs the code of a device"),
            Map.entry("/admin/applications/{id}", "needs an application"),
            Map.entry("/admin/backup/{name}", "a download"),
            Map.entry("/calendar/ical/{file}", "needs the token of a calendar"),
            Map.entry("/confirm", "only before another page"),
            Map.entry("/forgotten", "needs a mail server"),
            Map.entry("/import/{run}", "needs an import"),
            Map.entry("/import/{run}/report.csv", "a download"),
            Map.entry("/import/{run}/rows/{row}", "needs an import"),
            Map.entry("/l/{token}", "needs the token of a list"),
            Map.entry("/oauth/authorize", "needs an application"),
            Map.entry("/oauth/authorize/{code}", "needs the code of an application"),
            Map.entry("/pin/{app_id}", "needs an application"),
            Map.entry("/register", "for visitors"),
            Map.entry("/reset", "needs the code of a mail"),
            Map.entry("/settings/applications/own/{id}", "needs an application"),
            Map.entry("/setup", "only on a server without accounts"),
            Map.entry("/signin", "for visitors"),
            Map.entry("/stats/{year}/review.png", "a picture"),
            Map.entry("/styleguide", "only in a demo"),
            Map.entry("/u/{user}/stats/{year}/review", "only if it is shared"),
            Map.entry("/u/{user}/stats/{year}/review.png", "only if it is shared"));

    /// The first movie of the catalog, its longest or shortest show, its busiest or idlest person, and the first list
    /// and play of the user.
    ///
    /// @param largest whether the largest items are taken, otherwise the smallest
    public static SamplePages of(Database database, Account user, boolean largest, String other) {
        long id = user.id().value();
        return database.read(tx -> new SamplePages(
                user.name(),
                tx.findFirst(MOVIE, row -> row.getString(1)).orElseThrow(),
                tx.findFirst(MOVIE_ID, row -> row.getLong(1)).orElseThrow(),
                oneOf(tx.query(SHOWS, row -> row.getString(1)), largest),
                oneOf(tx.query(PEOPLE, row -> row.getString(1)), largest),
                tx.findFirst(LIST, row -> row.getString(1), id).orElseThrow(),
                tx.findFirst(PLAY, row -> row.getLong(1), id).orElseThrow(),
                tx.findFirst(
                                LAST_PLAY,
                                row -> row.instant(1).atOffset(ZoneOffset.UTC).getYear(),
                                id)
                        .orElseThrow(),
                "kale",
                other));
    }

    private static String oneOf(List<String> slugs, boolean last) {
        return last ? slugs.getLast() : slugs.getFirst();
    }

    /// The addresses of the pages about what is watched. A page with filters has several.
    public Map<String, List<String>> ofTracker() {
        String ofList = "/u/" + user + "/lists/" + list;
        String byRules = "/u/" + user + "/lists/" + SampleLibrary.LIST_BY_RULES;
        Map<String, List<String>> pages = new LinkedHashMap<>();
        pages.put("/", List.of("/"));
        pages.put(
                "/progress",
                List.of("/progress", "/progress?sort=name", "/progress?sort=episodes", "/progress?shows=dropped"));
        pages.put("/calendar", List.of("/calendar"));
        pages.put("/calendar/week", List.of("/calendar/week"));
        pages.put("/calendar/agenda", List.of("/calendar/agenda"));
        pages.put(
                "/history",
                List.of(
                        "/history",
                        "/history?kind=movies",
                        "/history?source=scrobble&from=2012-01-01&to=2024-12-31",
                        "/history?show=" + show));
        pages.put("/history/{play}", List.of("/history/" + play));
        for (String owner : List.of("", "/u/" + user)) {
            String route = owner.isEmpty() ? "" : "/u/{user}";
            pages.put(route + "/stats", List.of(owner + "/stats"));
            pages.put(route + "/stats/{year}", List.of(owner + "/stats/" + year));
            pages.put(route + "/stats/{year}/{month}", List.of(owner + "/stats/" + year + "/2"));
        }
        pages.put("/stats/{year}/review", List.of("/stats/" + year + "/review"));
        pages.put(
                "/watchlist", List.of("/watchlist", "/watchlist?sort=title", "/watchlist?sort=rank&watched=unwatched"));
        pages.put("/collection", List.of("/collection", "/collection?sort=title"));
        pages.put("/lists", List.of("/lists"));
        pages.put("/u/{user}/lists", List.of("/u/" + user + "/lists", "/u/" + other + "/lists"));
        pages.put("/u/{user}", List.of("/u/" + user, "/u/" + other));
        for (String page : List.of(
                "history",
                "progress",
                "ratings",
                "favorites",
                "watchlist",
                "collection",
                "followers",
                "following",
                "compare")) {
            pages.put("/u/{user}/" + page, List.of("/u/" + other + "/" + page));
        }
        pages.put("/u/{user}/lists/{list}", List.of(ofList, byRules + "?page=1"));
        pages.put("/u/{user}/lists/{list}/rules", List.of(byRules + "/rules"));
        pages.put("/u/{user}/lists/{list}/edit", List.of(ofList + "/edit"));
        pages.put("/u/{user}/lists/{list}/delete", List.of(ofList + "/delete"));
        pages.put("/m/{slug}", List.of("/m/" + movie));
        pages.put("/m/{slug}/related", List.of("/m/" + movie + "/related"));
        pages.put("/s/{slug}", List.of("/s/" + show));
        pages.put("/s/{slug}/related", List.of("/s/" + show + "/related"));
        pages.put("/s/{slug}/{season}", List.of("/s/" + show + "/1"));
        pages.put("/s/{slug}/{season}/{episode}", List.of("/s/" + show + "/1/1"));
        pages.put("/p/{slug}", List.of("/p/" + person));
        pages.put("/find", List.of("/find?q=" + word, "/find?typing=1&q=" + word));
        return pages;
    }

    /// The addresses of all pages, also of settings and administration. The address of a page without variables is its
    /// path.
    ///
    /// @param routes the paths of the pages
    public Map<String, List<String>> all(Collection<String> routes) {
        Map<String, List<String>> pages = new TreeMap<>(ofTracker());
        for (String page : List.of("", "/delete", "/merge")) {
            pages.put("/admin/catalog/{item}" + page, List.of("/admin/catalog/movie-" + movieId + page));
        }
        pages.put("/admin/people/{name}", List.of("/admin/people/" + user));
        pages.put("/admin/people/{name}/delete", List.of("/admin/people/" + other + "/delete"));
        pages.put("/admin/people/{name}/reset-link", List.of("/admin/people/" + other + "/reset-link"));
        for (String route : routes) {
            if (!route.contains("{") && !OTHERS.containsKey(route)) {
                pages.putIfAbsent(route, List.of(route));
            }
        }
        return pages;
    }
}
