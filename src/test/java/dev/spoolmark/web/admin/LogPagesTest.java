package dev.spoolmark.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.audit.AuditAction;
import dev.spoolmark.web.PageClient;
import dev.spoolmark.web.form.Form;
import dev.spoolmark.web.text.Languages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogPagesTest {

    private final AdminFixture fixture = new AdminFixture();
    private final PageClient browser = fixture.browser;

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void theLogShowsActionUserAndOrigin() {
        browser.get("/admin/people/ann").submit("Disable").submit("Enable");
        browser.get("/admin/log?action=account-enabled");

        assertThat(browser.page().select("main .list-plain > li"))
                .singleElement()
                .satisfies(
                        entry -> assertThat(entry.text()).contains("Account enabled", "ann", "on a page, 127.0.0.1"));
        assertThat(browser.page().expectFirst("#action option[selected]").val()).isEqualTo("account-enabled");
    }

    @Test
    void theLogIsFilteredByUser() {
        browser.get("/admin/log?user=ANN");

        assertThat(browser.page().select("main .list-plain > li strong").eachText())
                .containsOnly("Account created");
        assertThat(browser.page().expectFirst("#user").val()).isEqualTo("ANN");
    }

    @Test
    void wrongFiltersAreExplained() {
        browser.get("/admin/log?user=nobody");
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.errorOf("user")).isEqualTo("There is no user with this name.");

        browser.get("/admin/log?action=nothing&user=" + "x".repeat(101));
        assertThat(browser.errorOf("action")).isEqualTo("Choose one of the options.");
        assertThat(browser.errorOf("user")).isEqualTo("At most 100 characters.");

        assertThat(browser.get("/admin/log?before=nonsense").status()).isEqualTo(200);
    }

    @Test
    void olderEntriesAreOnTheNextPage() {
        for (int i = 0; i < 30; i++) {
            browser.get("/admin/people/ann").submit("Disable").submit("Enable");
        }
        browser.get("/admin/log?user=ann");
        assertThat(browser.page().select("main .list-plain > li")).hasSize(50);
        browser.get(browser.page().expectFirst("a[rel=next]").attr("href"));

        assertThat(browser.page().select("main .list-plain > li")).hasSize(11);
        assertThat(browser.page().select("a[rel=next]")).isEmpty();
        assertThat(browser.page().expectFirst("#user").val()).isEqualTo("ann");
    }

    @Test
    void everyActionHasAText() {
        for (AuditAction action : AuditAction.values()) {
            assertThat(new Languages().texts("en").has("settings.log.action." + Form.key(action)))
                    .as(action.key())
                    .isTrue();
        }
    }
}
