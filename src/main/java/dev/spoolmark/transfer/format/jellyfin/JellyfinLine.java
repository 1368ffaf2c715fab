package dev.spoolmark.transfer.format.jellyfin;

import dev.spoolmark.transfer.file.CellValues;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A line of the backup. A name may contain tabs, so that the cells around it are counted from both ends.
///
/// @param user 32 hexadecimal digits
/// @param item 32 hexadecimal digits
/// @param seconds of playback; null if it cannot be read
record JellyfinLine(
        String time,
        String user,
        String item,
        String type,
        String name,
        @Nullable Long seconds) {

    private static final int CELLS = 9;
    private static final int BEFORE_NAME = 4;
    private static final int BEHIND_NAME = 4;
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{32}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");

    /// @return empty if it is none
    static Optional<JellyfinLine> parse(String text) {
        String[] cells = text.split("\t", -1);
        if (cells.length < CELLS || !TIME.matcher(cells[0].strip()).matches() || !isId(cells[1]) || !isId(cells[2])) {
            return Optional.empty();
        }
        StringBuilder name = new StringBuilder(cells[BEFORE_NAME]);
        for (int at = BEFORE_NAME + 1; at < cells.length - BEHIND_NAME; at++) {
            name.append(' ').append(cells[at]);
        }
        return Optional.of(new JellyfinLine(
                cells[0].strip(),
                cells[1].strip().toLowerCase(Locale.ROOT),
                cells[2].strip().toLowerCase(Locale.ROOT),
                cells[3].strip(),
                name.toString().strip(),
                CellValues.number(cells[cells.length - 1])));
    }

    private static boolean isId(String cell) {
        return ID.matcher(cell.strip().replace("-", "")).matches();
    }
}
