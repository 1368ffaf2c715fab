package dev.spoolmark.recommendation;

import dev.spoolmark.catalog.Kind;

/// SQL names for movies or shows: a show is watched and collected through its episodes.
///
/// @param watchedKind the kind of the items that are watched
/// @param itemColumn the column with the id of the movie or show
record KindSql(int kind, String table, String id, String day, int watchedKind, String itemColumn) {

    private static final int MIN_LIKED_RATING = 6;

    private static final KindSql MOVIES =
            new KindSql(Kind.MOVIE.number(), "movie", "movie_id", "released", Kind.MOVIE.number(), "item_id");
    private static final KindSql SHOWS =
            new KindSql(Kind.SHOW.number(), "show", "show_id", "first_aired", Kind.EPISODE.number(), "show_id");

    static KindSql of(Kind kind) {
        return kind == Kind.MOVIE ? MOVIES : SHOWS;
    }

    String in(String sql) {
        return sql.replace("{kind}", Integer.toString(kind))
                .replace("{table}", table)
                .replace("{id}", id)
                .replace("{day}", day)
                .replace("{part}", Integer.toString(watchedKind))
                .replace("{whole}", itemColumn)
                .replace("{loved}", Integer.toString(MIN_LIKED_RATING));
    }
}
