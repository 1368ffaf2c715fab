package dev.spoolmark.api.v1.model;

import dev.spoolmark.catalog.Credit;
import dev.spoolmark.catalog.Person;
import dev.spoolmark.http.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// Cast and crew of a movie or show (`docs/spec/v1/conventions.md#people`). Jobs have the names of the sources;
/// jobs that v1 does not have are left out.
public final class V1Credits {

    private static final Set<String> ACTING = Set.of("actor", "actress", "cast", "voice");

    private static final Set<String> WRITING = Set.of(
            "author",
            "characters",
            "co-writer",
            "creator",
            "novel",
            "original story",
            "screenplay",
            "story",
            "teleplay",
            "writer");

    private V1Credits() {}

    /// All four groups, each in billing order.
    public static JsonObject ofMovie(List<Credit> credits, V1Links links) {
        return new JsonObject()
                .put("directors", group(credits, job -> job.equals("director"), one -> director(one, links)))
                .put("writers", group(credits, WRITING::contains, one -> writer(one, links)))
                .put("producers", group(credits, job -> job.contains("producer"), one -> producer(one, links)))
                .put("actors", group(credits, ACTING::contains, one -> actor(one, links, "poster-dark")));
    }

    public static JsonObject ofShow(List<Credit> credits, V1Links links) {
        return new JsonObject()
                .put("actors", group(credits, ACTING::contains, one -> actor(one, links, "avatar-large")));
    }

    private static List<JsonObject> group(
            List<Credit> credits, Predicate<String> of, Function<Credit, JsonObject> render) {
        return credits.stream()
                .filter(credit -> of.test(job(credit)))
                .map(render)
                .toList();
    }

    private static JsonObject director(Credit credit, V1Links links) {
        Person person = credit.person();
        return personJson(person)
                .put("url", links.base() + "/person/" + person.slug())
                .put("images", images(person, links, "poster-dark"));
    }

    private static JsonObject writer(Credit credit, V1Links links) {
        return personJson(credit.person())
                .put("job", credit.job())
                .put("images", images(credit.person(), links, "poster-dark"));
    }

    private static JsonObject producer(Credit credit, V1Links links) {
        return personJson(credit.person())
                .put("executive", job(credit).contains("executive"))
                .put("images", images(credit.person(), links, "poster-dark"));
    }

    private static JsonObject actor(Credit credit, V1Links links, String placeholder) {
        return personJson(credit.person())
                .put("character", V1Values.orEmpty(credit.character()))
                .put("images", images(credit.person(), links, placeholder));
    }

    private static JsonObject personJson(Person person) {
        return new JsonObject().put("name", person.name());
    }

    private static JsonObject images(Person person, V1Links links, String placeholder) {
        return new JsonObject().put("headshot", V1Person.headshot(person, links, placeholder));
    }

    private static String job(Credit credit) {
        return credit.job().strip().toLowerCase(Locale.ROOT);
    }
}
