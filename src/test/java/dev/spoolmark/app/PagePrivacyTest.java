package dev.spoolmark.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Audience;
import dev.spoolmark.app.PageRow.Content;
import dev.spoolmark.app.PrivacyWorld.ProfileKind;
import dev.spoolmark.app.PrivacyWorld.ViewerKind;
import dev.spoolmark.lists.Privacy;
import dev.spoolmark.web.PageClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No page and no form tells a viewer that something exists which the viewer may not see: what belongs to a hidden
/// user is answered as what does not exist (`docs/security.md#visibility`). The routes are those of the server, so a
/// new one fails here until `page-privacy.txt` states what it shows.
class PagePrivacyTest {

    private static final PrivacyWorld WORLD = new PrivacyWorld();
    private static final ProfileOwner MISSING = ProfileOwner.missing();
    private static final int OK = 200;

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void everyRouteIsStatedOnce() {
        List<String> declared = DeclaredPages.of(WORLD.server).stream()
                .map(route -> route.httpMethod() + " " + route.path())
                .toList();

        assertThat(PageRow.all().stream().map(PageRow::route).toList())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(declared);
    }

    @Test
    void everyRouteWithTheNameOfAUserIsStatedAsOne() {
        assertThat(PageRow.all())
                .filteredOn(row -> row.path().contains("{user}"))
                .allSatisfy(row -> assertThat(row.content())
                        .isIn(Content.CARD, Content.PROFILE, Content.OWNER, Content.OBJECT_FORM));
    }

    static Stream<PageRow> rows(Content... contents) {
        return PageRow.all().stream().filter(row -> Set.of(contents).contains(row.content()));
    }

    // Pages that name nobody

    static Stream<PageRow> pagesWithoutOthers() {
        return rows(Content.NEUTRAL, Content.OWN, Content.ADMIN)
                .filter(row -> !row.path().equals("/styleguide"));
    }

    @ParameterizedTest
    @MethodSource("pagesWithoutOthers")
    void aPageThatNamesNobodyShowsNothingOfOthers(PageRow row) {
        for (ViewerKind viewer : ViewerKind.values()) {
            ProfileOwner named = WORLD.owner(ProfileKind.PROTECTED).with("slug", "no-such-title-1902");
            PageClient page = open(WORLD.viewer(viewer), row, named);

            assertThat(page.status()).as(viewer + " " + row).isLessThan(500);
            for (ProfileKind owner : ProfileKind.values()) {
                assertNoCanary(page, viewer + " " + row, owner);
            }
            if (row.content() == Content.OWN && !viewer.isSignedIn()) {
                assertThat(page.header("Location").orElse("")).startsWith("/signin?next=");
            }
            if (row.content() == Content.ADMIN && viewer != ViewerKind.ADMINISTRATOR) {
                assertThat(page.status()).isIn(303, 403);
            }
        }
    }

    static Stream<PageRow> pagesWithFollowed() {
        return rows(Content.FOLLOWED);
    }

    @ParameterizedTest
    @MethodSource("pagesWithFollowed")
    void aPageWithFollowedUsersRespectsTheirAudiences(PageRow row) {
        for (ViewerKind viewer : ViewerKind.values()) {
            PageClient page = open(WORLD.viewer(viewer), row, MISSING);

            for (ProfileKind owner : ProfileKind.values()) {
                if (!viewer.isApproved() || owner.isGone()) {
                    assertNoCanary(page, viewer + " " + row, owner);
                } else if (viewer == ViewerKind.FRIEND) {
                    assertThat(canaries(page, owner)).as(viewer + " " + row).isNotEmpty();
                    assertThat(canaries(page, owner)).noneMatch(text -> text.contains("Canary Un"));
                }
            }
        }
        WORLD.setAudience(ProfileKind.PROTECTED, Audience.SELF);
        try {
            PageClient page = open(WORLD.viewer(ViewerKind.FRIEND), row, MISSING);
            assertNoCanary(page, "all sections for the owner alone: " + row, ProfileKind.PROTECTED);
        } finally {
            WORLD.setAudience(ProfileKind.PROTECTED, Audience.EVERYONE);
        }
    }

    // Pages about a user

    static Stream<PageRow> pagesOfProfiles() {
        return rows(Content.PROFILE, Content.CARD);
    }

    @ParameterizedTest
    @MethodSource("pagesOfProfiles")
    void thePagesOfAHiddenProfileAreThoseOfNobody(PageRow row) {
        for (ViewerKind viewer : ViewerKind.values()) {
            for (ProfileKind kind : ProfileKind.values()) {
                boolean visible = kind == ProfileKind.PUBLIC || (kind == ProfileKind.PROTECTED && viewer.isApproved());
                String what = viewer + " " + kind + " " + row;
                if (visible) {
                    PageClient page = open(WORLD.viewer(viewer), row, WORLD.owner(kind));
                    if (page.status() == 303) {
                        assertThat(viewer).as(what).isEqualTo(ViewerKind.ANONYMOUS);
                        assertSameAsMissing(viewer, kind, row, WORLD.owner(kind));
                    } else {
                        assertThat(page.status()).as(what).isEqualTo(OK);
                        assertThat(canaries(page, kind)).as(what).noneMatch(text -> text.contains("Canary Un"));
                        if (row.path()
                                .matches(
                                        "/u/\\{user}(/(history|progress|ratings|favorites|watchlist|collection|lists))?")) {
                            assertThat(canaries(page, kind)).as(what).isNotEmpty();
                        }
                    }
                } else if (row.content() == Content.CARD && viewer.isSignedIn() && !kind.isGone()) {
                    PageClient page = open(WORLD.viewer(viewer), row, WORLD.owner(kind));
                    assertThat(page.status()).as(what).isEqualTo(OK);
                    assertNoCanary(page, what, kind);
                } else {
                    assertSameAsMissing(viewer, kind, row, WORLD.owner(kind));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pagesOfProfiles")
    void theOwnerOfAProtectedProfileSeesItsPages(PageRow row) {
        PageClient page =
                open(WORLD.ownBrowser(ProfileKind.PROTECTED).orElseThrow(), row, WORLD.owner(ProfileKind.PROTECTED));

        assertThat(page.status()).isIn(200, 303);
    }

    @ParameterizedTest
    @MethodSource("pagesOfProfiles")
    void sectionsForTheOwnerAloneShowNothing(PageRow row) {
        WORLD.setAudience(ProfileKind.PUBLIC, Audience.SELF);
        try {
            for (ViewerKind viewer : ViewerKind.values()) {
                PageClient page = open(WORLD.viewer(viewer), row, WORLD.owner(ProfileKind.PUBLIC));

                assertThat(page.status()).as(viewer + " " + row).isLessThan(500);
                assertThat(canaries(page, ProfileKind.PUBLIC))
                        .as(viewer + " " + row)
                        .allMatch(text ->
                                text.startsWith("Canary List") || row.path().contains("/lists"));
            }
        } finally {
            WORLD.setAudience(ProfileKind.PUBLIC, Audience.EVERYONE);
        }
    }

    static Stream<PageRow> pagesOfLists() {
        return PageRow.all().stream().filter(row -> row.path().contains("{list}"));
    }

    @ParameterizedTest
    @MethodSource("pagesOfLists")
    void aListWithPrivacyIsNoneForThoseItIsNotFor(PageRow row) {
        for (Privacy privacy : Privacy.values()) {
            for (ViewerKind viewer : ViewerKind.values()) {
                boolean readable = privacy == Privacy.FRIENDS && viewer == ViewerKind.FRIEND;
                if (privacy != Privacy.PUBLIC && !(readable && row.content() == Content.PROFILE)) {
                    ProfileOwner owner =
                            WORLD.owner(ProfileKind.PUBLIC).with("list", PrivacyWorld.limitedList(privacy));
                    assertSameAsMissing(viewer, ProfileKind.PUBLIC, row, owner, MISSING.with("user", owner.name()));
                }
            }
        }
    }

    static Stream<PageRow> pagesOfOwners() {
        return rows(Content.OWNER);
    }

    @ParameterizedTest
    @MethodSource("pagesOfOwners")
    void whatAnOwnerChangesIsNothingForOthers(PageRow row) {
        for (ViewerKind viewer : ViewerKind.values()) {
            for (ProfileKind kind : ProfileKind.values()) {
                assertSameAsMissing(viewer, kind, row, WORLD.owner(kind));
            }
        }
    }

    // Items and forms

    static Stream<PageRow> pagesOfItems() {
        return rows(Content.ITEM);
    }

    @ParameterizedTest
    @MethodSource("pagesOfItems")
    void aProvisionalItemIsNoneForOthers(PageRow row) {
        String slug = row.path().startsWith("/m/") ? "movie_slug" : "show_slug";
        for (ProfileKind kind : ProfileKind.values()) {
            ProfileOwner owner = WORLD.owner(kind);
            for (ViewerKind viewer : ViewerKind.values()) {
                assertSameAsMissing(viewer, kind, row, owner.with("slug", owner.value(slug)));
            }
            WORLD.ownBrowser(kind)
                    .ifPresent(own -> assertThat(open(own, row, owner.with("slug", owner.value(slug)))
                                    .status())
                            .as(row.route())
                            .isEqualTo(OK));
        }
    }

    static Stream<PageRow> searches() {
        return rows(Content.SEARCH);
    }

    @ParameterizedTest
    @MethodSource("searches")
    void aSearchFindsNoProvisionalItemOfOthers(PageRow row) {
        for (ViewerKind viewer : ViewerKind.values()) {
            for (ProfileKind kind : ProfileKind.values()) {
                ProfileOwner owner = WORLD.owner(kind);
                PageClient page = WORLD.viewer(viewer).getOnce(row.path() + "?q=Canary+Unheard+" + owner.name());

                assertThat(page.body()).as(viewer + " " + row).doesNotContain("/" + owner.value("movie_slug"));
            }
        }
    }

    static Stream<PageRow> feeds() {
        return rows(Content.FEED);
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void theSecretAddressOfAUserWhoIsGoneLeadsToNothing(PageRow row) {
        for (ProfileKind kind : ProfileKind.values()) {
            WORLD.clock.pass(Duration.ofSeconds(30)); // addresses are limited by network
            PageClient anonymous = WORLD.viewer(ViewerKind.ANONYMOUS);
            int status = open(anonymous, row, WORLD.owner(kind)).status();

            assertThat(status).as(kind + " " + row).isEqualTo(kind.isGone() ? 404 : OK);
            if (kind.isGone()) {
                assertSameAsMissing(ViewerKind.ANONYMOUS, kind, row, WORLD.owner(kind));
            }
        }
    }

    static Stream<PageRow> formsWithObjects() {
        return rows(Content.OBJECT_FORM);
    }

    @ParameterizedTest
    @MethodSource("formsWithObjects")
    void aFormAboutSomethingHiddenIsAFormAboutNothing(PageRow row) {
        for (ViewerKind viewer : ViewerKind.values()) {
            for (ProfileKind kind : ProfileKind.values()) {
                boolean namesUser =
                        row.path().contains("{user}") || (row.fields().containsValue("{user}") && viewer.isApproved());
                if (!namesUser || kind.isGone()) {
                    assertSameAsMissing(viewer, kind, row, WORLD.owner(kind));
                }
            }
        }
    }

    static Stream<PageRow> ownForms() {
        return rows(Content.OWN_FORM, Content.ADMIN_FORM, Content.OBJECT_FORM, Content.OWNER)
                .filter(PageRow::isForm);
    }

    @ParameterizedTest
    @MethodSource("ownForms")
    void aFormNeedsASession(PageRow row) {
        PageClient page = open(WORLD.viewer(ViewerKind.ANONYMOUS), row, MISSING);

        assertThat(page.status()).as(row.route()).isEqualTo(303);
        assertThat(page.header("Location").orElse("")).startsWith("/signin");
    }

    static Stream<PageRow> adminForms() {
        return rows(Content.ADMIN_FORM);
    }

    @ParameterizedTest
    @MethodSource("adminForms")
    void aFormOfAdministratorsIsRejectedFromOthers(PageRow row) {
        PageClient page = open(WORLD.viewer(ViewerKind.FRIEND), row, WORLD.owner(ProfileKind.PUBLIC));

        assertThat(page.status()).as(row.route()).isEqualTo(403);
    }

    // What is sent

    private static PageClient open(PageClient client, PageRow row, ProfileOwner owner) {
        String path = owner.fill(row.path());
        Map<String, String> fields = new LinkedHashMap<>();
        row.fields().forEach((name, value) -> fields.put(name, owner.fill(value)));
        if (row.isForm()) {
            client.getOnce("/about").page().select("input[name=_csrf]").stream()
                    .findFirst()
                    .ifPresent(token -> fields.put("_csrf", token.val()));
            return client.post(path, fields);
        }
        String query = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return client.getOnce(query.isEmpty() ? path : path + "?" + query);
    }

    private static void assertSameAsMissing(ViewerKind viewer, ProfileKind kind, PageRow row, ProfileOwner owner) {
        assertSameAsMissing(viewer, kind, row, owner, MISSING);
    }

    private static void assertSameAsMissing(
            ViewerKind viewer, ProfileKind kind, PageRow row, ProfileOwner owner, ProfileOwner nobody) {
        String expected = answer(open(WORLD.viewer(viewer), row, nobody), nobody);
        String received = answer(open(WORLD.viewer(viewer), row, owner), owner);

        assertThat(received).as(viewer + " " + kind + " " + row).isEqualTo(expected);
    }

    /// Status, the fields that matter, and the body, without what the request named.
    private static String answer(PageClient page, ProfileOwner owner) {
        List<String> parts = new ArrayList<>(List.of(Integer.toString(page.status())));
        for (String field : List.of("Content-Type", "Cache-Control", "Location", "ETag", "Set-Cookie", "Vary")) {
            parts.add(field + ": " + page.header(field).orElse(""));
        }
        parts.add(page.body());
        return owner.withoutValues(String.join("\n", parts));
    }

    private static void assertNoCanary(PageClient page, String what, ProfileKind owner) {
        assertThat(canaries(page, owner)).as(what + " " + owner).isEmpty();
    }

    /// The private texts of an owner on a page.
    private static List<String> canaries(PageClient page, ProfileKind owner) {
        String name = WORLD.owner(owner).name();
        return Pattern.compile("Canary \\w+ " + name)
                .matcher(page.body())
                .results()
                .map(found -> found.group())
                .toList();
    }
}
