package dev.spoolmark.transfer.format.tvtime;

import dev.spoolmark.transfer.file.CsvRow;
import dev.spoolmark.transfer.file.CsvTable;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.record.RecordSink;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/// The members of the export of TV Time. About 41 files are in it; those with addresses, tokens and messages are not
/// among these names, so that they are never opened.
final class TvTimeMembers {

    static final String EPISODES = "tracking-prod-records-v2";
    static final String MOVIES = "tracking-prod-records";
    static final String FOLLOWED = "followed_tv_show";
    static final String SHOWS = "user_tv_show_data";
    static final String LISTS = "lists-prod-lists";

    /// A list of plays that an older version of TV Time offered for itself.
    static final String PLAYS = "plays";

    /// Plays of exports without [#EPISODES], the most complete first.
    static final List<String> OLD_EPISODES =
            List.of("seen_episode_source", "seen_episode_latest", "watched_on_episode", "show_seen_episode_latest");

    /// How often episodes were watched again.
    static final String OLD_REPEATS = "rewatched_episode";

    /// Scores. A file of emotions has the same columns and differs by its name only.
    static final List<String> VOTES = List.of(
            "ratings-live-votes",
            "ratings-v2-prod-votes",
            "ratings-prod-episode_votes",
            "ratings-3-prod-episode_votes");

    private final ImportFile file;

    TvTimeMembers(ImportFile file) {
        this.file = file;
    }

    boolean isEmpty() {
        return !has(EPISODES)
                && !has(MOVIES)
                && !has(FOLLOWED)
                && !has(LISTS)
                && !has(PLAYS)
                && OLD_EPISODES.stream().noneMatch(this::has);
    }

    boolean has(String name) {
        return !named(name).isEmpty();
    }

    /// The rows of the members with a name.
    void forEach(String name, Consumer<CsvRow> consumer) {
        named(name).forEach(member -> CsvTable.of(file, member).forEach(consumer));
    }

    /// The same with the warnings that belong to a table.
    void forEach(String name, RecordSink sink, Consumer<CsvRow> consumer) {
        named(name).forEach(member -> CsvTable.of(file, member).forEach(sink, consumer));
    }

    /// A member has the name of its table, whatever was appended for a second download. A single file may have any
    /// name.
    private List<String> named(String name) {
        if (file.members().size() == 1) {
            return ofColumns(file.members().getFirst()).equals(name) ? file.members() : List.of();
        }
        return file.membersNamed(member -> base(member).equals(name));
    }

    private static String base(String member) {
        String lower = member.toLowerCase(Locale.ROOT).strip();
        return lower.endsWith(".csv")
                ? lower.substring(0, lower.length() - 4).replaceFirst("\\s*\\(\\d{1,3}\\)$", "")
                : "";
    }

    /// What a single file is by its columns; scores and tables without usual columns only by its name.
    private String ofColumns(String member) {
        String base = base(member);
        if (VOTES.contains(base) || base.equals(EPISODES)) {
            return base;
        }
        Set<String> columns = Set.copyOf(CsvTable.columns(file, member));
        if (columns.contains("type-uuid-n")) {
            return MOVIES;
        }
        if (columns.contains("key") && (columns.contains("s_id") || columns.contains("is_unitary"))) {
            return EPISODES;
        }
        if (columns.contains("notification_offset") && columns.contains("tv_show_id")) {
            return FOLLOWED;
        }
        if (columns.contains("objects") && columns.contains("is_public")) {
            return LISTS;
        }
        if (columns.containsAll(Set.of("ts", "show_name", "episode_number"))) {
            return PLAYS;
        }
        return columns.containsAll(Set.of("tv_show_name", "episode_season_number", "episode_number"))
                ? OLD_EPISODES.getFirst()
                : "";
    }
}
