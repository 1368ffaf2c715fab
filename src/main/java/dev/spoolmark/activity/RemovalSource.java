package dev.spoolmark.activity;

import java.util.List;
import java.util.stream.Collectors;

/// A table from which users remove items. The expressions that are not columns of it are constants.
///
/// @param place its number in `removed_item`
/// @param list column of the list; empty if there are no lists
/// @param show column of the show; empty if it has none
/// @param addedAt column of the time
/// @param isRanked whether it has `entry_id`, `rank` and `note`
/// @param further columns that `removed_item` has under the same names
public record RemovalSource(
        int place, String table, String list, String show, String addedAt, boolean isRanked, List<String> further) {

    public RemovalSource {
        further = List.copyOf(further);
    }

    public static final RemovalSource WATCHLIST =
            new RemovalSource(1, "watchlist_item", "", "show_id", "listed_at", true, List.of());
    public static final RemovalSource COLLECTION = new RemovalSource(
            2,
            "collected",
            "",
            "show_id",
            "collected_at",
            false,
            List.of("media_type", "resolution", "hdr", "audio", "audio_channels", "is_3d"));
    public static final RemovalSource LIST =
            new RemovalSource(3, "list_item", "list_id", "", "listed_at", true, List.of());

    public static final RemovalSource FAVORITES =
            new RemovalSource(4, "favorite_item", "", "show_id", "listed_at", true, List.of());

    /// The further columns, each after a comma.
    String furtherColumns() {
        return further.stream().map(column -> ", " + column).collect(Collectors.joining());
    }

    boolean hasLists() {
        return !list.isEmpty();
    }

    boolean hasShows() {
        return !show.isEmpty();
    }
}
