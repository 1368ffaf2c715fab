package dev.spoolmark.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.link.LinkCode;
import dev.spoolmark.web.PageAccounts;
import dev.spoolmark.web.PageClient;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UserPagesTest {

    private final AdminFixture fixture = new AdminFixture();
    private final PageClient browser = fixture.browser;

    @AfterEach
    void close() {
        fixture.close();
    }

    private Accounts accounts() {
        return fixture.server.features().accounts();
    }

    @Test
    void usersAreFoundByPartsOfNamesAndEmailAddresses() {
        browser.get("/admin/people").submit("Search users", "q", "EXAMPLE");
        browser.get("/admin/people?q=EXAMPLE");

        assertThat(browser.page().select("main .person").eachText()).containsExactly("ann");
        assertThat(browser.page().expectFirst("#q").val()).isEqualTo("EXAMPLE");
        assertThat(browser.get("/admin/people?q=nobody").text()).contains("Nobody was found.");
        assertThat(browser.get("/admin/people?q=" + "x".repeat(101)).status()).isEqualTo(422);
        assertThat(browser.errorOf("q")).isEqualTo("At most 100 characters.");
    }

    @Test
    void theNextPageContinuesTheList() {
        for (int i = 100; i < 160; i++) {
            PageAccounts.create(fixture.server, "user" + i, null, AdminFixture.PASSWORD);
        }
        browser.get("/admin/people");
        assertThat(browser.page().select("main .person")).hasSize(50);
        browser.get(browser.page().expectFirst("a[rel=next]").attr("href"));

        assertThat(browser.page().select("main .person")).hasSize(12);
        assertThat(browser.page().select("a[rel=next]")).isEmpty();
    }

    @Test
    void aUserIsDisabledAndEnabled() {
        browser.get("/admin/people/ann").submit("Disable");
        assertThat(browser.text()).contains("The user is disabled.").contains("Disabled");
        assertThat(accounts().find("ann")).isEmpty();

        browser.submit("Enable");
        assertThat(browser.text()).contains("The user is enabled.");
        assertThat(accounts().find("ann")).isPresent();
    }

    @Test
    void aUserIsDisabledAfterThePassword() {
        browser.get("/admin/people/ann");
        fixture.clock.pass(Duration.ofMinutes(31));
        browser.submit("Disable");
        assertThat(browser.page().expectFirst("#kept").text()).contains("/admin/people/ann/disable");
        assertThat(accounts().find("ann")).isPresent();

        browser.submit("Continue", "_password", AdminFixture.PASSWORD);
        assertThat(browser.text()).contains("The user is disabled.");
        assertThat(accounts().find("ann")).isEmpty();
    }

    @Test
    void aUserBecomesAdministratorAndUserAgain() {
        browser.get("/admin/people/ann").submit("Make administrator");
        assertThat(browser.text()).contains("The user is an administrator now.");
        assertThat(accounts().get("ann").admin()).isTrue();

        browser.submit("Remove administrator rights");
        assertThat(accounts().get("ann").admin()).isFalse();
    }

    @Test
    void theLastAdministratorCannotBeRemoved() {
        browser.get("/admin/people/boss").submit("Disable");
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.text()).contains("This is the last administrator.");

        browser.submit("Remove administrator rights");
        assertThat(browser.status()).isEqualTo(422);
        assertThat(accounts().get("boss").admin()).isTrue();
    }

    @Test
    void anUnknownUserIsNotFound() {
        for (String path : new String[] {"/admin/people/nobody", "/admin/people/nobody/reset-link"}) {
            assertThat(browser.get(path).status()).isEqualTo(404);
        }
        assertThat(fixture.post("/admin/people/nobody/disable").status()).isEqualTo(404);
    }

    @Test
    void aResetLinkIsShownOnceAndWorks() {
        browser.get("/admin/people/ann/reset-link").submit("Create link");
        String link = browser.page().expectFirst("#secret").text();

        assertThat(link).matches("http://localhost:[0-9]+/reset\\?code=[A-Za-z0-9_-]{43}");
        Optional<LinkCode> code = LinkCode.parse(link.substring(link.indexOf('=') + 1));
        assertThat(fixture.server.features().links().passwordResets().find(code.orElseThrow()))
                .contains(accounts().get("ann"));
        assertThat(browser.header("Cache-Control")).contains("no-store");
        assertThat(browser.path()).isEqualTo("/admin/people/ann/reset-link");
        assertThat(browser.get("/admin/people/ann/reset-link").page().select("#secret"))
                .isEmpty();
    }

    @Test
    void aResetLinkRequiresARecentPassword() {
        browser.get("/admin/people/ann/reset-link");
        fixture.clock.pass(Duration.ofMinutes(6));

        browser.submit("Create link");
        assertThat(browser.page().select("#_password")).hasSize(1);
        browser.get("/admin/people/ann/reset-link");
        assertThat(browser.path()).isEqualTo("/confirm?next=%2Fadmin%2Fpeople%2Fann%2Freset-link");
    }

    @Test
    void aUserIsDeletedAfterAPreview() {
        browser.get("/admin/people/ann/delete");
        assertThat(browser.text()).contains("0 plays").contains("This cannot be undone.");

        browser.submit("Delete the account for ever", "user_name", "Ann");
        assertThat(browser.errorOf("user_name")).isEqualTo("This is not the user name.");
        browser.submit("Delete the account for ever", "user_name", "ann");

        assertThat(browser.text()).contains("The user was deleted.");
        assertThat(accounts().administration().find("ann")).isEmpty();
        assertThat(browser.get("/admin/people/ann").status()).isEqualTo(404);
    }

    @Test
    void theLastAdministratorIsNotDeleted() {
        browser.get("/admin/people/boss/delete").submit("Delete the account for ever", "user_name", "boss");

        assertThat(browser.errorOf("user_name")).startsWith("This is the last administrator.");
        assertThat(accounts().find("boss")).isPresent();
    }

    @Test
    void deletingRequiresARecentPassword() {
        browser.get("/admin/people/ann/delete");
        fixture.clock.pass(Duration.ofMinutes(6));
        browser.submit("Delete the account for ever", "user_name", "ann");

        assertThat(browser.page().select("#_password")).hasSize(1);
        assertThat(accounts().find("ann")).isPresent();
    }

    @Test
    void aDisabledUserGetsNoResetLink() {
        browser.get("/admin/people/ann").submit("Disable");

        assertThat(fixture.post("/admin/people/ann/reset-link").status()).isEqualTo(404);
    }
}
