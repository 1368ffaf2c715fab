package dev.spoolmark.conformance.v1;

import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Specified("v1 user/calendar/shows")
class UserCalendarShowsTest extends V1Conformance {

    @BeforeEach
    void addToWatchlists() {
        ShowId show = users.features()
                .catalog()
                .findShow(CatalogFixture.showRef("the-walking-dead"))
                .orElseThrow()
                .id();
        rowsOf(users.bob()).addToWatchlist(show, show.value());
        rowsOf(users.ann()).addToWatchlist(show, show.value());
    }

    @Test
    void returnsEpisodesOfTheShowsOfTheUser() {
        v1.get("user/calendar/shows", "/ann").send().is(200, "of-ann");
        v1.get("user/calendar/shows", "/nobody").send().fails(404, "user not found");
    }

    @Test
    void containsTheItemStateOfTheSignedInUserNotOfTheOwner() {
        v1.get("user/calendar/shows", "/bob").basic(users.ann()).send().is(200, "of-bob-for-ann");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/user/calendar/shows.json/{key}/ann/20130624/7",
                "/user/calendar/shows.json/{key}/ANN/2013-06-24/2",
                "/user/calendar/shows/{key}?username=ann&days=2"
            })
    void acceptsUserAndDatesInPathAndQuery(String path) {
        v1.send("GET", path).send().ok().isArray().hasSize(1);
    }

    @Test
    void aProtectedUserIsNotVisibleToOtherUsers() {
        v1.get("user/calendar/shows", "/bob").send().ok().isEqualTo("[]");
        v1.get("user/calendar/shows", "/bob").basic(users.dora()).send().ok().isEqualTo("[]");
    }
}
