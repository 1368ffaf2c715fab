package dev.spoolmark.web;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.web.text.Texts;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the last form of a page has changed, so that the page can offer to undo it. It is part of an address and can
/// only undo changes of the user who opens that address.
///
/// @param change what was done
/// @param kind of the item
/// @param id of a movie or episode, of the show of several episodes, or of what a deleted text was about
/// @param at when the plays were stored, when the deleted play was watched, when a text was deleted, when the
///     rewatch started, when playback was paused, or when a favourite was removed; null if unknown
/// @param number of plays that were added, the way in which the deleted play was recorded, the run, or
///     the position of playback
public record UndoToken(
        Change change, Kind kind, long id, @Nullable Instant at, int number) {

    private static final List<Kind> KINDS = List.of(Kind.MOVIE, Kind.SHOW, Kind.SEASON, Kind.EPISODE, Kind.PERSON);
    private static final Pattern FORMAT =
            Pattern.compile("([wldhncgrpf])\\.([a-z]{1,10})-([0-9]{1,15})\\.(u|[0-9]{1,15})\\.([0-9]{1,5})");
    private static final String UNKNOWN = "u";

    public UndoToken(Change change, MediaId item, @Nullable Instant at, int number) {
        this(change, item.kind(), item.value(), at, number);
    }

    /// Kinds of changes.
    public enum Change {

        /// Plays were added.
        WATCHED("w"),

        /// A play was added, which removed the item from the watchlist.
        WATCHED_LISTED("l"),

        /// A play was deleted.
        DELETED("d"),

        /// A show was hidden from the next episodes.
        HIDDEN("h"),

        /// A note was deleted.
        NOTE("n"),

        /// A comment was deleted.
        COMMENT("c"),

        /// A show was given up.
        DROPPED("g"),

        /// A rewatch was started; its time is that of the token.
        REWATCH("r"),

        /// The position of playback was deleted; the number is the position in 1/100 %.
        RESUME("p"),

        /// A favourite was removed; the time is that of the removal.
        FAVORITE("f");

        private final String letter;

        Change(String letter) {
            this.letter = letter;
        }

        private boolean concerns(Kind kind) {
            return switch (kind) {
                case MOVIE, SHOW, EPISODE -> true;
                case SEASON -> this == NOTE || this == COMMENT;
                case PERSON -> this == NOTE;
                case LIST -> false;
            };
        }

        private static Change of(String letter) {
            return Arrays.stream(values())
                    .filter(change -> change.letter.equals(letter))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no change has the letter " + letter));
        }
    }

    /// Empty for a text that is none.
    public static Optional<UndoToken> parse(String text) {
        Matcher match = FORMAT.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        Change change = Change.of(match.group(1));
        Instant at =
                match.group(4).equals(UNKNOWN) ? null : Instant.ofEpochMilli(AsciiNumber.parseLong(match.group(4)));
        return kind(match.group(2))
                .filter(change::concerns)
                .map(kind -> new UndoToken(
                        change, kind, AsciiNumber.parseLong(match.group(3)), at, AsciiNumber.parseInt(match.group(5))));
    }

    private static Optional<Kind> kind(String key) {
        return KINDS.stream().filter(kind -> kind.key().equals(key)).findFirst();
    }

    /// What was changed.
    ///
    /// @throws IllegalArgumentException for the note about a person
    public MediaId item() {
        return MediaId.of(kind, id);
    }

    /// The form in addresses.
    public String text() {
        Instant moment = at;
        return change.letter + "." + kind.key() + "-" + id + "." + (moment == null ? UNKNOWN : moment.toEpochMilli())
                + "." + number;
    }

    /// Whether it is a movie or an episode that the user has just watched and may want to rate.
    public boolean isRateable() {
        return (change == Change.WATCHED || change == Change.WATCHED_LISTED)
                && (kind == Kind.MOVIE || kind == Kind.EPISODE);
    }

    /// What was done, in words.
    public String message(Texts texts) {
        return switch (change) {
            case WATCHED, WATCHED_LISTED -> texts.count("undo.watched", number);
            case DELETED -> texts.get("undo.deleted");
            case HIDDEN -> number > 1 ? texts.count("undo.hidden_shows", number) : texts.get("undo.hidden");
            case NOTE -> texts.get("undo.note");
            case COMMENT -> texts.get("undo.comment");
            case DROPPED -> number > 1 ? texts.count("undo.dropped_shows", number) : texts.get("undo.dropped");
            case REWATCH -> texts.get("undo.rewatch", number);
            case RESUME -> texts.get("undo.resume");
            case FAVORITE -> texts.get("undo.favorite");
        };
    }
}
