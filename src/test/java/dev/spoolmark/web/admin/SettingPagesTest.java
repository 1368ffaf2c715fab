package dev.spoolmark.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Registration;
import dev.spoolmark.serversettings.ServerSettingValues;
import dev.spoolmark.web.PageClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettingPagesTest {

    private final AdminFixture fixture = new AdminFixture();
    private final PageClient browser = fixture.browser;

    @AfterEach
    void close() {
        fixture.close();
    }

    private ServerSettingValues current() {
        return fixture.server.features().serverSettings().current();
    }

    @Test
    void settingsAreChangedAndShownWithTheirSources() {
        browser.get("/admin/settings")
                .submit(
                        "Save",
                        "server_name",
                        "Our films",
                        "registration",
                        "invite",
                        "public_url",
                        "https://tv.example.org/spool");

        assertThat(browser.text())
                .contains("The settings were saved.")
                .contains("server_name = Our films from database")
                .contains("public_url = https://tv.example.org/spool from database")
                .contains("port = 0 from SPOOLMARK_PORT")
                .contains("access_log = on from default");
        assertThat(current().serverName()).isEqualTo("Our films");
        assertThat(current().registration()).isEqualTo(Registration.INVITE);
    }

    @Test
    void aSettingOfTheEnvironmentIsNotChangedHere() {
        browser.get("/admin/settings");
        assertThat(browser.text()).contains("Set by SPOOLMARK_TIME_ZONE; change it there.");

        fixture.post(
                "/admin/settings", "server_name", "Spoolmark", "registration", "closed", "time_zone", "Asia/Tokyo");
        assertThat(current().accountDefaults().defaultTimeZone().getId()).isEqualTo("America/Los_Angeles");
    }

    @Test
    void wrongValuesAreExplainedKeptAndNotStored() {
        browser.get("/admin/settings")
                .submit("Save", "server_name", "x".repeat(61), "public_url", "ftp://x", "registration", "everybody");

        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.errorOf("server_name")).contains("at most 60 characters");
        assertThat(browser.errorOf("public_url")).contains("begins with http");
        assertThat(browser.errorOf("registration")).isEqualTo("Choose one of the options.");
        assertThat(browser.page().expectFirst("#public_url").val()).isEqualTo("ftp://x");

        browser.get("/admin/settings").submit("Save", "server_name", "Good", "public_url", "bad");
        assertThat(current().serverName()).isEqualTo("Spoolmark");
        assertThat(browser.submit("Save", "server_name", "x".repeat(501)).errorOf("server_name"))
                .isEqualTo("At most 500 characters.");
    }

    @Test
    void anEmptyValueRestoresTheDefault() {
        browser.get("/admin/settings").submit("Save", "server_name", "Our films");
        browser.get("/admin/settings").submit("Save", "server_name", "");

        assertThat(browser.text()).contains("server_name = Spoolmark from default");
    }
}
