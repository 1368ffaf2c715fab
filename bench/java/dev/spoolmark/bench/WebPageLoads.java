package dev.spoolmark.bench;

import dev.spoolmark.account.Account;
import dev.spoolmark.db.Database;
import dev.spoolmark.sample.SampleCommunity;
import dev.spoolmark.sample.SamplePages;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The pages that are measured: those of the tests at the largest items, then items in turn, then searches as a title
/// is typed.
final class WebPageLoads {

    private static final double TARGET_MILLIS = 30;
    private static final double TARGET_HOME_MILLIS = 10;
    private static final int SHORTEST_WORD = 3;

    private static final String ADDRESSES = """
            SELECT '/%1$s/' || slug FROM %2$s WHERE %2$s_id < 10000000 ORDER BY %2$s_id LIMIT 500
            """;

    private static final String EPISODES = """
            SELECT '/s/' || s.slug || '/' || e.season || '/' || e.number FROM episode e JOIN show s ON s.show_id = e.show_id
            WHERE e.episode_id % 200 = 0 ORDER BY e.episode_id LIMIT 500
            """;

    private static final String TITLES = """
            SELECT title FROM movie WHERE movie_id % 2000 = 0 AND movie_id > 10000000 ORDER BY movie_id
            """;

    private WebPageLoads() {}

    static List<WebPageLoad> of(Database database, Account user) {
        List<WebPageLoad> loads = new ArrayList<>();
        loads.add(new WebPageLoad("/about (no data)", List.of("/about"), TARGET_MILLIS));
        SamplePages.of(database, user, true, SampleCommunity.name(0))
                .ofTracker()
                .forEach((route, addresses) -> addresses.forEach(
                        address -> loads.add(new WebPageLoad(name(route, address), List.of(address), target(route)))));
        loads.add(inTurn("/m/{slug}, 500 in turn", texts(database, ADDRESSES.formatted("m", "movie"))));
        loads.add(inTurn("/s/{slug}, 500 in turn", texts(database, ADDRESSES.formatted("s", "show"))));
        loads.add(inTurn("/s/{slug}/{season}/{episode}, 500 in turn", texts(database, EPISODES)));
        loads.add(inTurn("/p/{slug}, 500 in turn", texts(database, ADDRESSES.formatted("p", "person"))));
        loads.add(inTurn("/find, while a title is typed", typed(texts(database, TITLES))));
        return loads;
    }

    private static String name(String route, String address) {
        int query = address.indexOf('?');
        return query < 0 ? route : route + address.substring(query);
    }

    private static double target(String route) {
        return route.equals("/") ? TARGET_HOME_MILLIS : TARGET_MILLIS;
    }

    private static WebPageLoad inTurn(String name, List<String> addresses) {
        return new WebPageLoad(name, addresses, TARGET_MILLIS);
    }

    private static List<String> texts(Database database, String sql) {
        return database.read(tx -> tx.query(sql, row -> row.getString(1)));
    }

    /// What a browser asks for while a title is typed, from the third letter on.
    private static List<String> typed(List<String> titles) {
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < titles.size(); i++) {
            String title = titles.get(i).toLowerCase(Locale.ROOT);
            int length = Math.min(title.length(), SHORTEST_WORD + i % 12);
            addresses.add("/find?typing=1&q=" + URLEncoder.encode(title.substring(0, length), StandardCharsets.UTF_8));
        }
        return addresses;
    }
}
