package dev.spoolmark.api.v1.user;

import static dev.spoolmark.http.Authentication.OPTIONAL;
import static dev.spoolmark.http.DataScope.ONE_USER;

import dev.spoolmark.activity.LastActivities;
import dev.spoolmark.activity.LastChanged;
import dev.spoolmark.api.v1.V1Errors;
import dev.spoolmark.api.v1.V1UserLookup;
import dev.spoolmark.api.v1.model.V1LastActivity;
import dev.spoolmark.history.PendingPlays;
import dev.spoolmark.http.ApiMethod.NoBody;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.MethodRegistry;
import dev.spoolmark.http.Response;
import dev.spoolmark.social.ProfileView;

/// `user/lastactivity`: when anything of one person last changed.
public final class UserMethods {

    private final V1UserLookup users;
    private final LastActivities lastActivities;
    private final PendingPlays due;

    public UserMethods(V1UserLookup users, LastActivities lastActivities, PendingPlays due) {
        this.users = users;
        this.lastActivities = lastActivities;
        this.due = due;
    }

    public void declare(MethodRegistry v1) {
        v1.get("/user/lastactivity.json/{apikey}/{username}", OPTIONAL, ONE_USER, this::lastActivity);
    }

    // GET user/lastactivity

    private Response lastActivity(Call<NoBody> call) {
        return V1Errors.ok(V1LastActivity.of(users.look(call).map(this::settled).orElse(LastChanged.NONE)));
    }

    /// A check-in whose time ran out moves stamps, too.
    private LastChanged settled(ProfileView profile) {
        due.flush(profile.owner());
        return lastActivities.of(profile);
    }
}
