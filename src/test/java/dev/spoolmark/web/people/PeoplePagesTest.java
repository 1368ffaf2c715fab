package dev.spoolmark.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.AccountPatch;
import dev.spoolmark.account.Audience;
import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.account.SectionAudiences;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.comment.CommentText;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.rating.RatingChange;
import dev.spoolmark.rating.Score;
import dev.spoolmark.scrobble.PlaybackReport;
import dev.spoolmark.web.PageAccounts;
import dev.spoolmark.web.PageClient;
import dev.spoolmark.web.library.LibraryFixture;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The pages about users. Who sees what is tested by `PagePrivacyTest`.
class PeoplePagesTest {

    private final LibraryFixture world = new LibraryFixture();
    private final PageClient ann = world.browser;
    private final PageClient bob = world.signIn("bob");
    private final PageClient visitor = new PageClient(world.server.port());
    private final MovieId movie = world.movie("Dune & <Sand>");
    private final ShowId show = world.show("Paper Boats", 10, "2013-01-01T03:00:00Z");

    @AfterEach
    void close() {
        bob.close();
        visitor.close();
        world.close();
    }

    private void protect(Account account) {
        world.server.features().accounts().change(account, new AccountPatch(true, true));
    }

    private void rate(Account account, MediaId item, int score) {
        world.server.features().ratings().rate(account.id(), List.of(new RatingChange(item, new Score(score))));
    }

    private static PageClient post(PageClient client, String path, String... namesAndValues) {
        Map<String, String> values = new HashMap<>();
        values.put(
                "_csrf",
                client.get("/about").page().expectFirst("input[name=_csrf]").val());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return client.post(path, values);
    }

    private void befriend() {
        world.server.features().follows().followEachOther(world.ann, world.bob);
    }

    // Profile

    @Test
    void aPublicProfileIsShownToVisitors() {
        world.watch(world.bob.id(), movie, "2013-06-23T06:30:00Z");
        world.watch(world.bob.id(), show, 1, "2013-06-23T07:30:00Z");
        rate(world.bob, movie, 9);

        visitor.get("/u/bob").isWellFormed();

        assertThat(visitor.status()).isEqualTo(200);
        assertThat(visitor.text())
                .contains("bob", "0 followers", "Recently watched", "Dune & <Sand>", "Paper Boats", "9 of 10");
        assertThat(visitor.page().select(".profile-counts dd").eachText()).containsExactly("1", "1", "1");
        assertThat(visitor.page().select("main form")).isEmpty();
        for (String page : List.of("history", "ratings", "progress", "favorites", "watchlist", "collection", "lists")) {
            assertThat(visitor.get("/u/bob/" + page).isWellFormed().status()).isEqualTo(200);
        }
        assertThat(visitor.get("/u/bob/history").text()).contains("Dune & <Sand>", "S1 E1");
        assertThat(visitor.get("/u/bob/progress").text()).contains("Paper Boats");
        assertThat(visitor.get("/u/BOB").status()).isEqualTo(200);
    }

    @Test
    void pagesOfProfilesNeedFewStatements() {
        befriend();
        world.watch(world.bob.id(), movie, "2013-06-23T06:30:00Z");
        world.watch(world.bob.id(), show, 1, "2013-06-23T07:30:00Z");
        rate(world.bob, movie, 9);
        rate(world.ann, movie, 8);
        world.server
                .features()
                .accounts()
                .settings()
                .changeAudiences(
                        world.bob,
                        SectionAudiences.EVERYONE.with(ProfileSection.HISTORY, Audience.FRIENDS),
                        Actor.OPERATOR);

        for (String page : List.of(
                "/u/bob",
                "/u/ann",
                "/u/bob/history",
                "/u/bob/ratings",
                "/u/bob/progress",
                "/u/bob/favorites",
                "/u/bob/watchlist",
                "/u/bob/collection",
                "/u/bob/followers",
                "/u/bob/following",
                "/u/bob/compare",
                "/activity",
                "/activity/now",
                "/requests",
                "/together")) {
            world.counted(page).isWellFormed();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/u/bob/history?before=x",
                "/u/bob/ratings?kind=book",
                "/u/bob/ratings?after=1_2",
                "/u/bob/favorites?after=x",
                "/u/bob/watchlist?after=x",
                "/u/bob/followers?after=99999999999999999999_1",
                "/activity?before=soon"
            })
    void wrongPositionsAreExplained(String address) {
        assertThat(ann.get(address).status()).isEqualTo(422);
        ann.isWellFormed();
        assertThat(ann.page().select(".notice-warning, [aria-invalid=true]")).isNotEmpty();
    }

    @Test
    void commentsLeadToProfiles() {
        world.server.features().comments().add(world.bob.id(), movie, CommentText.of("Sandy", false, false));

        ann.get("/m/dune-sand-1999");

        assertThat(ann.page().select("#comments ~ ul a[href=/u/bob], .list-plain a[href=/u/bob]"))
                .isNotEmpty();
    }

    // Following

    @Test
    void aPublicUserIsFollowedAndUnfollowedWithUndo() {
        ann.get("/u/bob").submit("Follow bob");
        assertThat(ann.text()).contains("You follow this user now.", "Unfollow");
        assertThat(ann.get("/u/bob/followers").text()).contains("ann", "since");

        ann.get("/u/bob").submit("Unfollow bob");
        assertThat(ann.text()).contains("You no longer follow bob.", "Follow");
        ann.isWellFormed().submit("Undo");
        assertThat(ann.text()).contains("Undone.", "Unfollow");
        post(ann, "/u/bob/restore", "ended", "following").follow();
        assertThat(ann.text()).contains("There was nothing to change any more.");
    }

    @Test
    void aProtectedUserDecides() {
        protect(world.bob);
        world.watch(world.bob.id(), movie, "2013-06-23T06:30:00Z");

        ann.get("/u/bob").isWellFormed().submit("Ask to follow bob");
        assertThat(ann.text()).contains("Your request is sent.", "Requested").doesNotContain("Dune");
        assertThat(ann.get("/requests").isWellFormed().text()).contains("You have asked", "bob");
        assertThat(bob.get("/activity").text()).contains("waiting");
        bob.get("/requests").isWellFormed().submit("Accept and follow ann");
        assertThat(bob.text()).contains("The request is accepted.", "Nobody is waiting.");
        assertThat(ann.get("/u/bob").text()).contains("Dune & <Sand>", "Follows you");

        bob.get("/u/bob/followers").submit("Remove ann");
        assertThat(bob.text()).contains("ann no longer follows you.");
        assertThat(ann.get("/u/bob/history").status()).isEqualTo(404);
        bob.submit("Undo");
        assertThat(ann.get("/u/bob/history").status()).isEqualTo(200);
    }

    @Test
    void aWithdrawnRequestCannotBeAccepted() {
        protect(world.bob);
        ann.get("/u/bob").submit("Ask to follow bob");
        bob.get("/requests");
        ann.get("/requests").submit("Cancel request bob");
        assertThat(ann.text()).contains("The request is withdrawn.");

        bob.submit("Accept ann");
        assertThat(bob.text()).contains("This request does not exist any more.");
        assertThat(ann.get("/u/bob/history").status()).isEqualTo(404);
        post(ann, "/u/bob/follow");
        post(ann, "/u/bob/follow").follow();
        bob.get("/requests").submit("Decline ann");
        assertThat(bob.text()).contains("The request of ann is declined.");
        bob.submit("Undo");
        assertThat(bob.text()).contains("Undone.", "Decline ann");
        bob.submit("Decline ann");
        post(ann, "/u/bob/follow");
        bob.submit("Undo");
        assertThat(bob.text()).contains("There was nothing to change any more.", "Decline ann");
        assertThat(bob.get("/requests?declined=%3Cscript%3E").text()).doesNotContain("is declined");
        assertThat(post(bob, "/requests", "user", "ann", "do", "marry").status())
                .isEqualTo(400);
    }

    @Test
    void aBlockedUserGetsNoHint() {
        befriend();

        bob.get("/u/ann").submit("Block ann");
        assertThat(bob.text()).contains("The user is blocked.", "Unblock");
        assertThat(ann.get("/u/bob").text()).doesNotContain("locked");
        ann.submit("Follow bob");
        assertThat(ann.text()).contains("Your request is sent.");
        assertThat(bob.get("/u/bob/followers").text()).contains("Nobody yet.");
        bob.get("/requests").isWellFormed().submit("Unblock ann");
        assertThat(bob.text()).contains("no longer blocked");
    }

    @Test
    void formsAboutOneselfAndNobodyChangeNothing() {
        for (String form : List.of("follow", "block", "unblock", "remove", "unfollow")) {
            assertThat(post(ann, "/u/ann/" + form).status()).as(form).isEqualTo(303);
            assertThat(post(ann, "/u/nobody/" + form).status()).as(form).isEqualTo(404);
        }
        assertThat(ann.get("/u/ann").text()).contains("0 followers");
        assertThat(ann.get("/u/ann/compare").path()).isEqualTo("/u/ann");
    }

    // Activity, comparison

    @Test
    void activityOfFollowedUsersIsShownNewestFirst() {
        world.server.features().follows().follow(world.ann, world.bob);
        world.watch(world.bob.id(), movie, "2013-06-20T06:30:00Z");
        rate(world.bob, movie, 7);
        for (int number = 1; number <= 3; number++) {
            world.watch(world.bob.id(), show, number, "2013-06-21T06:30:00Z");
        }

        ann.get("/activity").isWellFormed();

        assertThat(ann.page().select("main .card > li").eachText())
                .hasSize(3)
                .first()
                .asString()
                .contains("bob", "rated", "Dune & <Sand>", "7 of 10");
        assertThat(ann.text()).contains("and 2 more episodes");
        ann.get(ann.page().expectFirst("a[rel=next]").attr("href"));
        assertThat(ann.text()).contains("Nothing happened in these 30 days.");
        assertThat(bob.get("/activity").text()).contains("You do not follow anybody yet");
    }

    @Test
    void twoUsersAreCompared() {
        MovieId other = world.movie("Anchor");
        for (Account account : List.of(world.ann, world.bob)) {
            world.watch(account.id(), movie, "2013-06-20T06:30:00Z");
            world.watch(account.id(), show, 1, "2013-06-21T06:30:00Z");
            rate(account, movie, 9);
        }
        world.watch(world.bob.id(), other, "2013-06-20T06:30:00Z");
        rate(world.ann, other, 1);
        rate(world.bob, other, 10);

        ann.get("/u/bob/compare").isWellFormed();

        assertThat(ann.page().select(".profile-counts dd").eachText()).containsExactly("1", "1", "2", "50 %", "1");
        assertThat(ann.text()).contains("Both like", "Opinions differ", "You 1 · other 10");
    }

    // Watching now, check-in

    @Test
    void whatFollowedUsersAreWatchingIsShown() {
        world.server.features().follows().follow(world.ann, world.bob);
        world.server
                .features()
                .scrobbles()
                .watch(
                        world.bob.id(),
                        new PlaybackReport(Watchable.of(movie), Duration.ofMinutes(100), null, 5_000, null));

        assertThat(ann.get("/activity/now").isWellFormed().text()).contains("bob", "Dune & <Sand>", "until");
        assertThat(ann.page().expectFirst("[data-part=now]").attr("data-live")).isEqualTo("/activity/now");
        assertThat(bob.get("/activity/now").text()).contains("You", "Dune & <Sand>");
        assertThat(bob.page().select("form[action=/track/checkin/cancel]")).isEmpty();
        world.clock.pass(Duration.ofHours(2));
        assertThat(ann.get("/activity/now").text()).contains("Nobody is watching anything");
    }

    @Test
    void aCheckInAlsoOfAnUnknownRuntimeBecomesAPlay() {
        ann.get("/m/dune-sand-1999").submit("Check in");
        assertThat(ann.text()).contains("You are checked in.");
        world.clock.pass(Duration.ofMinutes(119));
        assertThat(ann.get("/u/ann").text()).contains("Watching now");
        world.clock.pass(Duration.ofMinutes(2));

        assertThat(ann.get("/history").text()).contains("Dune & <Sand>", "Check-in");
    }

    @Test
    void aSecondCheckInIsExplainedAndTheFirstCanBeCancelled() {
        ann.get("/m/dune-sand-1999").submit("Check in");
        ann.get("/s/paper-boats/1/1").submit("Check in");
        assertThat(ann.path()).startsWith("/activity/now");
        assertThat(ann.text()).contains("You are checked in to something else.", "Dune & <Sand>");

        ann.isWellFormed().submit("Cancel check-in");
        assertThat(ann.text()).contains("The check-in is cancelled.", "Nobody is watching");
        post(ann, "/track/checkin/cancel").follow();
        ann.get("/s/paper-boats/1/1").submit("Check in");
        assertThat(ann.text()).contains("You are checked in.");
        assertThat(post(ann, "/track/checkin", "item", "show-" + show.value()).status())
                .isEqualTo(404);
    }

    // Watched together

    @Test
    void aPlayIsOfferedToAFriendWhoAgreed() {
        befriend();
        assertThat(ann.get("/m/dune-sand-1999").page().select("input[name=with]"))
                .isEmpty();
        bob.get("/together").isWellFormed().submit("Allow", "user", "ann", "mode", "ask");
        assertThat(bob.text()).contains("This friend may offer you plays.");

        ann.get("/m/dune-sand-1999").isWellFormed();
        assertThat(ann.page().select("input[name=with]").eachAttr("value")).containsExactly("bob");
        ann.submit("Mark as watched", "with", "bob");
        assertThat(bob.get("/activity").text()).contains("Watched together 1");
        bob.get("/together").isWellFormed().submit("Decline Dune & <Sand>, 1999");
        assertThat(bob.text()).contains("The offer was declined.");
        bob.submit("Undo");
        bob.submit("Accept Dune & <Sand>, 1999");
        assertThat(bob.text()).contains("The play is in your history.", "Accepted lately");
        assertThat(bob.get("/history").page().select("input[name=select]")).hasSize(1);
        assertThat(post(bob, "/together/accept", "offer", "x").status()).isEqualTo(303);
    }

    @Test
    void theEpisodesOfASeasonAreOfferedTogether() {
        befriend();
        world.server.features().watchedTogether().allow(world.bob, world.ann.id(), false);
        world.watch(world.ann.id(), show, 1, "2013-06-20T12:00:00Z");
        world.clock.pass(Duration.ofSeconds(1));

        ann.get("/s/paper-boats/1").isWellFormed();
        String button = ann.page().expectFirst("button[id=mark-season]").text();
        ann.submit(button, "with", "bob");
        assertThat(bob.get("/together").page().select("button:contains(Accept)").eachText())
                .isNotEmpty()
                .noneMatch(text -> text.contains("S1 E1 "));
        ann.submit("Undo");
        assertThat(bob.get("/together").text()).contains("No offers.");
    }

    @Test
    void theUndoOfAPlayTakesItsOfferBack() {
        befriend();
        world.server.features().watchedTogether().allow(world.bob, world.ann.id(), false);

        ann.get("/m/dune-sand-1999").submit("Mark as watched", "with", "bob");
        assertThat(bob.get("/together").text()).contains("Dune & <Sand>");
        ann.submit("Undo");

        assertThat(bob.get("/together").text()).doesNotContain("Dune & <Sand>");
    }

    @Test
    void anAutomaticOfferIsAPlayAtOnceAndOthersGetNothing() {
        befriend();
        PageAccounts.create(world.server, "eve", null, LibraryFixture.PASSWORD);
        bob.get("/together").submit("Allow", "user", "ann", "mode", "automatic");

        post(ann, "/track/watched", "item", "movie-" + movie.value(), "with", "bob");
        post(ann, "/track/watched", "item", "movie-" + movie.value(), "with", "eve");

        assertThat(bob.get("/history").page().select("input[name=select]")).hasSize(1);
        try (PageClient eve = world.signIn("eve")) {
            assertThat(eve.get("/history").text()).contains("No plays.");
            assertThat(eve.get("/together").text()).contains("No offers.");
        }
        bob.get("/together").submit("Save ann", "mode", "none");
        assertThat(bob.text()).contains("may no longer offer you plays");
        assertThat(post(bob, "/together/consent", "user", "eve", "mode", "ask")
                        .follow()
                        .text())
                .contains("Only friends can be chosen");
        assertThat(post(bob, "/together/consent", "user", "ann", "mode", "always")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void germanTextsAreUsed() {
        befriend();

        ann.in("de").get("/u/bob").isWellFormed();
        assertThat(ann.text()).contains("Nicht mehr folgen", "Verlauf", "Vergleich");
        assertThat(ann.get("/activity").text()).contains("Aktivität", "Anfragen");
    }
}
