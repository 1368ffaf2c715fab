package dev.spoolmark.web.library;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.history.PlayEntry;
import dev.spoolmark.history.PlayHistory;
import dev.spoolmark.http.Response;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.LocalPath;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Form;
import dev.spoolmark.web.form.PlayTime;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The page of one play, where its time is changed.
public final class PlayEditPages {

    private static final String TEMPLATE = "page/library/play";

    private final PlayHistory history;
    private final ProfileAccess access;
    private final ItemLines lines;
    private final InstantSource clock;

    PlayEditPages(PlayHistory history, ProfileAccess access, ItemLines lines, InstantSource clock) {
        this.history = history;
        this.access = access;
        this.lines = lines;
        this.clock = clock;
    }

    /// @param form its fields are `time` and `unknown`
    /// @param line null if the item is no longer in the catalog
    /// @param zone name of the time zone of the times
    /// @param back address that the user came from
    public record ChangePlayPage(
            Layout layout,
            Form form,
            PlayEntry play,
            @Nullable ItemLine line,
            String zone,
            String back) {}

    void declare(PageRoutes routes) {
        routes.get(HistoryPages.PATH + "/{play}", PageAccess.SIGNED_IN, this::show)
                .post(HistoryPages.PATH + "/{play}", PageAccess.SIGNED_IN, this::change);
    }

    private Response show(PageRequest request) {
        PlayEntry play = find(request);
        Instant at = play.watchedAt();
        Form form = at == null
                ? Form.of(request.text(), Map.of("unknown", "on"))
                : Form.of(
                        request.text(),
                        Map.of("time", PlayTime.text(at, request.formats().zone())));
        return request.page(
                TEMPLATE, page(request, form, play, request.query("next").orElse("")));
    }

    private Response change(PageRequest request) {
        PlayEntry play = find(request);
        Form form = request.form();
        ZoneId zone = request.formats().zone();
        Instant at =
                form.isChecked("unknown") ? null : PlayTime.read(form, "time", zone, play.watchedAt(), clock.instant());
        if (form.hasErrors()) {
            return request.invalid(TEMPLATE, page(request, form, play, form.text("next")));
        }
        boolean found =
                request.waiting(() -> history.changeTime(request.account().id(), play.id(), at));
        if (!found) {
            throw notFound();
        }
        return request.redirect(returnAddress(form.text("next")), "play_changed");
    }

    private PlayEntry find(PageRequest request) {
        long id = FormIds.ofPath(request.variable("play"));
        return request.waiting(() -> history.play(access.self(request.account()), id))
                .orElseThrow(PlayEditPages::notFound);
    }

    private ChangePlayPage page(PageRequest request, Form form, PlayEntry play, String back) {
        ItemLine line = request.waiting(
                        () -> lines.of(request, List.of(play.item().id())))
                .get(play.item().id());
        return new ChangePlayPage(
                request.layout("library.play.title"),
                form,
                play,
                line,
                request.formats().zone().getId(),
                returnAddress(back));
    }

    /// The page that the user came from, if it is the history or the page of an item.
    private static String returnAddress(String address) {
        return LocalPath.of(address)
                .filter(path -> path.startsWith("/m/") || path.startsWith("/s/"))
                .orElseGet(() -> PageAddress.within(address, HistoryPages.PATH));
    }

    private static ProblemException notFound() {
        return new ProblemException(new Problem.NotFound("play"));
    }
}
