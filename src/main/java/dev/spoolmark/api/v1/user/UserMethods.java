package dev.spoolmark.api.v1.user;

import static dev.spoolmark.http.AuthenticationRequirement.OPTIONAL;
import static dev.spoolmark.http.DataVisibility.ONE_USER;

import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.activity.LastActivities;
import dev.spoolmark.activity.LastChanged;
import dev.spoolmark.api.v1.V1Responses;
import dev.spoolmark.api.v1.V1UserLookup;
import dev.spoolmark.api.v1.model.V1LastActivity;
import dev.spoolmark.history.PendingPlays;
import dev.spoolmark.http.ApiMethod.NoBody;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.social.ProfileView;

/// `user/lastactivity`: the time of the last change of each kind of data of one user.
public final class UserMethods {

    private final V1UserLookup users;
    private final LastActivities lastActivities;
    private final PendingPlays pendingPlays;

    public UserMethods(V1UserLookup users, LastActivities lastActivities, PendingPlays pendingPlays) {
        this.users = users;
        this.lastActivities = lastActivities;
        this.pendingPlays = pendingPlays;
    }

    public void declare(ApiMethodTable v1) {
        v1.get("/user/lastactivity.json/{apikey}/{username}", OPTIONAL, ONE_USER, this::lastActivity);
    }

    // GET user/lastactivity

    private Response lastActivity(Call<NoBody> call) {
        return V1Responses.ok(V1LastActivity.of(users.view(call, ProfileSection.values())
                .map(this::afterPendingPlays)
                .orElse(LastChanged.NONE)));
    }

    /// An expired check-in changes the times, too.
    private LastChanged afterPendingPlays(ProfileView profile) {
        pendingPlays.flush(profile.owner());
        return lastActivities.of(profile);
    }
}
