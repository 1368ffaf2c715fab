package dev.spoolmark.transfer;

import dev.spoolmark.account.Account;
import dev.spoolmark.http.json.JsonObject;

/// The JSON objects of users in an archive.
final class UserObjects {

    private UserObjects() {}

    /// The user of the export.
    static JsonObject user(Account account) {
        return reduced(account)
                .putNullable("name", account.profile().fullName())
                .put("vip", account.vip())
                .put("ids", new JsonObject().put("slug", ExportName.slug(account)));
    }

    /// Another user: the name, and whether the profile is protected, which everybody may see.
    static JsonObject other(Account account) {
        return reduced(account)
                .putNullable("name", null)
                .put("vip", false)
                .put("ids", new JsonObject().put("slug", ExportName.slug(account)));
    }

    private static JsonObject reduced(Account account) {
        return new JsonObject().put("username", account.name()).put("private", account.isProtected());
    }
}
