package dev.spoolmark.web.library;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.home.ShuffleSeed;
import dev.spoolmark.http.Response;
import dev.spoolmark.progress.EpisodeSlot;
import dev.spoolmark.progress.ProgressCount;
import dev.spoolmark.progress.UpNextShow;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.userstate.CoveredEpisodes;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.SavedFilter;
import dev.spoolmark.web.form.Choice;
import dev.spoolmark.web.form.Form;
import dev.spoolmark.web.item.ShowBox;
import dev.spoolmark.web.item.ShowMenu;
import dev.spoolmark.web.library.ProgressSelection.Selected;
import dev.spoolmark.web.library.ProgressSelection.SelectedShow;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All shows that the user has begun, what is left of them, and those that are hidden or dropped.
public final class ProgressPages {

    private static final String TEMPLATE = "page/library/progress";
    private static final int MINUTES_PER_HOUR = 60;

    private final ProgressSelection selection;
    private final ProfileAccess access;
    private final ItemLines lines;
    private final CoveredEpisodes covered;
    private final SavedFilter filter;
    private final InstantSource clock;

    ProgressPages(
            ProgressSelection selection,
            ProfileAccess access,
            ItemLines lines,
            CoveredEpisodes covered,
            SavedFilter filter,
            InstantSource clock) {
        this.selection = selection;
        this.access = access;
        this.lines = lines;
        this.covered = covered;
        this.filter = filter;
        this.clock = clock;
    }

    /// @param next the next episode, or null
    /// @param isCovered whether its title is covered
    /// @param left what is left, as the user reads it; empty if nothing is
    /// @param last day of the last play of this run; empty if unknown
    /// @param run the count of a rewatch in words; empty in the first run
    /// @param menu what the user can do with the show
    public record ProgressRow(
            ItemLine show,
            ProgressCount count,
            @Nullable ItemLine next,
            boolean isCovered,
            String left,
            String last,
            String run,
            ShowMenu menu) {}

    /// A link to other shows.
    ///
    /// @param address below the base path
    public record TabLink(String text, String address, boolean isCurrent) {}

    /// @param form the state of the page
    /// @param tab which shows these are
    /// @param shuffle address of the page in a shuffled order
    /// @param first address of the first page, or null on it
    /// @param next address of the next page, or null
    public record ProgressPage(
            Layout layout,
            Form form,
            List<Choice> sorts,
            ShowsTab tab,
            List<TabLink> tabs,
            List<ProgressRow> rows,
            String shuffle,
            @Nullable String first,
            @Nullable String next) {

        public ProgressPage {
            sorts = List.copyOf(sorts);
            tabs = List.copyOf(tabs);
            rows = List.copyOf(rows);
        }

        /// What the page says without shows.
        public String none() {
            return layout.t("library.progress.none." + Form.key(tab));
        }
    }

    void declare(PageRoutes routes) {
        routes.get(ProgressQuery.PATH, PageAccess.SIGNED_IN, this::show);
    }

    private Response show(PageRequest request) {
        return filter.redirect(request).orElseGet(() -> filtered(request));
    }

    private Response filtered(PageRequest request) {
        ProgressQuery query = ProgressQuery.read(request);
        if (query.form().hasErrors()) {
            return request.invalid(TEMPLATE, page(request, query, List.of(), null));
        }
        return filter.save(request).orElseGet(() -> selected(request, query));
    }

    private Response selected(PageRequest request, ProgressQuery query) {
        if (query.needsSeed()) {
            return request.redirect(query.address(Optional.of(seed())).text());
        }
        return request.waiting(() -> {
            Selected selected = selection.select(access.self(request.account()), query);
            String next = selected.next()
                    .map(position ->
                            query.address().with("after", position.text()).text())
                    .orElse(null);
            return request.page(TEMPLATE, page(request, query, rows(request, selected.shows()), next));
        });
    }

    private ShuffleSeed seed() {
        return ShuffleSeed.of(clock.millis());
    }

    private ProgressPage page(PageRequest request, ProgressQuery query, List<ProgressRow> rows, @Nullable String next) {
        return new ProgressPage(
                request.layout("library.progress.title." + Form.key(query.tab())),
                query.form(),
                Choice.of(ProgressSort.class, request.text(), "library.progress.sort."),
                query.tab(),
                Arrays.stream(ShowsTab.values())
                        .map(tab -> tab(request, query, tab))
                        .toList(),
                rows,
                new PageAddress(ProgressQuery.PATH)
                        .with("sort", Form.key(ProgressSort.SHUFFLE))
                        .with("seed", Long.toString(seed().value()))
                        .with("finished", query.hidesFinished() ? ProgressQuery.HIDE : null)
                        .with("q", query.text())
                        .with("shows", query.tab().value())
                        .text(),
                query.after().isPresent() ? query.address().text() : null,
                next);
    }

    private static TabLink tab(PageRequest request, ProgressQuery query, ShowsTab tab) {
        return new TabLink(
                request.text().get("library.progress.tab." + Form.key(tab)),
                query.of(tab).text(),
                tab == query.tab());
    }

    private List<ProgressRow> rows(PageRequest request, List<SelectedShow> shows) {
        Layout layout = request.layout("library.progress.title");
        List<MediaId> items = new ArrayList<>();
        for (SelectedShow selected : shows) {
            items.add(selected.started().show());
            EpisodeSlot next = selected.show().next();
            if (next != null) {
                items.add(next.id());
            }
        }
        Map<MediaId, ItemLine> found = lines.of(request, items);
        Set<EpisodeId> titles = covered.of(access.self(request.account()), items);
        List<ProgressRow> rows = new ArrayList<>();
        for (SelectedShow selected : shows) {
            ItemLine line = found.get(selected.started().show());
            if (line != null) {
                rows.add(row(request, layout, selected, line, found, titles));
            }
        }
        return rows;
    }

    private static ProgressRow row(
            PageRequest request,
            Layout layout,
            SelectedShow selected,
            ItemLine line,
            Map<MediaId, ItemLine> found,
            Set<EpisodeId> covered) {
        UpNextShow show = selected.show();
        EpisodeSlot next = show.next();
        return new ProgressRow(
                line,
                show.count(),
                next == null ? null : found.get(next.id()),
                next != null
                        && covered.contains(next.id())
                        && found.containsKey(next.id())
                        && found.get(next.id()).item().episodeTitle() != null,
                left(request, show),
                last(request, show),
                show.run() == 1
                        ? ""
                        : ShowBox.run(
                                layout,
                                show.run(),
                                show.count().completed(),
                                show.count().aired()),
                ShowMenu.of(show, selected.started()));
    }

    private static String left(PageRequest request, UpNextShow show) {
        int left = show.left();
        if (left == 0) {
            return "";
        }
        String episodes = request.text().count("library.progress.episodes_left", left);
        long minutes = show.minutesLeft();
        return minutes == 0 ? episodes : episodes + ", " + duration(request, minutes);
    }

    private static String duration(PageRequest request, long minutes) {
        return minutes < MINUTES_PER_HOUR
                ? request.text().get("library.minutes", minutes)
                : request.text()
                        .get(
                                "library.hours",
                                request.formats().number(minutes / MINUTES_PER_HOUR),
                                minutes % MINUTES_PER_HOUR);
    }

    private static String last(PageRequest request, UpNextShow show) {
        return show.progress().lastPlay() == null
                ? ""
                : request.formats().date(show.progress().lastPlay());
    }
}
