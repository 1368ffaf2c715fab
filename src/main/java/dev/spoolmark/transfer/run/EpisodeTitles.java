package dev.spoolmark.transfer.run;

import dev.spoolmark.catalog.EpisodeSummary;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.core.TitleFolding;
import dev.spoolmark.transfer.record.ImportedItem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Episodes by their titles in a season, or in a whole show if the season is unknown; then by a number in the
/// title.
final class EpisodeTitles {

    private static final Pattern NUMBER = Pattern.compile("(?:^|\\D)(\\d{1,3})$");

    private EpisodeTitles() {}

    /// @return empty if none or several match
    static Optional<EpisodeId> find(ShowGuide guide, ImportedItem item) {
        Integer season = item.season();
        String title = TitleFolding.fold(String.valueOf(item.episodeTitle()));
        List<EpisodeSummary> possible = season == null ? guide.episodes() : guide.episodesOf(season);
        List<EpisodeId> named = possible.stream()
                .filter(episode -> episode.title() != null
                        && TitleFolding.fold(episode.title()).equals(title))
                .map(EpisodeSummary::id)
                .toList();
        if (named.size() == 1) {
            return Optional.of(named.getFirst());
        }
        Matcher number = NUMBER.matcher(title);
        return named.isEmpty() && season != null && number.find()
                ? guide.episode(season, AsciiNumber.parseInt(number.group(1))).map(EpisodeSummary::id)
                : Optional.empty();
    }
}
