package dev.spoolmark.web.people;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.feed.Action;
import dev.spoolmark.feed.ActivityDetail;
import dev.spoolmark.feed.Feed;
import dev.spoolmark.feed.FeedEntry;
import dev.spoolmark.feed.FeedPage;
import dev.spoolmark.http.Response;
import dev.spoolmark.social.FollowEdge;
import dev.spoolmark.social.FollowRelation;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.together.Inbox;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.library.ItemLine;
import dev.spoolmark.web.library.PageAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the users whom the viewer follows have done, newest first.
public final class ActivityPages {

    static final String PATH = "/activity";
    private static final String TEMPLATE = "page/people/activity";

    /// Followed users at most, of whom those of the newest follows are taken.
    private static final int MAX_USERS = 500;

    private static final Duration PERIOD = Duration.ofDays(30);
    private static final Pattern TIME = Pattern.compile("[0-9]{1,15}");
    private static final Set<Kind> KINDS = Set.of(Kind.MOVIE, Kind.SHOW, Kind.SEASON, Kind.EPISODE);
    private static final Set<Action> ACTIONS = Set.of(
            Action.SCROBBLE, Action.CHECKIN, Action.SEEN, Action.RATING, Action.WATCHLIST, Action.SHOUT, Action.REVIEW);

    private final PeopleFeatures features;

    ActivityPages(PeopleFeatures features) {
        this.features = features;
    }

    /// @param inbox what waits for a decision of the viewer
    /// @param following whether the viewer follows anybody
    /// @param invalid whether the time in the address is none
    /// @param first address of the first page, or null on it
    /// @param next address of the page with older activity
    public record ActivityPage(
            Layout layout,
            Inbox inbox,
            boolean following,
            List<ActivityLine> lines,
            boolean invalid,
            @Nullable String first,
            String next) {

        public ActivityPage {
            lines = List.copyOf(lines);
        }
    }

    /// @param did what the user has done, in one word
    /// @param more the number of further episodes
    /// @param note a score; may be empty
    public record ActivityLine(
            UserRow user, String did, ItemLine item, int more, String note, String when, String machine) {}

    void declare(PageRoutes routes) {
        routes.get(PATH, PageAccess.SIGNED_IN, request -> request.waiting(() -> show(request)));
    }

    private Response show(PageRequest request) {
        ProfileView self = features.access().self(request.account());
        Layout layout = request.layout("people.activity.title");
        Optional<Instant> before = request.query("before")
                .filter(text -> TIME.matcher(text).matches())
                .map(AsciiNumber::parseLong)
                .map(Instant::ofEpochMilli);
        boolean invalid = request.query("before").isPresent() && before.isEmpty();
        List<UserId> followed = invalid ? List.of() : followed(self);
        FeedPage found = features.feed().recent(followed, Profiles.viewer(request), filter(before), PERIOD);
        ActivityPage page = new ActivityPage(
                layout,
                features.together().inbox(self),
                !followed.isEmpty(),
                lines(layout, found.entries()),
                invalid,
                request.query("before").isPresent() ? PATH : null,
                new PageAddress(PATH)
                        .with("before", Long.toString(found.end().toEpochMilli()))
                        .text());
        return invalid ? request.invalid(TEMPLATE, page) : request.page(TEMPLATE, page);
    }

    private static Feed.Selection filter(Optional<Instant> before) {
        return new Feed.Selection(KINDS, ACTIONS, before.orElse(null));
    }

    private List<UserId> followed(ProfileView self) {
        return features.follows().newest(self, FollowRelation.FOLLOWING, Optional.empty(), MAX_USERS).edges().stream()
                .map(FollowEdge::userId)
                .toList();
    }

    private List<ActivityLine> lines(Layout layout, List<FeedEntry> entries) {
        Set<MediaId> items = new HashSet<>();
        entries.forEach(entry -> items.add(entry.detail().items().getFirst()));
        VisibleItems visible = VisibleItems.of(features, items, false);
        return entries.stream()
                .flatMap(entry -> visible.find(entry.detail().items().getFirst())
                        .map(item -> line(layout, entry, ItemLine.of(item, layout.links()))))
                .toList();
    }

    private static ActivityLine line(Layout layout, FeedEntry entry, ItemLine item) {
        Account account = entry.account();
        String note = entry.detail() instanceof ActivityDetail.Rated(var rated, var score)
                ? layout.t("people.score", score.value())
                : "";
        return new ActivityLine(
                UserRow.of(layout, account, ""),
                layout.t("people.did." + entry.action().key()),
                item,
                entry.detail().items().size() - 1,
                note,
                layout.formats().dateTime(entry.at()),
                layout.formats().machine(entry.at()));
    }
}
