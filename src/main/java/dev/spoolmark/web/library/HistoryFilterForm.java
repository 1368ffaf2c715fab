package dev.spoolmark.web.library;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.PlayFilter;
import dev.spoolmark.history.PlayPosition;
import dev.spoolmark.social.Viewer;
import dev.spoolmark.visibility.ProvisionalAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.form.Form;
import dev.spoolmark.web.item.ItemFormKeys;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The filter of the history in the address: `kind`, `source` (how plays were reported), `show` (slug), `item`
/// (its key in forms), `from` and `to` (days in the time zone of the user), and `before`, where the page begins.
///
/// @param form the filter as it was sent, with its errors
/// @param show the show of the filter
/// @param before where the last page ended
record HistoryFilterForm(
        Form form, PlayFilter filter, @Nullable Show show, Optional<PlayPosition> before) {

    static final String MOVIES = "movies";
    static final String EPISODES = "episodes";

    static HistoryFilterForm read(PageRequest request, ProvisionalAccess items) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : new String[] {"kind", "source", "show", "item", "from", "to"}) {
            values.put(name, request.query(name).map(String::strip).orElse(""));
        }
        Form form = Form.of(request.text(), values);
        ZoneId zone = request.formats().zone();
        LocalDate from = AddressDates.read(form, "from");
        LocalDate to = AddressDates.read(form, "to");
        if (from != null && to != null && to.isBefore(from)) {
            form.error("to", "library.history.period");
        }
        Kind kind = kind(form);
        Show show = show(request, form, items);
        PlayFilter filter = new PlayFilter(
                kind,
                show == null ? null : show.id(),
                start(from, zone),
                to == null ? null : start(to.plusDays(1), zone),
                action(form),
                item(request, form, items));
        Optional<PlayPosition> before = request.query("before").flatMap(PlayPosition::parse);
        if (request.query("before").isPresent() && before.isEmpty()) {
            form.error("before", "library.position.invalid");
        }
        return new HistoryFilterForm(form, filter, show, before);
    }

    /// The address of the first page with this filter.
    PageAddress address() {
        return withoutShow().with("show", form.text("show")).with("item", form.text("item"));
    }

    /// The address of this page.
    PageAddress current() {
        return address().with("before", before.map(PlayPosition::text).orElse(null));
    }

    /// The address of the form that changes plays, with the filter.
    PageAddress forms() {
        return filter(new PageAddress(HistoryPages.PATH + "/plays"))
                .with("show", form.text("show"))
                .with("item", form.text("item"));
    }

    /// The address without the show and the item.
    PageAddress withoutShow() {
        return filter(new PageAddress(HistoryPages.PATH));
    }

    private PageAddress filter(PageAddress address) {
        return address.with("kind", form.text("kind"))
                .with("source", form.text("source"))
                .with("from", form.text("from"))
                .with("to", form.text("to"));
    }

    private static @Nullable Instant start(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    private static @Nullable Kind kind(Form form) {
        return switch (form.text("kind")) {
            case "" -> null;
            case MOVIES -> Kind.MOVIE;
            case EPISODES -> Kind.EPISODE;
            default -> {
                form.error("kind", "form.choice");
                yield null;
            }
        };
    }

    private static @Nullable PlayAction action(Form form) {
        return form.text("source").isEmpty() ? null : form.choice("source", PlayAction.class);
    }

    private static @Nullable MediaId item(PageRequest request, Form form, ProvisionalAccess items) {
        String key = form.text("item");
        if (key.isEmpty()) {
            return null;
        }
        Optional<MediaId> item = ItemFormKeys.parse(key)
                .filter(id -> request.waiting(() -> items.isVisible(Viewer.of(request.account()), id)));
        if (item.isEmpty()) {
            form.error("show", "library.history.show.unknown");
        }
        return item.orElse(null);
    }

    private static @Nullable Show show(PageRequest request, Form form, ProvisionalAccess items) {
        String slug = form.text("show");
        if (slug.isEmpty()) {
            return null;
        }
        Optional<Show> show = request.waiting(
                () -> items.show(Viewer.of(request.account()), new ShowRef(null, slug, Ids.NONE, null, null)));
        if (show.isEmpty()) {
            form.error("show", "library.history.show.unknown");
        }
        return show.orElse(null);
    }
}
