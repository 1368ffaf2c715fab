package dev.spoolmark.web.people;

import dev.spoolmark.account.Account;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.http.Response;
import dev.spoolmark.scrobble.NowWatching;
import dev.spoolmark.scrobble.WatchingUser;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.library.ItemLine;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the viewer and the users whom the viewer follows are watching now. Other pages show the part `now` of
/// this page and load it again from time to time.
public final class WatchingPages {

    /// The address of the page, which its part is loaded from.
    public static final String PATH = "/activity/now";

    private final PeopleFeatures features;

    WatchingPages(PeopleFeatures features) {
        this.features = features;
    }

    /// @param own what the viewer is watching, or null
    public record WatchingPage(Layout layout, @Nullable WatchingLine own, List<WatchingLine> others) {

        public WatchingPage {
            others = List.copyOf(others);
        }
    }

    /// @param isCheckin whether it is a check-in, which can be cancelled
    /// @param until clock time of its end
    public record WatchingLine(UserRow user, ItemLine item, boolean isCheckin, String until, String machine) {}

    void declare(PageRoutes routes) {
        routes.get(PATH, PageAccess.SIGNED_IN, request -> request.waiting(() -> show(request)));
    }

    private Response show(PageRequest request) {
        Account self = request.account();
        NowWatching own =
                features.scrobbles().watching(features.access().self(self)).orElse(null);
        List<WatchingUser> others = features.watching().of(self);
        Set<MediaId> items = new HashSet<>();
        others.forEach(other -> items.add(other.watching().item().id()));
        if (own != null) {
            items.add(own.item().id());
        }
        Layout layout = request.layout("people.now.title");
        VisibleItems all = VisibleItems.of(features, items, true);
        VisibleItems visible = new VisibleItems(all.summaries(), false);
        return request.page(
                "page/people/now",
                new WatchingPage(
                        layout,
                        own == null
                                ? null
                                : all.find(own.item().id())
                                        .map(item -> line(layout, self, own, ItemLine.of(item, layout.links())))
                                        .findFirst()
                                        .orElse(null),
                        others.stream()
                                .flatMap(other -> visible.find(
                                                other.watching().item().id())
                                        .map(item -> line(
                                                layout,
                                                other.account(),
                                                other.watching(),
                                                ItemLine.of(item, layout.links()))))
                                .toList()));
    }

    private static WatchingLine line(Layout layout, Account account, NowWatching watching, ItemLine item) {
        return new WatchingLine(
                UserRow.of(layout, account, ""),
                item,
                watching.checkin(),
                layout.t("people.until", layout.formats().time(watching.expiresAt())),
                layout.formats().machine(watching.expiresAt()));
    }
}
