package dev.spoolmark.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Permission;
import dev.spoolmark.api.docs.Parameter.Place;
import dev.spoolmark.wire.Access;
import dev.spoolmark.wire.Method;
import dev.spoolmark.wire.Method.NoBody;
import dev.spoolmark.wire.Method.Trait;
import dev.spoolmark.wire.Visibility;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EntryTest {

    private static Entry entry(String verb, String path, Trait... traits) {
        return Entry.of(new Method<>(
                verb, path, Access.SIGNED_IN, Permission.CHECKIN, Visibility.OWN, NoBody.class, Set.of(traits), null));
    }

    @Test
    void an_address_is_taken_apart() {
        Entry entry = entry("GET", "/user/ratings/shows.json/{apikey}/{username}/{rating?}");

        assertThat(entry.name()).isEqualTo("user/ratings/shows");
        assertThat(entry.section()).isEqualTo("user");
        assertThat(entry.route()).isEqualTo("/user/ratings/shows.json");
        assertThat(entry.parameters())
                .containsExactly(
                        new Parameter("apikey", Place.PATH, true),
                        new Parameter("username", Place.PATH, true),
                        new Parameter("rating", Place.PATH, false));
        assertThat(OpenApi.path(entry)).isEqualTo("/user/ratings/shows.json/{apikey}/{username}");
    }

    @Test
    void parameters_behind_a_question_mark_are_of_the_query() {
        Entry entry = entry("GET", "/search/shows.json/{apikey}?query={query}&limit={limit?}");

        assertThat(entry.parameters())
                .containsExactly(
                        new Parameter("apikey", Place.PATH, true),
                        new Parameter("query", Place.QUERY, true),
                        new Parameter("limit", Place.QUERY, false));
        assertThat(OpenApi.path(entry)).isEqualTo("/search/shows.json/{apikey}");
    }

    @Test
    void the_verbs_are_those_that_are_listened_to() {
        assertThat(entry("GET", "/server/time.json/{apikey}").verbs()).containsExactly("GET", "HEAD", "POST");
        assertThat(entry("POST", "/show/checkin/{apikey}").verbs()).containsExactly("POST");
        assertThat(entry("POST", "/show/checkin/{apikey}", Trait.ALSO_GET).verbs())
                .containsExactly("POST", "GET");
    }

    @Test
    void what_the_application_must_be_allowed_is_among_the_failures() {
        assertThat(Failure.of(entry("POST", "/show/checkin/{apikey}")))
                .contains(new Failure(401, "The application may not checkin."));
    }

    @Test
    void what_an_address_names_may_be_missing() {
        assertThat(Failure.of(entry("GET", "/show/summary.json/{apikey}/{title}")))
                .extracting(Failure::status)
                .contains(404)
                .doesNotContain(413);
        assertThat(Failure.of(entry("GET", "/server/time.json/{apikey}")))
                .extracting(Failure::status)
                .doesNotContain(404, 200);
    }

    @Test
    void text_cannot_become_a_tag_or_leave_an_attribute() {
        assertThat(Html.escaped("<a href=\"x\">'&amp;'</a>"))
                .isEqualTo("&lt;a href=&quot;x&quot;&gt;&#39;&amp;amp;&#39;&lt;/a&gt;");
    }
}
