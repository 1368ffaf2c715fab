package dev.spoolmark.api.v1;

import dev.spoolmark.lists.UserList;

/// A list in a v1 answer, without what is on it (`user.md`).
final class V1List {

    private V1List() {}

    static V1Object head(UserList list, String ownerName, V1Links links) {
        return new V1Object()
                .put("name", list.name())
                .put("slug", list.slug())
                .put("url", links.list(ownerName, list.slug()))
                .put("description", list.traits().description())
                .put("privacy", list.traits().privacy().word())
                .put("show_numbers", list.traits().numbered())
                .put("allow_shouts", list.traits().discussed());
    }
}
