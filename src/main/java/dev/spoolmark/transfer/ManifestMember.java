package dev.spoolmark.transfer;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Preferences;
import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.episodeorder.OrderedShow;
import dev.spoolmark.http.json.Json;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.http.json.JsonStream;
import dev.spoolmark.lists.ListSlug;
import dev.spoolmark.pagefilter.PageFilter;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.transfer.ExportArchive.MemberFacts;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The member `spoolmark.json`: what the other members cannot hold, and their digests. It is the last one.
final class ManifestMember {

    static final String NAME = "spoolmark.json";

    /// Raised when a reader of an older version would misread an archive.
    static final int FORMAT_VERSION = 1;

    private final ExportSources sources;
    private final ItemObjects items;
    private final ProfileView self;
    private final CurrentState current;

    ManifestMember(ExportSources sources, ItemObjects items, ProfileView self, CurrentState current) {
        this.sources = sources;
        this.items = items;
        this.self = self;
        this.current = current;
    }

    void write(ExportArchive archive) {
        archive.member(NAME, out -> {
            write(out, archive.members());
            return 1;
        });
    }

    private void write(OutputStream out, Map<String, MemberFacts> members) {
        try (JsonStream json = Json.stream(out)) {
            json.member("format", "spoolmark-export");
            json.member("version", FORMAT_VERSION);
            json.member("exported_at", ExportTime.of(current.at()));
            json.member("account", account());
            json.member("settings", settings());
            json.member("visibility", visibility());
            json.member("shared_reviews", sharedReviews());
            json.member("last_changes", lastChanges());
            new ManifestAccess(sources, self).write(json);
            new ManifestHistory(sources, items, self).write(json, current.watching());
            json.array("follow_requests_sent", new NetworkMembers(sources, self).requestsSent());
            json.array("blocked_users", new NetworkMembers(sources, self).blocked());
            new ManifestTogether(sources, items, self).write(json);
            json.array(
                    "list_slugs",
                    PageReader.<ListSlug, JsonObject>all(
                            (after, max) -> sources.lists().slugs(self, after, max),
                            ExportArchive.PAGE_SIZE,
                            ManifestMember::slugs));
            json.array(
                    "page_filters",
                    PageReader.<PageFilter, JsonObject>all(
                            (after, max) ->
                                    sources.pageFilters().page(self.account().id(), after, max),
                            ExportArchive.PAGE_SIZE,
                            ManifestMember::filters));
            json.array(
                    "air_date_order",
                    PageReader.<OrderedShow, JsonObject>all(
                            (after, max) -> sources.episodeOrders().page(self, after, max),
                            ExportArchive.PAGE_SIZE,
                            this::orders));
            json.object("members", members, MemberFacts::toJson);
        }
    }

    private JsonObject account() {
        Account account = self.account();
        return UserObjects.user(account)
                .put("email", account.email())
                .put("administrator", account.admin())
                .put("joined_at", ExportTime.of(account.joined()))
                .put("last_sign_in_at", ExportTime.orNull(account.lastLogin()))
                .put("picture", new PictureText(sources.pictures()).of(account));
    }

    private JsonObject settings() {
        Account account = self.account();
        Preferences preferences = account.preferences();
        return new JsonObject()
                .put("time_zone", preferences.timeZone().getId())
                .put("clock_24h", preferences.clock24Hours())
                .put("language", preferences.pages().language().key())
                .put("week_start", preferences.pages().weekStart().key())
                .put("theme", preferences.pages().theme().key())
                .put("rating_scale", preferences.pages().ratingScale().key())
                .put("keyboard", preferences.pages().keyboard())
                .put("spoilers", preferences.pages().spoilers().key())
                .put("v1_rating_mode", preferences.ratingMode().key())
                .put("v1_comment_badges", preferences.commentBadges())
                .put("v1_comment_spoilers", preferences.commentSpoilers())
                .put("v1_password", current.isPasswordOnV1())
                .put("searchable", sources.accounts().isSearchable(account.id()))
                .put("second_factor", current.isSecondFactorActive());
    }

    private JsonObject visibility() {
        Account account = self.account();
        JsonObject sections = new JsonObject();
        for (ProfileSection section : ProfileSection.values()) {
            sections.put(section.key(), account.audiences().of(section).key());
        }
        return new JsonObject().put("protected", account.isProtected()).put("sections", sections);
    }

    /// By year, with the time of the decision.
    private JsonObject sharedReviews() {
        JsonObject years = new JsonObject();
        sources.reviews().all(self).forEach((year, at) -> years.put(Integer.toString(year), ExportTime.of(at)));
        return years;
    }

    private JsonObject lastChanges() {
        JsonObject changes = new JsonObject();
        new TreeMap<>(sources.activities().of(self).byArea())
                .forEach((area, time) -> changes.put(area.key(), ExportTime.of(time)));
        return changes;
    }

    private static List<JsonObject> filters(List<PageFilter> rows) {
        return rows.stream()
                .map(row -> new JsonObject()
                        .put("page", row.page())
                        .put("query", row.query())
                        .put("saved_at", ExportTime.of(row.savedAt())))
                .toList();
    }

    private List<JsonObject> orders(List<OrderedShow> rows) {
        ItemObjects.Page page = items.page(rows.stream().map(OrderedShow::show));
        return rows.stream()
                .map(row -> page.describe(new JsonObject().put("set_at", ExportTime.of(row.setAt())), row.show()))
                .toList();
    }

    private static List<JsonObject> slugs(List<ListSlug> rows) {
        return rows.stream()
                .map(row -> new JsonObject()
                        .put("slug", row.slug())
                        .put("list", row.list().value()))
                .toList();
    }
}
