package dev.spoolmark.bench;

import dev.spoolmark.core.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;

/// The content of a catalog, identified by IMDb ids. Internal ids are not compared: some are skipped when the
/// process is killed.
final class CatalogContent {

    private static final List<String> QUERIES = List.of(
            """
            SELECT x.value, i.title, i.title_key, i.year, i.runtime, i.provisional,
                   replace(i.slug, 'movie-' || i.movie_id, ''),
                   (SELECT string_agg(g.genre, ',' ORDER BY g.position) FROM item_genre g
                    WHERE g.kind = 1 AND g.item_id = i.movie_id)
            FROM external_id x JOIN movie i ON i.movie_id = x.item_id
            WHERE x.provider = 'imdb' AND x.kind = 1 ORDER BY x.value
            """,
            """
            SELECT x.value, i.title, i.title_key, i.year, i.runtime, i.status, i.provisional,
                   replace(i.slug, 'show-' || i.show_id, ''),
                   (SELECT string_agg(g.genre, ',' ORDER BY g.position) FROM item_genre g
                    WHERE g.kind = 2 AND g.item_id = i.show_id),
                   (SELECT string_agg(s.number, ',' ORDER BY s.number) FROM season s WHERE s.show_id = i.show_id)
            FROM external_id x JOIN show i ON i.show_id = x.item_id
            WHERE x.provider = 'imdb' AND x.kind = 2 ORDER BY x.value
            """,
            """
            SELECT x.value, e.season, e.number, e.title, e.runtime, e.provisional,
                   (SELECT s.title_key FROM show s WHERE s.show_id = e.show_id)
            FROM external_id x JOIN episode e ON e.episode_id = x.item_id
            WHERE x.provider = 'imdb' AND x.kind = 4 ORDER BY x.value
            """,
            "SELECT count(*) FROM movie",
            "SELECT count(*) FROM show",
            "SELECT count(*) FROM season",
            """
            SELECT count(*) FROM episode
            """,
            "SELECT count(*) FROM slug");

    private CatalogContent() {}

    static String hash(Path store) throws SQLException {
        MessageDigest digest = Sha256.newDigest();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store)) {
            for (String query : QUERIES) {
                add(connection, query, digest);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(Connection connection, String query, MessageDigest digest) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    digest.update((rows.getString(i) + "\t").getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }
}
