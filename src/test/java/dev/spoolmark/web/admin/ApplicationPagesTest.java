package dev.spoolmark.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Application;
import dev.spoolmark.account.Applications;
import dev.spoolmark.account.Permission;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.web.PageClient;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApplicationPagesTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";

    private final AdminFixture fixture = new AdminFixture();
    private final PageClient browser = fixture.browser;
    private final Applications applications = fixture.server.features().applications();
    private final Application player = applications.add("Player", Permission.defaults(), KEY);

    @AfterEach
    void close() {
        fixture.close();
    }

    private long id() {
        return Objects.requireNonNull(player.id()).value();
    }

    private boolean isBlocked() {
        return applications
                .find(Objects.requireNonNull(player.id()))
                .orElseThrow()
                .blocked();
    }

    @Test
    void anApplicationIsBlockedAndUnblocked() {
        browser.get("/admin/applications").submit("Block Player (0123...)");
        assertThat(browser.text()).contains("The application is blocked.");
        assertThat(isBlocked()).isTrue();

        browser.submit("Unblock Player (0123...)");
        assertThat(isBlocked()).isFalse();
        assertThat(browser.text()).doesNotContain(KEY);
    }

    @Test
    void oAuthApplicationsAreListedWithTheirAddresses() {
        fixture.server
                .features()
                .oauth()
                .applications()
                .register("Web player", List.of("https://player.example/back"), false, null, Actor.OPERATOR);

        assertThat(browser.get("/admin/applications").text())
                .contains("Web player")
                .contains("OAuth")
                .contains("Leads to https://player.example/back");
    }

    @Test
    void anUnusedKeyIsBlocked() {
        String other = "f".repeat(40);
        browser.get("/admin/applications").submit("Block a key", "key", other);

        assertThat(applications.all(List.of(other)).get(other)).isNotNull().matches(Applications.Stored::blocked);
    }

    @Test
    void aWrongKeyIsExplained() {
        for (String wrong : List.of("", "short", "x".repeat(65), "no spaces in a key!!")) {
            browser.get("/admin/applications").submit("Block a key", "key", wrong);
            assertThat(browser.status()).isEqualTo(422);
            assertThat(browser.errorOf("key")).isNotBlank();
            assertThat(browser.page().expectFirst("#key").val()).isEqualTo(wrong);
        }
    }

    @Test
    void permissionsAreChanged() {
        browser.get("/admin/applications/" + id()).submit("Save", "permission", "read");

        assertThat(browser.text()).contains("The permissions were changed.");
        assertThat(applications.identify(KEY).permissions()).contains(Permission.READ);
        assertThat(fixture.post("/admin/applications/" + id()).status()).isEqualTo(303);
        assertThat(applications.identify(KEY).permissions()).isEmpty();
    }

    @Test
    void anUnknownPermissionIsRejected() {
        assertThat(fixture.post("/admin/applications/" + id(), "permission", "everything")
                        .status())
                .isEqualTo(422);
        assertThat(applications.identify(KEY).permissions()).isEqualTo(Permission.defaults());
    }

    @Test
    void anUnknownApplicationIsNotFound() {
        for (String path : List.of("/admin/applications/999999", "/admin/applications/x")) {
            assertThat(browser.get(path).status()).isEqualTo(404);
            assertThat(fixture.post(path + "/block").status()).isEqualTo(404);
            assertThat(fixture.post(path, "permission", "read").status()).isEqualTo(404);
        }
    }

    @Test
    void theNextPageContinuesTheList() {
        for (int i = 0; i < 55; i++) {
            applications.add("More " + i, Permission.defaults(), null);
        }
        browser.get("/admin/applications");
        assertThat(browser.page().select("main .list-plain > li")).hasSize(50);
        String next = browser.page().expectFirst("a[rel=next]").attr("href");
        assertThat(browser.get(next).text()).contains("Player");
        assertThat(Optional.ofNullable(browser.page().selectFirst("a[rel=next]")))
                .isEmpty();
    }
}
