package dev.spoolmark.transfer.format.simkl;

import dev.spoolmark.transfer.file.CellValues;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The last episode that was watched; all before it were, too.
///
/// @param season 1 for anime, which is numbered from 1 in each entry
record SimklMark(int season, int number) {

    private static final Pattern MARK =
            Pattern.compile("(?:S(\\d{1,5}))?\\s*(?:E(?:P)?)?(\\d{1,5})", Pattern.CASE_INSENSITIVE);

    /// Of `S02E01`, `E02` or `2`.
    static Optional<SimklMark> parse(String text) {
        Matcher mark = MARK.matcher(text.strip());
        if (!mark.matches()) {
            return Optional.empty();
        }
        Integer season = mark.group(1) == null ? Integer.valueOf(1) : CellValues.count(mark.group(1));
        Integer number = CellValues.count(mark.group(2));
        return season == null || number == null || number == 0
                ? Optional.empty()
                : Optional.of(new SimklMark(season, number));
    }
}
