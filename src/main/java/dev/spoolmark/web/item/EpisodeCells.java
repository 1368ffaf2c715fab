package dev.spoolmark.web.item;

import dev.spoolmark.catalog.EpisodeSummary;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.Season;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.episodeorder.EpisodeOrder;
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

    private final Layout layout;
    private final ShowGuide guide;
    private final ItemDetail detail;
    private final EpisodeOrder order;
    private final SpoilerRule spoilers;
    private final Set<EpisodeSummary> aired;
    private final Map<EpisodeId, Integer> left = new HashMap<>();

    EpisodeCells(
            Layout layout, ShowGuide guide, ItemDetail detail, Instant now, EpisodeOrder order, SpoilerRule spoilers) {
        this.layout = layout;
        this.guide = guide;
        this.detail = detail;
        this.order = order;
        this.spoilers = spoilers;
        List<EpisodeSummary> inOrder = order.sort(guide.aired(now, true));
        this.aired = new HashSet<>(inOrder);
        if (order == EpisodeOrder.AIR_DATE) {
            count(inOrder.stream());
        } else {
            count(inOrder.stream().filter(EpisodeSummary::isSpecial));
            count(inOrder.stream().filter(episode -> !episode.isSpecial()));
        }
    }

    /// Counts the episodes up to each one that are not watched.
    private void count(Stream<EpisodeSummary> inOrder) {
        int before = 0;
        for (EpisodeSummary episode : inOrder.toList()) {
            before += detail.mark(episode.id()).isWatched() ? 0 : 1;
            left.put(episode.id(), before);
        }
    }

    boolean hasAired(EpisodeSummary episode) {
        return aired.contains(episode);
    }

    /// A season or year without its cells.
    SeasonView group(EpisodeGroup group) {
        List<EpisodeSummary> of =
                group.episodes().stream().filter(aired::contains).toList();
        int watched = (int) of.stream()
                .filter(episode -> detail.mark(episode.id()).isWatched())
                .count();
        Season season = group.season();
        return new SeasonView(
                group.number(),
                season == null ? "" : ItemFormKeys.of(season.id()),
                season == null
                        ? null
                        : layout.link(ItemLinks.season(guide.show().slug(), season.number())),
                title(group),
                layout.t(
                        "item.progress",
                        layout.formats().number(watched),
                        layout.formats().number(of.size())),
                season == null ? 0 : of.size() - watched,
                List.of(),
                List.of(),
                null);
    }

    private String title(EpisodeGroup group) {
        return group.season() != null
                ? ItemNames.season(layout.text(), group.number())
                : group.number() == 0 ? layout.t("item.year.unknown") : Integer.toString(group.number());
    }

    List<EpisodeCell> of(List<EpisodeSummary> episodes) {
        return episodes.stream().map(this::cell).toList();
    }

    EpisodeCell cell(EpisodeSummary episode) {
        EpisodeMark mark = detail.mark(episode.id());
        Score score = mark.score();
        String number = ItemNames.number(layout.text(), episode.season(), episode.number());
        String title = episode.title();
        String covered = title != null && spoilers.covers(episode) ? title : "";
        return new EpisodeCell(
                ItemFormKeys.of(episode.id()),
                layout.link(ItemLinks.episode(guide.show().slug(), episode.season(), episode.number())),
                episode.number(),
                order == EpisodeOrder.AIR_DATE ? number : Integer.toString(episode.number()),
                covered.isEmpty()
                        ? ItemNames.episode(layout.text(), episode.season(), episode.number(), title)
                        : number,
                covered,
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
            words.add(layout.t("item.rated", RatingView.inWords(layout, score)));
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
