package dev.spoolmark.app.demo;

import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.Profile;
import dev.spoolmark.core.Secret;
import dev.spoolmark.history.PlayAction;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// A user of the demo.
///
/// @param isAdmin whether the user is an administrator
record DemoUser(String name, Profile profile, ZoneId zone, boolean isProtected, boolean isAdmin, ViewingHabits habits) {

    /// The password of all users. It breaks the rules for passwords: the demo is reachable on loopback only.
    static final String PASSWORD = "demo";

    static final List<DemoUser> ALL = List.of(
            new DemoUser(
                    "justin",
                    profile(
                            "Justin Mercer",
                            "Portland, Oregon",
                            "Runs this server in a cupboard. Watches everything with a detective in it."),
                    ZoneId.of("America/Los_Angeles"),
                    false,
                    true,
                    new ViewingHabits(PlayAction.SCROBBLE, 0.13, 0.30, 0.10, 0.25, 0.3)),
            new DemoUser(
                    "sean",
                    profile(
                            "Sean Doyle",
                            "Galway, Ireland",
                            "Rates low and means well. Old comedies on weekdays, long films on Sundays."),
                    ZoneId.of("Europe/Dublin"),
                    false,
                    false,
                    new ViewingHabits(PlayAction.CHECKIN, 0.13, 0.26, 0.04, 0.40, -0.9)),
            new DemoUser(
                    "amara",
                    profile("Amara Okafor", "Lagos, Nigeria", "One season a weekend. My lists are up to date."),
                    ZoneId.of("Africa/Lagos"),
                    false,
                    false,
                    new ViewingHabits(PlayAction.SCROBBLE, 0.08, 0.26, 0.16, 0.20, 0.6)),
            new DemoUser(
                    "tomas",
                    profile("Tomás Brandt", "Leipzig, Germany", "Science fiction and documentaries."),
                    ZoneId.of("Europe/Berlin"),
                    true,
                    false,
                    new ViewingHabits(PlayAction.SEEN, 0.09, 0.22, 0.05, 0.30, 0)),
            new DemoUser(
                    "yuki",
                    profile("Yuki Hayashi", "Kyoto, Japan", "Animation first. The same five films every winter."),
                    ZoneId.of("Asia/Tokyo"),
                    true,
                    false,
                    new ViewingHabits(PlayAction.SCROBBLE, 0.11, 0.25, 0.08, 0.35, 0.1)));

    /// @param joined when the account was created
    NewAccount account(Instant joined) {
        return new NewAccount(
                name,
                name + "@example.org",
                Secret.sha1Of(PASSWORD),
                isAdmin,
                CreationOrigin.DEMO,
                profile,
                new NewAccount.Choices(joined, isProtected, zone, true));
    }

    /// The seed of everything that is random about the user.
    long seed() {
        return 31L * name.hashCode() + 2_026;
    }

    private static Profile profile(String fullName, String location, String about) {
        return new Profile(fullName, null, null, location, about, null);
    }
}
