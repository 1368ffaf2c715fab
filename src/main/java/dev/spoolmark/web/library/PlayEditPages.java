package dev.spoolmark.web.library;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.history.PlayEntry;
import dev.spoolmark.history.PlayHistory;
import dev.spoolmark.history.PlayTimes;
import dev.spoolmark.history.TimePrecision;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.http.Response;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.LocalPath;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Choice;
import dev.spoolmark.web.form.Form;
import dev.spoolmark.web.form.PlayTime;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
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

    /// @param form its fields are `time`, `precision` and `unknown`
    /// @param line null if the item is no longer in the catalog
    /// @param precisions the options of the field `precision`
    /// @param version the time of the play that the user has seen
    /// @param zone name of the time zone of the times
    /// @param back address that the user came from
    public record ChangePlayPage(
            Layout layout,
            Form form,
            PlayEntry play,
            @Nullable ItemLine line,
            List<Choice> precisions,
            String version,
            String zone,
            String back) {

        public ChangePlayPage {
            precisions = List.copyOf(precisions);
        }
    }

    void declare(PageRoutes routes) {
        routes.get(HistoryPages.PATH + "/{play}", PageAccess.SIGNED_IN, this::show)
                .post(HistoryPages.PATH + "/{play}", PageAccess.SIGNED_IN, this::change);
    }

    private Response show(PageRequest request) {
        PlayEntry play = find(request);
        WatchedTime time = play.time();
        Form form = time.isUnknown()
                ? Form.of(request.text(), Map.of("unknown", "on"))
                : Form.of(
                        request.text(),
                        Map.of(
                                "time",
                                PlayTime.text(time, request.formats().zone()),
                                "precision",
                                time.precision().key()));
        return request.page(
                TEMPLATE,
                page(
                        request,
                        form,
                        play,
                        PlayTime.version(time),
                        request.query("next").orElse("")));
    }

    private Response change(PageRequest request) {
        PlayEntry play = find(request);
        String back = request.form().text("next");
        return change(
                request, play, request.form(), back, changed -> request.redirect(returnAddress(back), "play_changed"));
    }

    /// Changes the time of a play.
    ///
    /// @param form its fields are `time`, `precision`, `unknown`, and `was`, the time that the user has seen
    /// @param then the response when the play has the time
    /// @return the page with the form if the time is wrong, or if the play has another one than the user has seen
    Response change(
            PageRequest request, PlayEntry play, Form form, String back, Function<PlayTimes.Change, Response> then) {
        WatchedTime known = PlayTime.ofVersion(form.text("was")).orElse(play.time());
        WatchedTime time = time(request, form, play);
        if (time == null || form.hasErrors()) {
            return request.invalid(TEMPLATE, page(request, form, play, PlayTime.version(known), back));
        }
        PlayTimes.Result result =
                request.waiting(() -> history.times().set(request.account().id(), play.id(), known, time));
        return switch (result) {
            case PlayTimes.Result.Changed(PlayTimes.Change changed) -> then.apply(changed);
            case PlayTimes.Result.Outdated(WatchedTime present) -> {
                form.error("time", "library.time.outdated", label(request, present), label(request, time));
                yield request.invalid(TEMPLATE, page(request, form, play, PlayTime.version(present), back));
            }
            case PlayTimes.Result.Gone() -> throw notFound();
        };
    }

    private @Nullable WatchedTime time(PageRequest request, Form form, PlayEntry play) {
        if (form.isChecked("unknown")) {
            return WatchedTime.UNKNOWN;
        }
        ZoneId zone = request.formats().zone();
        Instant now = clock.instant();
        TimePrecision precision = TimePrecision.find(form.text("precision")).orElse(TimePrecision.UNKNOWN);
        return precision == TimePrecision.UNKNOWN
                ? PlayTime.read(form, "time", zone, play.time(), now)
                : PlayTime.read(form, "time", zone, play.time(), precision, now);
    }

    private static String label(PageRequest request, WatchedTime time) {
        return PlayTime.label(request.formats(), request.text(), time);
    }

    private PlayEntry find(PageRequest request) {
        long id = FormIds.ofPath(request.variable("play"));
        return request.waiting(() -> history.play(access.self(request.account()), id))
                .orElseThrow(PlayEditPages::notFound);
    }

    private ChangePlayPage page(PageRequest request, Form form, PlayEntry play, String version, String back) {
        ItemLine line = request.waiting(
                        () -> lines.of(request, List.of(play.item().id())))
                .get(play.item().id());
        return new ChangePlayPage(
                request.layout("library.play.title"),
                form,
                play,
                line,
                Stream.of(TimePrecision.values())
                        .filter(precision -> precision != TimePrecision.UNKNOWN)
                        .map(precision ->
                                new Choice(precision.key(), request.text().get("library.precision." + precision.key())))
                        .toList(),
                version,
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
