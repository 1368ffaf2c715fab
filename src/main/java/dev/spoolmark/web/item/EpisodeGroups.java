package dev.spoolmark.web.item;

import dev.spoolmark.catalog.EpisodeSummary;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.userstate.ItemDetail;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.item.ItemHeader.PageLink;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The episodes on the page of a show. Of a show with many episodes, only one group has its grid; the others are
/// loaded when the viewer asks for them.
final class EpisodeGroups {

    /// The most episodes of a show whose groups all have their grids.
    private static final int MAX_OF_ALL = 300;

    /// The most episodes of one grid.
    private static final int BLOCK = 100;

    private final Layout layout;
    private final EpisodeCells cells;
    private final ItemDetail detail;
    private final List<EpisodeGroup> groups;
    private final String path;
    private final int count;
    private final EpisodeGroup open;
    private final Optional<Integer> start;

    /// @param cells of the show
    EpisodeGroups(
            PageRequest request,
            Layout layout,
            ShowGuide guide,
            List<EpisodeGroup> groups,
            EpisodeCells cells,
            ItemDetail detail) {
        this.layout = layout;
        this.cells = cells;
        this.detail = detail;
        this.groups = groups;
        this.path = ItemLinks.show(guide.show().slug());
        this.count = groups.stream().mapToInt(group -> group.episodes().size()).sum();
        this.open = groups.isEmpty() ? new EpisodeGroup(0, null, List.of()) : open(request);
        this.start = request.query("from").flatMap(ItemFormKeys::number);
    }

    /// The group in the query, else the one with the first aired episode that is not watched, else the first.
    private EpisodeGroup open(PageRequest request) {
        Optional<Integer> asked = request.query("open").flatMap(ItemFormKeys::number);
        return groups.stream()
                .filter(group ->
                        asked.filter(number -> number == group.number()).isPresent())
                .findFirst()
                .or(() -> groups.stream()
                        .filter(group -> group.episodes().stream().anyMatch(this::isNext))
                        .findFirst())
                .orElse(groups.getFirst());
    }

    private boolean isNext(EpisodeSummary episode) {
        return !episode.isSpecial()
                && cells.hasAired(episode)
                && !detail.mark(episode.id()).isWatched();
    }

    List<SeasonView> views() {
        return groups.stream().map(this::view).toList();
    }

    private SeasonView view(EpisodeGroup group) {
        SeasonView view = cells.group(group);
        int size = group.episodes().size();
        boolean isOpen = count <= MAX_OF_ALL || group.equals(open);
        if (!isOpen) {
            PageLink load = link(group, 0, layout.text().count("item.episodes.show", size));
            return view.withGrid(List.of(), List.of(), load);
        }
        if (count <= MAX_OF_ALL || size <= BLOCK) {
            return view.withGrid(cells.of(group.episodes()), List.of(), null);
        }
        int from = first(group);
        List<PageLink> blocks = IntStream.iterate(0, at -> at < size, at -> at + BLOCK)
                .mapToObj(at -> link(group, at, block(at, Math.min(at + BLOCK, size))))
                .toList();
        List<EpisodeSummary> shown = group.episodes().subList(from, Math.min(from + BLOCK, size));
        return view.withGrid(cells.of(shown), blocks, null);
    }

    /// The position of the block in the query, else of the one with the first episode that is not watched.
    private int first(EpisodeGroup group) {
        List<EpisodeSummary> episodes = group.episodes();
        int next = IntStream.range(0, episodes.size())
                .filter(at -> isNext(episodes.get(at)))
                .findFirst()
                .orElse(0);
        int from = start.filter(at -> at < episodes.size()).orElse(next);
        return from - from % BLOCK;
    }

    private String block(int from, int until) {
        return layout.formats().number(from + 1) + "–" + layout.formats().number(until);
    }

    private PageLink link(EpisodeGroup group, int from, String text) {
        String address = path + "?open=" + group.number() + (from == 0 ? "" : "&from=" + from);
        return new PageLink(layout.link(address) + "#group-" + group.number(), text);
    }
}
