package dev.spoolmark.web.library;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.PlayDeletions;
import dev.spoolmark.history.PlayEntry;
import dev.spoolmark.history.PlayHistory;
import dev.spoolmark.history.PlayPage;
import dev.spoolmark.history.TimePrecision;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.http.Response;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.visibility.ProvisionalAccess;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.SavedFilter;
import dev.spoolmark.web.form.Choice;
import dev.spoolmark.web.form.Form;
import dev.spoolmark.web.form.PlayTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All plays of the user by day, with filters, and the deletion of selected ones.
public final class HistoryPages {

    static final String PATH = "/history";
    private static final String TEMPLATE = "page/library/history";
    private static final int PAGE_SIZE = 50;

    private final PlayHistory history;
    private final PlayDeletions deletions;
    private final HistoryForms forms;
    private final ProfileAccess access;
    private final ProvisionalAccess visible;
    private final ItemLines lines;
    private final SavedFilter saved;

    HistoryPages(
            PlayHistory history,
            ProfileAccess access,
            ProvisionalAccess visible,
            ItemLines lines,
            HistoryForms forms,
            SavedFilter saved) {
        this.history = history;
        this.deletions = history.deletions();
        this.access = access;
        this.visible = visible;
        this.lines = lines;
        this.forms = forms;
        this.saved = saved;
    }

    /// @param line null if the item is no longer in the catalog
    /// @param time clock time, or the day, month or year if there is none
    /// @param machine for the attribute `datetime`; null if the time is unknown
    /// @param field the time in a field; empty if unknown
    /// @param version the time that the field was filled with
    /// @param action how it was reported
    /// @param edit address of the page that changes it
    public record HistoryRow(
            PlayEntry play,
            @Nullable ItemLine line,
            String time,
            @Nullable String machine,
            String field,
            String version,
            String action,
            String edit) {

        /// Identifies the row in the page.
        public String id() {
            return "play-" + play.id();
        }

        /// For labels.
        public String name(Layout layout) {
            return line == null ? layout.t("library.unknown_item") : line.fullTitle(layout);
        }
    }

    /// @param heading the day
    public record HistoryDay(String heading, List<HistoryRow> rows) {

        public HistoryDay {
            rows = List.copyOf(rows);
        }
    }

    /// @param form the filter
    /// @param show title of the show or item of the filter, or null
    /// @param current address of this page
    /// @param plays address of the form that changes plays
    /// @param zone name of the time zone of the times
    /// @param undo what the last form has changed, or null
    /// @param deleted how many plays of the last deletion can be put back
    /// @param first address of the first page, or null on it
    /// @param next address of the next page, or null
    public record HistoryPage(
            Layout layout,
            Form form,
            List<Choice> kinds,
            List<Choice> sources,
            @Nullable String show,
            String withoutShow,
            String current,
            String plays,
            String zone,
            @Nullable UndoOffer undo,
            List<HistoryDay> days,
            int deleted,
            @Nullable String first,
            @Nullable String next) {

        public HistoryPage {
            kinds = List.copyOf(kinds);
            sources = List.copyOf(sources);
            days = List.copyOf(days);
        }
    }

    void declare(PageRoutes routes) {
        routes.get(PATH, PageAccess.SIGNED_IN, this::show)
                .post(
                        PATH + "/plays",
                        PageAccess.SIGNED_IN,
                        request -> forms.apply(request, HistoryFilterForm.read(request, visible)))
                .post(PATH + "/restore", PageAccess.SIGNED_IN, this::restore);
    }

    /// The saved filter is not for the history of one show, of a period, or for the next page.
    private Response show(PageRequest request) {
        boolean isPart = Stream.of("show", "from", "to", "before")
                .anyMatch(name -> request.query(name).isPresent());
        return isPart ? filtered(request) : saved.redirect(request).orElseGet(() -> filtered(request));
    }

    private Response filtered(PageRequest request) {
        HistoryFilterForm filter = HistoryFilterForm.read(request, visible);
        if (filter.form().hasErrors()) {
            return request.invalid(TEMPLATE, page(request, filter, List.of(), null));
        }
        return saved.save(request).orElseGet(() -> plays(request, filter));
    }

    private Response plays(PageRequest request, HistoryFilterForm filter) {
        PlayPage found = request.waiting(
                () -> history.page(access.self(request.account()), filter.filter(), filter.before(), PAGE_SIZE));
        String next = found.next()
                .map(position ->
                        filter.address().with("before", position.text()).text())
                .orElse(null);
        return request.page(TEMPLATE, page(request, filter, days(request, filter, found.plays()), next));
    }

    /// Undoes the last deletion.
    private Response restore(PageRequest request) {
        int restored = request.waiting(() -> deletions.restore(request.account().id()));
        return request.redirect(
                PageAddress.back(request, PATH), restored == 0 ? "warn_too_late_to_undo" : "plays_restored");
    }

    private HistoryPage page(
            PageRequest request, HistoryFilterForm filter, List<HistoryDay> days, @Nullable String next) {
        return new HistoryPage(
                request.layout("library.history.title"),
                filter.form(),
                kinds(request),
                sources(request),
                only(request, filter),
                filter.withoutShow().text(),
                filter.current().text(),
                filter.forms().text(),
                request.formats().zone().getId(),
                UndoOffer.of(request, filter.current().text()),
                days,
                request.waiting(() -> deletions.restorable(request.account().id())),
                filter.before().isPresent() ? filter.address().text() : null,
                next);
    }

    /// The title of the show or item of the filter, or null.
    private @Nullable String only(PageRequest request, HistoryFilterForm filter) {
        MediaId item = filter.filter().item();
        if (item == null) {
            return filter.show() == null ? null : filter.show().title();
        }
        ItemLine line = request.waiting(() -> lines.of(request, List.of(item))).get(item);
        Layout layout = request.layout("library.history.title");
        return line == null ? layout.t("library.unknown_item") : line.fullTitle(layout);
    }

    private List<HistoryDay> days(PageRequest request, HistoryFilterForm filter, List<PlayEntry> plays) {
        String current = filter.current().text();
        Map<MediaId, ItemLine> found = request.waiting(() ->
                lines.of(request, plays.stream().map(play -> play.item().id()).toList()));
        Map<String, List<HistoryRow>> byDay = new LinkedHashMap<>();
        for (PlayEntry play : plays) {
            byDay.computeIfAbsent(heading(request, play.time()), day -> new ArrayList<>())
                    .add(row(request, play, found.get(play.item().id()), current));
        }
        return byDay.entrySet().stream()
                .map(day -> new HistoryDay(day.getKey(), day.getValue()))
                .toList();
    }

    private static String heading(PageRequest request, WatchedTime time) {
        LocalDate day = time.day(request.formats().zone());
        return day == null
                ? request.text().get("library.history.undated")
                : switch (time.precision()) {
                    case INSTANT, DAY, UNKNOWN -> request.formats().day(day);
                    case MONTH, YEAR -> PlayTime.label(request.formats(), request.text(), time);
                };
    }

    private static HistoryRow row(PageRequest request, PlayEntry play, @Nullable ItemLine line, String current) {
        Instant at = play.time().precision() == TimePrecision.INSTANT ? play.watchedAt() : null;
        return new HistoryRow(
                play,
                line,
                at == null
                        ? PlayTime.label(request.formats(), request.text(), play.time())
                        : request.formats().time(at),
                PlayTime.machine(request.formats(), play.time()),
                PlayTime.text(play.time(), request.formats().zone()),
                PlayTime.version(play.time()),
                request.text().get("library.action." + play.action().key()),
                new PageAddress(PATH + "/" + play.id()).with("next", current).text());
    }

    private static List<Choice> kinds(PageRequest request) {
        return List.of(
                new Choice("", request.text().get("library.kind.all")),
                new Choice(HistoryFilterForm.MOVIES, request.text().get("library.kind.movies")),
                new Choice(HistoryFilterForm.EPISODES, request.text().get("library.kind.episodes")));
    }

    private static List<Choice> sources(PageRequest request) {
        List<Choice> sources = new ArrayList<>();
        sources.add(new Choice("", request.text().get("library.kind.all")));
        sources.addAll(Choice.of(PlayAction.class, request.text(), "library.action."));
        return sources;
    }
}
