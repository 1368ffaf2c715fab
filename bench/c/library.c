// The C program that `CBench` compares with: reads the shows that a user watched and the episodes of each from the
// database with the SQLite of this machine, and prints the response of user/library/shows/watched.json/.../min.
//
// library FILE USER: for each line on standard input it prints one response, after its length in bytes and a line
// break. The statements are prepared once, as in the server.
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *SHOWS =
    "SELECT s.show_id, s.title, s.year,"
    " (SELECT value FROM external_id WHERE kind = 2 AND item_id = s.show_id AND provider = 'imdb' AND NOT superseded),"
    " (SELECT value FROM external_id WHERE kind = 2 AND item_id = s.show_id AND provider = 'tvdb' AND NOT superseded),"
    " (SELECT value FROM external_id WHERE kind = 2 AND item_id = s.show_id AND provider = 'tvrage' AND NOT superseded)"
    " FROM show s JOIN (SELECT show_id FROM watched WHERE user_id = ?1 AND show_id > 0 AND plays > 0"
    "                   GROUP BY show_id) w ON w.show_id = s.show_id"
    " ORDER BY s.title_key, s.show_id";

static const char *EPISODES =
    "SELECT e.season, e.number FROM watched w JOIN episode e ON e.episode_id = w.item_id"
    " WHERE w.user_id = ?1 AND w.show_id = ?2 AND w.plays > 0 ORDER BY e.season DESC, e.number";

static char *answer;
static size_t length, room;

static void need(size_t more) {
    if (length + more > room) {
        room = 2 * (length + more);
        answer = realloc(answer, room);
        if (!answer) exit(1);
    }
}

static void put(const char *text) {
    size_t more = strlen(text);
    need(more);
    memcpy(answer + length, text, more);
    length += more;
}

static void put_number(long long number) {
    char digits[24];
    snprintf(digits, sizeof digits, "%lld", number);
    put(digits);
}

static void put_text(const unsigned char *text) {
    put("\"");
    for (; text && *text; text++) {
        char sign[8];
        if (*text == '"' || *text == '\\') {
            snprintf(sign, sizeof sign, "\\%c", *text);
        } else if (*text < 0x20) {
            snprintf(sign, sizeof sign, "\\u%04x", *text);
        } else {
            snprintf(sign, sizeof sign, "%c", *text);
        }
        put(sign);
    }
    put("\"");
}

static sqlite3_stmt *prepared(sqlite3 *store, const char *sql, long long user) {
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v2(store, sql, -1, &statement, NULL) != SQLITE_OK) {
        fprintf(stderr, "%s\n", sqlite3_errmsg(store));
        exit(1);
    }
    sqlite3_bind_int64(statement, 1, user);
    return statement;
}

static void put_seasons(sqlite3_stmt *episodes, long long show) {
    int season = -1;
    sqlite3_bind_int64(episodes, 2, show);
    while (sqlite3_step(episodes) == SQLITE_ROW) {
        if (sqlite3_column_int(episodes, 0) == season) {
            put(",");
        } else {
            put(season < 0 ? "{\"season\":" : "]},{\"season\":");
            season = sqlite3_column_int(episodes, 0);
            put_number(season);
            put(",\"episodes\":[");
        }
        put_number(sqlite3_column_int64(episodes, 1));
    }
    if (season >= 0) put("]}");
    sqlite3_reset(episodes);
}

static void put_show(sqlite3_stmt *shows, sqlite3_stmt *episodes) {
    put("{\"title\":");
    put_text(sqlite3_column_text(shows, 1));
    put(",\"year\":");
    put_number(sqlite3_column_int64(shows, 2));
    put(",\"imdb_id\":");
    put_text(sqlite3_column_text(shows, 3));
    put(",\"tvdb_id\":");
    put_number(sqlite3_column_int64(shows, 4));
    put(",\"tvrage_id\":");
    put_number(sqlite3_column_int64(shows, 5));
    put(",\"seasons\":[");
    put_seasons(episodes, sqlite3_column_int64(shows, 0));
    put("]}");
}

int main(int words, char **word) {
    sqlite3 *store;
    if (words != 3 || sqlite3_open_v2(word[1], &store, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK) {
        fprintf(stderr, "library FILE USER\n");
        return 2;
    }
    sqlite3_exec(store, "PRAGMA cache_size = -8192", NULL, NULL, NULL);
    sqlite3_stmt *shows = prepared(store, SHOWS, atoll(word[2]));
    sqlite3_stmt *episodes = prepared(store, EPISODES, atoll(word[2]));
    char line[16];
    while (fgets(line, sizeof line, stdin)) {
        length = 0;
        put("[");
        while (sqlite3_step(shows) == SQLITE_ROW) {
            if (length > 1) put(",");
            put_show(shows, episodes);
        }
        sqlite3_reset(shows);
        put("]");
        printf("%zu\n", length);
        fwrite(answer, 1, length, stdout);
        fflush(stdout);
    }
    return 0;
}
