package dev.spoolmark.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.link.Invite;
import dev.spoolmark.account.link.LinkCode;
import dev.spoolmark.web.PageClient;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvitePagesTest {

    private final AdminFixture fixture = new AdminFixture("SPOOLMARK_REGISTRATION=invite");
    private final PageClient browser = fixture.browser;

    @AfterEach
    void close() {
        fixture.close();
    }

    private List<Invite> invites() {
        return fixture.server.features().links().invites().list();
    }

    @Test
    void anInvitationIsCreatedAndItsLinkIsShownOnce() {
        browser.get("/admin/invites").submit("Create invitation", "note", "for Zoe", "days", "3", "uses", "2");
        String link = browser.page().expectFirst("#secret").text();

        assertThat(link).matches("http://localhost:[0-9]+/register\\?invite=[A-Za-z0-9_-]{43}");
        LinkCode code = LinkCode.parse(link.substring(link.indexOf('=') + 1)).orElseThrow();
        assertThat(fixture.server.features().links().invites().find(code)).hasValueSatisfying(invite -> {
            assertThat(invite.note()).isEqualTo("for Zoe");
            assertThat(invite.maxUses()).isEqualTo(2);
            assertThat(invite.expiresAt()).isEqualTo(fixture.clock.instant().plus(Duration.ofDays(3)));
            assertThat(invite.createdBy()).isEqualTo(fixture.admin.id());
        });
        browser.get("/admin/invites");
        assertThat(browser.text()).contains("for Zoe").contains("0 of 2 used");
        assertThat(browser.page().select("#secret")).isEmpty();
        assertThat(browser.text()).doesNotContain(code.reveal());
    }

    @ParameterizedTest
    @CsvSource({
        "days, '', This field is required.",
        "days, 0, Enter a whole number from 1 to 365.",
        "days, 366, Enter a whole number from 1 to 365.",
        "days, 1.5, Enter a whole number from 1 to 365.",
        "days, ٣, Enter a whole number from 1 to 365.",
        "days, 99999999999, At most 9 characters.",
        "uses, -1, 'Enter a whole number from 1 to 1,000.'",
        "uses, many, 'Enter a whole number from 1 to 1,000.'"
    })
    void aWrongNumberIsExplainedAndTheRestIsKept(String field, String value, String error) {
        browser.get("/admin/invites").submit("Create invitation", "note", "for Zoe", field, value);

        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.errorOf(field)).isEqualTo(error);
        assertThat(browser.page().expectFirst("#" + field).val()).isEqualTo(value);
        assertThat(browser.page().expectFirst("#note").val()).isEqualTo("for Zoe");
        assertThat(invites()).isEmpty();
    }

    @Test
    void aLongNoteIsRejectedAndForeignFieldsAreIgnored() {
        browser.get("/admin/invites").submit("Create invitation", "note", "x".repeat(101));
        assertThat(browser.errorOf("note")).isEqualTo("At most 100 characters.");

        fixture.post("/admin/invites", "note", "<b>", "days", "1", "uses", "1", "created_by", "1", "admin", "true");
        assertThat(browser.status()).isEqualTo(200);
        assertThat(invites())
                .singleElement()
                .satisfies(invite -> assertThat(invite.note()).isEqualTo("<b>"));
        assertThat(browser.page().select("main b")).isEmpty();
    }

    @Test
    void anInvitationIsRevoked() {
        browser.get("/admin/invites").submit("Create invitation", "note", "for Zoe");
        browser.submit("Revoke for Zoe");

        assertThat(browser.text()).contains("The invitation was revoked.");
        assertThat(invites()).isEmpty();
    }

    @Test
    void anUnknownInvitationIsNotFound() {
        for (String id : List.of("999", "x", "-1", "99999999999999999999")) {
            assertThat(fixture.post("/admin/invites/" + id + "/revoke").status())
                    .isEqualTo(404);
        }
    }

    @Test
    void aClosedServerShowsThatInvitationsDoNotWork() {
        try (AdminFixture closed = new AdminFixture()) {
            assertThat(closed.browser.get("/admin/invites").text()).contains("Registration is closed");
        }
        assertThat(browser.get("/admin/invites").text()).doesNotContain("Registration is closed");
    }
}
