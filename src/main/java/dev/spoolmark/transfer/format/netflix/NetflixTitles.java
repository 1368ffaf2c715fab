package dev.spoolmark.transfer.format.netflix;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.transfer.format.netflix.NetflixTerms.NumberedTitle;
import dev.spoolmark.transfer.record.ImportedItem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads titles such as `Show: Season 2: Episode`. Movies have colons, too, so that a title may have several readings.
final class NetflixTitles {

    private static final String COLON = ":\\s+";
    private static final int MAX_PARTS = 12;

    /// In characters. A longer one is none.
    private static final int MAX_LENGTH = 1_000;

    private NetflixTitles() {}

    /// The readings of a title, the most likely first, as one item with others.
    ///
    /// @return empty if the title is gone, which Netflix shows as a colon with nothing before it
    static Optional<ImportedItem> item(String title) {
        Optional<NumberedTitle> appended =
                title.length() > MAX_LENGTH ? Optional.empty() : NetflixTerms.appended(title);
        String text = appended.map(NumberedTitle::title).orElse(title).strip();
        if (text.isEmpty() || text.length() > MAX_LENGTH || text.startsWith(":")) {
            return Optional.empty();
        }
        Integer number = appended.map(NumberedTitle::number).orElse(null);
        List<ImportedItem> readings = new ArrayList<>();
        List<String> parts =
                Arrays.stream(text.split(COLON, MAX_PARTS)).map(String::strip).toList();
        if (!addSeason(readings, parts, number, NetflixTerms::season)) {
            boolean isPart = addSeason(readings, parts, number, NetflixTerms::part);
            if (number == null || parts.size() == 1) {
                readings.add(ImportedItem.movie(Ids.NONE, text, null));
            }
            if (!isPart) {
                addEpisodes(readings, parts);
            }
        }
        return readings.reversed().stream().reduce((last, before) -> before.or(last));
    }

    /// A movie or a show with this title, for files that do not say which.
    static ImportedItem movieOrShow(String title) {
        return ImportedItem.movie(Ids.NONE, title, null).or(ImportedItem.show(Ids.NONE, title, null));
    }

    /// Splits at the last part that names a season, behind which an episode is named.
    private static boolean addSeason(
            List<ImportedItem> readings,
            List<String> parts,
            @Nullable Integer number,
            Function<String, OptionalInt> seasons) {
        int last = number == null ? parts.size() - 2 : parts.size() - 1;
        for (int at = last; at > 0; at--) {
            OptionalInt season = seasons.apply(parts.get(at));
            if (season.isPresent()) {
                ImportedItem show = show(parts.subList(0, at));
                String episode = String.join(": ", parts.subList(at + 1, parts.size()));
                addEpisode(readings, show, season.getAsInt(), episode, number);
                return true;
            }
        }
        return false;
    }

    /// An episode by its title, then by the number in it.
    private static void addEpisode(
            List<ImportedItem> readings, ImportedItem show, int season, String episode, @Nullable Integer number) {
        if (!episode.isEmpty()) {
            readings.add(show.episode(Integer.valueOf(season), episode));
        }
        OptionalInt named = number == null ? NetflixTerms.numberIn(episode) : OptionalInt.of(number);
        named.ifPresent(of -> readings.add(show.episode(season, of, Ids.NONE)));
    }

    /// Without a season: the title of the show may have colons, and the name of a season may stand between.
    private static void addEpisodes(List<ImportedItem> readings, List<String> parts) {
        int last = parts.size() - 1;
        for (int at = last; at > 0; at--) {
            readings.add(show(parts.subList(0, at)).episode(null, String.join(": ", parts.subList(at, parts.size()))));
        }
        if (last > 1) {
            readings.add(show(parts.subList(0, 1)).episode(null, parts.get(last)));
        }
    }

    private static ImportedItem show(List<String> parts) {
        return ImportedItem.show(Ids.NONE, String.join(": ", parts), null);
    }
}
