package dev.spoolmark.web.item;

import dev.spoolmark.catalog.EpisodeSummary;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.Season;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.rating.Score;
import dev.spoolmark.userstate.EpisodeMark;
import dev.spoolmark.userstate.ItemDetail;
import dev.spoolmark.web.Layout;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Makes the episodes of a show visible with the marks of the viewer.
final class EpisodeCells {

    /// A show with more episodes has no titles in its grid: they would be most of a page of several 100 KB.
    private static final int MAX_TITLES = 500;

    private final Layout layout;
    private final ShowGuide guide;
    private final ItemDetail detail;
    private final Set<EpisodeSummary> aired;
    private final Map<EpisodeId, Integer> left = new HashMap<>();
    private final boolean showsTitles;

    EpisodeCells(Layout layout, ShowGuide guide, ItemDetail detail, Instant now) {
        this.layout = layout;
        this.guide = guide;
        this.detail = detail;
        this.showsTitles = guide.episodes().size() <= MAX_TITLES;
        List<EpisodeSummary> inOrder = guide.aired(now, true);
        this.aired = new HashSet<>(inOrder);
        count(inOrder.stream().filter(EpisodeSummary::isSpecial));
        count(inOrder.stream().filter(episode -> !episode.isSpecial()));
    }

    /// Counts the episodes up to each one that are not watched.
    private void count(Stream<EpisodeSummary> inOrder) {
        int before = 0;
        for (EpisodeSummary episode : inOrder.toList()) {
            before += detail.mark(episode.id()).isWatched() ? 0 : 1;
            left.put(episode.id(), before);
        }
    }

    /// @param episodes those of the season that the viewer may see
    SeasonView season(Season season, List<EpisodeSummary> episodes) {
        List<EpisodeSummary> of = episodes.stream().filter(aired::contains).toList();
        int watched = (int) of.stream()
                .filter(episode -> detail.mark(episode.id()).isWatched())
                .count();
        return new SeasonView(
                ItemFormKeys.of(season.id()),
                layout.link(ItemLinks.season(guide.show().slug(), season.number())),
                ItemNames.season(layout.text(), season.number()),
                layout.t(
                        "item.progress",
                        layout.formats().number(watched),
                        layout.formats().number(of.size())),
                of.size() - watched,
                episodes.stream()
                        .map(this::cell)
                        .map(cell -> showsTitles ? cell : cell.withoutTitle())
                        .toList());
    }

    EpisodeCell cell(EpisodeSummary episode) {
        EpisodeMark mark = detail.mark(episode.id());
        Score score = mark.score();
        return new EpisodeCell(
                ItemFormKeys.of(episode.id()),
                layout.link(ItemLinks.episode(guide.show().slug(), episode.season(), episode.number())),
                episode.number(),
                ItemNames.episode(layout.text(), episode.season(), episode.number(), episode.title()),
                words(mark),
                when(layout, episode),
                mark.isWatched(),
                mark.isCollected(),
                aired.contains(episode),
                score == null ? 0 : score.value(),
                left.getOrDefault(episode.id(), 0),
                mark.plays());
    }

    private String words(EpisodeMark mark) {
        List<String> words = new ArrayList<>();
        if (mark.isWatched()) {
            words.add(layout.t("item.watched"));
        }
        if (mark.plays() > (mark.isWatched() ? 1 : 0)) {
            words.add(layout.text().count("item.plays", mark.plays()));
        }
        if (mark.isCollected()) {
            words.add(layout.t("item.collected"));
        }
        Score score = mark.score();
        if (score != null) {
            words.add(layout.t("item.rated", layout.formats().number(score.value())));
        }
        return String.join(", ", words);
    }

    /// Day and time in the time zone of the user, or the day at the place of broadcast; empty if unknown.
    static String when(Layout layout, EpisodeSummary episode) {
        Instant at = episode.airsAt();
        LocalDate day = episode.airDate();
        return at != null
                ? layout.formats().dateTime(at)
                : day == null ? "" : layout.formats().date(day);
    }
}
