package dev.spoolmark.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.web.PageClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What all pages of administrators have in common.
class AdminPagesTest {

    private static final List<String> PAGES = List.of(
            "/admin",
            "/admin/people",
            "/admin/people/ann",
            "/admin/people/ann/reset-link",
            "/admin/people/ann/delete",
            "/admin/invites",
            "/admin/applications",
            "/admin/sources",
            "/admin/catalog",
            "/admin/catalog/duplicates",
            "/admin/jobs",
            "/admin/backup",
            "/admin/log",
            "/admin/settings",
            "/admin/about");

    private final AdminFixture fixture = new AdminFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void everyPageIsWellFormedInEveryLanguage() {
        for (String language : List.of("en", "de")) {
            for (String page : PAGES) {
                fixture.browser.in(language).get(page).isWellFormed();
                assertThat(fixture.browser.status()).as(page).isEqualTo(200);
                assertThat(fixture.browser.page().select("nav .menu a[aria-current=page]"))
                        .as("the current entry of the menu on " + page)
                        .hasSize(1);
            }
        }
    }

    @Test
    void visitorsAreRedirectedToTheSignInPageAndBack() {
        try (PageClient visitor = new PageClient(fixture.server.port())) {
            for (String page : PAGES) {
                visitor.getOnce(page);
                assertThat(visitor.status()).as(page).isEqualTo(303);
                assertThat(visitor.header("Location").orElse("")).startsWith("/signin?next=%2Fadmin");
            }
        }
    }

    @Test
    void otherUsersSeeNothingAndChangeNothing() {
        try (PageClient ann = fixture.signIn("ann")) {
            for (String page : PAGES) {
                assertThat(ann.getOnce(page).status()).as(page).isEqualTo(403);
            }
            String token = ann.get("/").page().expectFirst("input[name=_csrf]").val();
            for (String form : List.of(
                    "/admin/people/boss/disable",
                    "/admin/people/ann/administrator",
                    "/admin/people/boss/reset-link",
                    "/admin/people/boss/delete",
                    "/admin/invites",
                    "/admin/applications/block",
                    "/admin/backup",
                    "/admin/settings")) {
                assertThat(ann.post(form, Map.of("_csrf", token)).status())
                        .as(form)
                        .isEqualTo(403);
            }
        }
        assertThat(fixture.server.features().accounts().get("boss").admin()).isTrue();
    }

    @Test
    void aFormWithAnotherTokenIsRejected() {
        assertThat(fixture.browser.post("/admin/people/ann/disable", Map.of()).status())
                .isEqualTo(403);
        assertThat(fixture.browser
                        .post("/admin/people/ann/disable", Map.of("_csrf", "stale"))
                        .status())
                .isEqualTo(403);
        assertThat(fixture.server.features().accounts().find("ann")).isPresent();
    }

    @Test
    void thePasswordIsRequiredAfterHalfAnHour() {
        fixture.clock.pass(Duration.ofMinutes(31));

        fixture.browser.get("/admin/jobs");
        assertThat(fixture.browser.path()).startsWith("/confirm?next=%2Fadmin%2Fjobs");
        fixture.browser.submit("Continue", "_password", AdminFixture.PASSWORD);
        assertThat(fixture.browser.path()).isEqualTo("/admin/jobs");
    }

    @Test
    void theOverviewShowsHealthSizeAndWhatNeedsAttention() {
        fixture.browser.get("/admin");

        assertThat(fixture.browser.text())
                .contains("Everything works", "SQLite", "Users 2")
                .contains("There is no backup of the last seven days");
    }

    @Test
    void theJobsAreDescribedInEveryLanguage() {
        fixture.browser.get("/admin/jobs");

        assertThat(fixture.browser.page().select("main .list-plain strong").eachText())
                .isNotEmpty()
                .noneMatch(text -> text.matches("[a-z-]+"));
    }

    @Test
    void theSourcesShowWhetherAKeyIsSetButNotTheKey() {
        try (AdminFixture keyed = new AdminFixture("SPOOLMARK_SOURCES_TMDB_TOKEN=very-secret-token")) {
            keyed.browser.get("/admin/sources");

            assertThat(keyed.browser.text())
                    .contains("TMDB In use Key ***")
                    .contains("TheTVDB No key")
                    .contains("TVmaze Turned off")
                    .doesNotContain("very-secret-token");
            assertThat(keyed.browser.get("/admin/settings").text())
                    .contains("sources.tmdb.token = *** from SPOOLMARK_SOURCES_TMDB_TOKEN")
                    .doesNotContain("very-secret-token");
        }
    }

    @Test
    void theLibrariesAreListedWithTheirLicences() {
        assertThat(fixture.browser.get("/admin/about").text())
                .contains("org.xerial:sqlite-jdbc Apache 2.0")
                .contains("not endorsed or certified by TMDB");
        assertThat(Library.all())
                .hasSizeGreaterThan(15)
                .allSatisfy(library -> assertThat(library.licence()).isNotBlank());
    }
}
