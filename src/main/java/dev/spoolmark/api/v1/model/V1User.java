package dev.spoolmark.api.v1.model;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Gender;
import dev.spoolmark.account.Profile;
import dev.spoolmark.http.json.JsonObject;
import org.jspecify.annotations.Nullable;

/// A user in a response (`docs/spec/v1/conventions.md#user`). Unknown texts are empty.
public final class V1User {

    private V1User() {}

    /// A user whom the caller may see.
    public static JsonObject full(Account account, V1Links links) {
        JsonObject user = new JsonObject().put("username", account.name()).put("protected", account.isProtected());
        putProfile(user, account.profile());
        return user.put("joined", V1Times.seconds(account.joined()))
                .put("avatar", links.avatar(account.profile().avatar()))
                .put("url", links.user(account.name()))
                .put("vip", account.vip());
    }

    /// A protected user whom the caller may not see: only the name.
    public static JsonObject reduced(Account account, V1Links links) {
        return new JsonObject()
                .put("username", account.name())
                .put("protected", true)
                .put("full_name", "")
                .put("gender", "")
                .put("age", "")
                .put("location", "")
                .put("about", "")
                .put("joined", 0)
                .put("avatar", links.avatar(account.profile().avatar()))
                .put("url", links.user(account.name()))
                .put("vip", false);
    }

    /// Marks a response about a user as protected from the caller.
    public static JsonObject putProtected(JsonObject object, Account account) {
        return object.put("status", "error").put("message", account.name() + " is protected");
    }

    /// The caller, as in the settings.
    public static JsonObject own(Account account, V1Links links) {
        JsonObject user = new JsonObject().put("username", account.name());
        putProfile(user, account.profile());
        return user.put("joined", V1Times.seconds(account.joined()))
                .put("last_login", V1Times.seconds(account.lastLogin()))
                .put("avatar", links.avatar(account.profile().avatar()))
                .put("url", links.user(account.name()))
                .put("vip", account.vip());
    }

    private static void putProfile(JsonObject user, Profile profile) {
        user.put("full_name", V1Values.orEmpty(profile.fullName()))
                .put("gender", gender(profile.gender()))
                .put("age", profile.age() == null ? "" : profile.age())
                .put("location", V1Values.orEmpty(profile.location()))
                .put("about", V1Values.orEmpty(profile.about()));
    }

    private static String gender(@Nullable Gender gender) {
        return gender == null ? "" : gender.key();
    }
}
