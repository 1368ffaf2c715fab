package dev.spoolmark.transfer.run;

import dev.spoolmark.transfer.record.CollectionRecord;
import dev.spoolmark.transfer.record.CommentRecord;
import dev.spoolmark.transfer.record.EpisodeOrderRecord;
import dev.spoolmark.transfer.record.FavoriteRecord;
import dev.spoolmark.transfer.record.HiddenRecord;
import dev.spoolmark.transfer.record.ImportRecord;
import dev.spoolmark.transfer.record.ImportWarning;
import dev.spoolmark.transfer.record.ListItemRecord;
import dev.spoolmark.transfer.record.ListRecord;
import dev.spoolmark.transfer.record.NoteRecord;
import dev.spoolmark.transfer.record.PlayCountRecord;
import dev.spoolmark.transfer.record.PlayRecord;
import dev.spoolmark.transfer.record.PlaybackRecord;
import dev.spoolmark.transfer.record.RatingRecord;
import dev.spoolmark.transfer.record.RewatchRecord;
import dev.spoolmark.transfer.record.SettingRecord;
import dev.spoolmark.transfer.record.ShowSettingRecord;
import dev.spoolmark.transfer.record.SkippedRecord;
import dev.spoolmark.transfer.record.UnseenRecord;
import dev.spoolmark.transfer.record.WatchlistRecord;
import java.util.Arrays;
import java.util.Locale;

/// What records are about, in the order in which those of one batch are written. The numbers are stored and never
/// change.
public enum RecordType {
    PLAY(1, "plays"),

    /// A number of plays; counted as plays.
    PLAY_COUNT(2, "plays"),

    RATING(3, "ratings"),
    WATCHLIST(4, "watchlist"),
    LIST(5, "lists"),
    LIST_ITEM(6, "list items"),
    FAVORITE(7, "favorites"),
    COLLECTION(8, "collected"),
    COMMENT(9, "comments"),
    NOTE(10, "notes"),
    PLAYBACK(11, "resume points"),
    HIDDEN(12, "hidden"),
    REWATCH(20, "rewatched"),
    UNSEEN(21, "unseen"),
    SHOW_SETTING(22, "show settings"),
    EPISODE_ORDER(23, "episode orders"),
    SETTING(24, "settings"),

    /// A row without a record.
    NONE(0, "");

    private final int number;
    private final String plural;

    RecordType(int number, String plural) {
        this.number = number;
        this.plural = plural;
    }

    static RecordType of(ImportRecord imported) {
        return switch (imported) {
            case PlayRecord _ -> PLAY;
            case PlayCountRecord _ -> PLAY_COUNT;
            case RatingRecord _ -> RATING;
            case WatchlistRecord _ -> WATCHLIST;
            case ListRecord _ -> LIST;
            case ListItemRecord _ -> LIST_ITEM;
            case FavoriteRecord _ -> FAVORITE;
            case CollectionRecord _ -> COLLECTION;
            case CommentRecord _ -> COMMENT;
            case NoteRecord _ -> NOTE;
            case PlaybackRecord _ -> PLAYBACK;
            case HiddenRecord _ -> HIDDEN;
            case RewatchRecord _ -> REWATCH;
            case UnseenRecord _ -> UNSEEN;
            case ShowSettingRecord _ -> SHOW_SETTING;
            case EpisodeOrderRecord _ -> EPISODE_ORDER;
            case SettingRecord _ -> SETTING;
            case SkippedRecord _, ImportWarning _ -> NONE;
        };
    }

    static RecordType of(int number) {
        return Arrays.stream(values())
                .filter(type -> type.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no type has the number " + number));
    }

    public int number() {
        return number;
    }

    /// A number of them for the command line, such as `1 play`.
    public String counted(long count) {
        boolean isOne = count == 1 && plural.endsWith("s");
        return count + " " + (isOne ? plural.substring(0, plural.length() - 1) : plural);
    }

    /// The name in message files and on the command line.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
