package dev.spoolmark.web;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.web.text.Texts;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the last form of a page has changed, so that the page can offer to undo it. It is part of an address and can
/// only undo changes of the user who opens that address.
///
/// @param change what was done
/// @param item a movie or episode, or the show of several episodes
/// @param at when the plays were stored, or when the deleted play was watched; null if that is unknown
/// @param number of plays that were added, or the way in which the deleted play was recorded
public record UndoToken(
        Change change, MediaId item, @Nullable Instant at, int number) {

    private static final Pattern FORMAT =
            Pattern.compile("([wldh])\\.(movie|show|episode)-([0-9]{1,15})\\.(u|[0-9]{1,15})\\.([0-9]{1,5})");
    private static final String UNKNOWN = "u";

    /// Kinds of changes.
    public enum Change {

        /// Plays were added.
        WATCHED("w"),

        /// A play was added, which removed the item from the watchlist.
        WATCHED_LISTED("l"),

        /// A play was deleted.
        DELETED("d"),

        /// A show was hidden from the next episodes.
        HIDDEN("h");

        private final String letter;

        Change(String letter) {
            this.letter = letter;
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
        MediaId item = MediaId.of(kind(match.group(2)), AsciiNumber.parseLong(match.group(3)));
        return Optional.of(new UndoToken(change, item, at, AsciiNumber.parseInt(match.group(5))));
    }

    private static Kind kind(String key) {
        return switch (key) {
            case "movie" -> Kind.MOVIE;
            case "show" -> Kind.SHOW;
            default -> Kind.EPISODE;
        };
    }

    /// The form in addresses.
    public String text() {
        Instant moment = at;
        return change.letter + "." + item.kind().key() + "-" + item.value() + "."
                + (moment == null ? UNKNOWN : moment.toEpochMilli()) + "." + number;
    }

    /// Whether it is a movie or an episode that the user has just watched and may want to rate.
    public boolean isRateable() {
        return (change == Change.WATCHED || change == Change.WATCHED_LISTED) && item.kind() != Kind.SHOW;
    }

    /// What was done, in words.
    public String message(Texts texts) {
        return switch (change) {
            case WATCHED, WATCHED_LISTED -> texts.count("undo.watched", number);
            case DELETED -> texts.get("undo.deleted");
            case HIDDEN -> texts.get("undo.hidden");
        };
    }
}
