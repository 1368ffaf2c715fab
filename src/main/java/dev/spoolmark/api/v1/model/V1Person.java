package dev.spoolmark.api.v1.model;

import dev.spoolmark.catalog.Person;
import dev.spoolmark.http.json.JsonObject;
import java.time.LocalDate;

/// A person of the cast or crew in a response (`docs/spec/v1/search.md#searchpeople`). Unknown texts are empty.
public final class V1Person {

    private V1Person() {}

    public static JsonObject of(Person person, V1Links links) {
        return new JsonObject()
                .put("name", person.name())
                .put("url", links.person(person.slug()))
                .put("biography", V1Values.orEmpty(person.facts().biography()))
                .put("birthday", birthday(person))
                .put("birthplace", V1Values.orEmpty(person.facts().birthplace()))
                .put("tmdb_id", V1Values.orZero(person.ids().tmdb()))
                .put("images", new JsonObject().put("headshot", headshot(person, links, "avatar-large")));
    }

    private static String birthday(Person person) {
        LocalDate day = person.facts().birthday();
        return day == null ? "" : day.toString();
    }

    static String headshot(Person person, V1Links links, String placeholder) {
        String source = person.facts().headshot();
        return source == null
                ? links.placeholder(placeholder)
                : links.imageUrl("people", Long.toString(person.id().value()), source, "");
    }
}
