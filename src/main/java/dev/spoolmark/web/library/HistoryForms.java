package dev.spoolmark.web.library;

import dev.spoolmark.account.UserId;
import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.history.PlayEntry;
import dev.spoolmark.history.PlayHistory;
import dev.spoolmark.history.PlayPage;
import dev.spoolmark.history.PlayPosition;
import dev.spoolmark.history.PlayTimes;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.http.Response;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.form.Form;
import dev.spoolmark.web.form.PlayTime;
import dev.spoolmark.web.library.BulkUndo.Change;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Changes plays of the history. The buttons of the page are one form; the value of the field `do` is what to
/// do and, behind a colon, the play: `time:12`, `delete:12`. Without a play it concerns the selected ones:
/// those of the fields `select`, or with the field `all` all that the filter in the address of the form lets
/// through. The Enter key in a field sends `none`.
final class HistoryForms {

    /// Plays that one request changes at most.
    private static final int MAX_SELECTED = 10_000;

    private static final int WINDOW = 500;
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,5}");

    private final PlayHistory history;
    private final ProfileAccess access;
    private final PlayEditPages edits;
    private final InstantSource clock;

    HistoryForms(PlayHistory history, ProfileAccess access, PlayEditPages edits, InstantSource clock) {
        this.edits = edits;
        this.history = history;
        this.access = access;
        this.clock = clock;
    }

    Response apply(PageRequest request, HistoryFilterForm filter) {
        if (filter.form().hasErrors()) {
            throw new ProblemException(new Problem.Invalid("filter"));
        }
        return request.waiting(() -> {
            String action = request.form().text("do");
            String back = PageAddress.back(request, HistoryPages.PATH);
            int colon = action.indexOf(':');
            return colon < 0
                    ? changeSelected(request, filter, action, back)
                    : changeOne(request, action.substring(0, colon), FormIds.parse(action.substring(colon + 1)), back);
        });
    }

    private Response changeOne(PageRequest request, String action, long play, String back) {
        UserId user = request.account().id();
        return switch (action) {
            case "delete" -> deleted(request, user, List.of(play), back);
            case "time" -> time(request, play, back);
            default -> throw invalid();
        };
    }

    private Response time(PageRequest request, long id, String back) {
        Optional<PlayEntry> play = history.play(access.self(request.account()), id);
        if (play.isEmpty()) {
            return request.redirect(back, "warn_play_gone");
        }
        Form form = Form.of(
                request.text(),
                Map.of(
                        "time", request.form().text("time." + id),
                        "was", request.form().text("was." + id)));
        return edits.change(
                request,
                play.get(),
                form,
                back,
                change ->
                        change.plays() == 0 ? request.redirect(back, "play_changed") : changed(request, change, back));
    }

    private Response changeSelected(PageRequest request, HistoryFilterForm filter, String action, String back) {
        UserId user = request.account().id();
        return switch (action) {
            case "delete" -> deleted(request, user, selected(request, filter), back);
            case "shift" -> shift(request, user, selected(request, filter), back);
            case "set" -> set(request, user, selected(request, filter), back);
            case "unknown" ->
                changed(request, history.times().set(user, selected(request, filter), WatchedTime.UNKNOWN), back);
            case "none" -> request.redirect(back, "warn_list_press_button");
            default -> throw invalid();
        };
    }

    private List<Long> selected(PageRequest request, HistoryFilterForm filter) {
        if (!request.form().isChecked("all")) {
            return request.form().all("select").stream().map(FormIds::parse).toList();
        }
        ProfileView self = access.self(request.account());
        List<Long> found = new ArrayList<>();
        Optional<PlayPosition> after = Optional.empty();
        do {
            PlayPage page = history.page(self, filter.filter(), after, WINDOW);
            page.plays().stream().map(PlayEntry::id).forEach(found::add);
            after = page.next();
        } while (after.isPresent() && found.size() < MAX_SELECTED);
        return found;
    }

    private Response deleted(PageRequest request, UserId user, List<Long> plays, String back) {
        return history.deletions().delete(user, plays).isEmpty()
                ? request.redirect(back, "warn_nothing_selected")
                : request.redirect(back);
    }

    /// Days keep the clock time when clocks are changed between both days; hours and minutes do not.
    private Response shift(PageRequest request, UserId user, List<Long> plays, String back) {
        Integer days = amount(request.form(), "days");
        Integer hours = amount(request.form(), "hours");
        Integer minutes = amount(request.form(), "minutes");
        String direction = request.form().text("direction");
        if (days == null || hours == null || minutes == null || days + hours + minutes == 0) {
            return request.redirect(back, "warn_play_time_invalid");
        }
        if (!direction.equals("earlier") && !direction.equals("later")) {
            throw invalid();
        }
        int sign = direction.equals("earlier") ? -1 : 1;
        ZoneId zone = zone(request);
        return rangeChecked(
                request,
                back,
                () -> history.times()
                        .shift(
                                user,
                                plays,
                                at -> at.atZone(zone)
                                        .plusDays((long) sign * days)
                                        .plusHours((long) sign * hours)
                                        .plusMinutes((long) sign * minutes)
                                        .toInstant()));
    }

    private Response set(PageRequest request, UserId user, List<Long> plays, String back) {
        Form form = request.form();
        WatchedTime time = PlayTime.read(form, "at", zone(request), WatchedTime.UNKNOWN, clock.instant());
        return time == null || form.hasErrors()
                ? request.redirect(back, "warn_play_time_invalid")
                : rangeChecked(request, back, () -> history.times().set(user, plays, time));
    }

    private static Response rangeChecked(PageRequest request, String back, Supplier<PlayTimes.Change> change) {
        try {
            return changed(request, change.get(), back);
        } catch (ProblemException rejected) {
            if (rejected.problem() instanceof Problem.Invalid) {
                return request.redirect(back, "warn_play_time_range");
            }
            throw rejected;
        }
    }

    private static Response changed(PageRequest request, PlayTimes.Change change, String back) {
        return change.plays() == 0
                ? request.redirect(back, "warn_nothing_selected")
                : request.redirect(new BulkUndo(Change.TIMES_CHANGED, change.at(), change.plays(), 0, 0).on(back));
    }

    private static @Nullable Integer amount(Form form, String name) {
        String text = form.text(name);
        return text.isEmpty()
                ? Integer.valueOf(0)
                : AMOUNT.matcher(text).matches() ? (Integer) AsciiNumber.parseInt(text) : null;
    }

    private static ZoneId zone(PageRequest request) {
        return request.formats().zone();
    }

    private static ProblemException invalid() {
        return new ProblemException(new Problem.Invalid("action"));
    }
}
