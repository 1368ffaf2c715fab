package dev.spoolmark.web.library;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.hidden.Hidden;
import dev.spoolmark.hidden.HiddenSection;
import dev.spoolmark.http.Response;
import dev.spoolmark.progress.ProgressCount;
import dev.spoolmark.progress.ShowProgress;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.SavedFilter;
import dev.spoolmark.web.form.Choice;
import dev.spoolmark.web.form.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All shows that the user has begun, what is left of them, and those that were dropped.
public final class ProgressPages {

    private static final String PATH = ProgressQuery.PATH;
    private static final String TEMPLATE = "page/library/progress";
    private static final int MINUTES_PER_HOUR = 60;

    private final ProgressSelection selection;
    private final Hidden hidden;
    private final ProfileAccess access;
    private final ItemLines lines;
    private final SavedFilter filter;

    ProgressPages(
            ProgressSelection selection, Hidden hidden, ProfileAccess access, ItemLines lines, SavedFilter filter) {
        this.selection = selection;
        this.hidden = hidden;
        this.access = access;
        this.lines = lines;
        this.filter = filter;
    }

    /// @param next the next episode, or null
    /// @param left what is left, as the user reads it; empty if nothing is
    /// @param last day of the last play; empty if unknown
    public record ProgressRow(
            ItemLine show, ProgressCount count, @Nullable ItemLine next, String left, String last) {}

    /// @param form the state of the page
    /// @param dropped whether these are the dropped shows
    /// @param current address of this page
    /// @param others address of the dropped shows, or of the others
    /// @param first address of the first page, or null on it
    /// @param next address of the next page, or null
    public record ProgressPage(
            Layout layout,
            Form form,
            List<Choice> sorts,
            boolean dropped,
            List<ProgressRow> rows,
            String current,
            String others,
            @Nullable String first,
            @Nullable String next) {

        public ProgressPage {
            sorts = List.copyOf(sorts);
            rows = List.copyOf(rows);
        }
    }

    void declare(PageRoutes routes) {
        routes.get(PATH, PageAccess.SIGNED_IN, this::show)
                .post(PATH + "/drop", PageAccess.SIGNED_IN, this::drop)
                .post(PATH + "/return", PageAccess.SIGNED_IN, this::bringBack);
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
        return request.waiting(() -> {
            ProgressSelection.Selected selected = selection.select(access.self(request.account()), query);
            String next = selected.next()
                    .map(position ->
                            query.address().with("after", position.text()).text())
                    .orElse(null);
            return request.page(TEMPLATE, page(request, query, rows(request, selected.shows()), next));
        });
    }

    private Response drop(PageRequest request) {
        ShowId show = show(request.form());
        request.waiting(() -> {
            hidden.hide(request.account().id(), HiddenSection.PROGRESS, show);
            return true;
        });
        return request.redirect(PageAddress.back(request, PATH), "show_dropped");
    }

    private Response bringBack(PageRequest request) {
        ShowId show = show(request.form());
        request.waiting(() -> {
            hidden.unhide(request.account().id(), HiddenSection.PROGRESS, show);
            return true;
        });
        return request.redirect(PageAddress.back(request, PATH), "show_returned");
    }

    private static ShowId show(Form form) {
        if (ItemKeys.parse(form.text("show")) instanceof ShowId show) {
            return show;
        }
        throw new ProblemException(new Problem.Invalid("show"));
    }

    private ProgressPage page(PageRequest request, ProgressQuery query, List<ProgressRow> rows, @Nullable String next) {
        return new ProgressPage(
                request.layout(query.dropped() ? "library.progress.title_dropped" : "library.progress.title"),
                query.form(),
                Choice.of(ProgressSort.class, request.text(), "library.progress.sort."),
                query.dropped(),
                rows,
                query.current().text(),
                query.others().text(),
                query.after().isPresent() ? query.address().text() : null,
                next);
    }

    private List<ProgressRow> rows(PageRequest request, List<ShowProgress> shows) {
        List<MediaId> items = new ArrayList<>();
        for (ShowProgress show : shows) {
            items.add(show.show().id());
            if (show.next() != null) {
                items.add(show.next().id());
            }
        }
        Map<MediaId, ItemLine> found = lines.of(request, items);
        List<ProgressRow> rows = new ArrayList<>();
        for (ShowProgress show : shows) {
            ItemLine line = found.get(show.show().id());
            if (line != null) {
                ItemLine next =
                        show.next() == null ? null : found.get(show.next().id());
                rows.add(new ProgressRow(line, show.count(), next, left(request, show), last(request, show)));
            }
        }
        return rows;
    }

    private static String left(PageRequest request, ShowProgress show) {
        int remaining = show.count().remaining();
        if (remaining == 0) {
            return "";
        }
        String episodes = request.text().count("library.progress.episodes_left", remaining);
        long minutes = ProgressSort.minutesLeft(show);
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

    private static String last(PageRequest request, ShowProgress show) {
        return show.lastPlay() == null ? "" : request.formats().date(show.lastPlay());
    }
}
