package dev.spoolmark.api.v1.model;

import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.lists.Privacy;
import dev.spoolmark.lists.UserList;

/// A list in a response, without its items (`docs/spec/v1/conventions.md#list`).
public final class V1List {

    private V1List() {}

    public static JsonObject head(UserList list, String ownerName, V1Links links) {
        return new JsonObject()
                .put("name", list.name())
                .put("slug", list.slug())
                .put("url", links.list(ownerName, list.slug()))
                .put("description", list.traits().description())
                .put("privacy", privacy(list))
                .put("show_numbers", list.traits().showNumbers())
                .put("allow_shouts", list.traits().allowComments());
    }

    /// Clients do not know secret addresses; a list that only these lead to is private for them.
    public static String privacy(UserList list) {
        Privacy privacy = list.traits().privacy();
        return (privacy == Privacy.LINK ? Privacy.PRIVATE : privacy).key();
    }
}
