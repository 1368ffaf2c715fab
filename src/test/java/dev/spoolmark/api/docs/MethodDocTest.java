package dev.spoolmark.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Permission;
import dev.spoolmark.api.docs.Parameter.Location;
import dev.spoolmark.core.HtmlEntities;
import dev.spoolmark.http.ApiMethod;
import dev.spoolmark.http.ApiMethod.MethodTrait;
import dev.spoolmark.http.ApiMethod.NoBody;
import dev.spoolmark.http.AuthenticationRequirement;
import dev.spoolmark.http.DataVisibility;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MethodDocTest {

    private static MethodDoc entry(String httpMethod, String path, MethodTrait... traits) {
        return MethodDoc.of(new ApiMethod<>(
                httpMethod,
                path,
                httpMethod.equals("GET"),
                AuthenticationRequirement.SIGNED_IN,
                Permission.CHECKIN,
                DataVisibility.OWN,
                NoBody.class,
                Set.of(traits),
                null));
    }

    @Test
    void aPathIsSplitIntoSectionAndParameters() {
        MethodDoc entry = entry("GET", "/user/ratings/shows.json/{apikey}/{username}/{rating?}");

        assertThat(entry.name()).isEqualTo("user/ratings/shows");
        assertThat(entry.section()).isEqualTo("user");
        assertThat(entry.route()).isEqualTo("/user/ratings/shows.json");
        assertThat(entry.parameters())
                .containsExactly(
                        new Parameter("apikey", Location.PATH, true),
                        new Parameter("username", Location.PATH, true),
                        new Parameter("rating", Location.PATH, false));
        assertThat(OpenApi.path(entry)).isEqualTo("/user/ratings/shows.json/{apikey}/{username}");
    }

    @Test
    void parametersAfterAQuestionMarkAreQueryParameters() {
        MethodDoc entry = entry("GET", "/search/shows.json/{apikey}?query={query}&limit={limit?}");

        assertThat(entry.parameters())
                .containsExactly(
                        new Parameter("apikey", Location.PATH, true),
                        new Parameter("query", Location.QUERY, true),
                        new Parameter("limit", Location.QUERY, false));
        assertThat(OpenApi.path(entry)).isEqualTo("/search/shows.json/{apikey}");
    }

    @Test
    void httpMethodsAreThoseThatAreAccepted() {
        assertThat(entry("GET", "/server/time.json/{apikey}").httpMethods()).containsExactly("GET", "HEAD", "POST");
        assertThat(entry("POST", "/show/checkin/{apikey}").httpMethods()).containsExactly("POST");
        assertThat(entry("POST", "/show/checkin/{apikey}", MethodTrait.ALSO_GET).httpMethods())
                .containsExactly("POST", "GET");
    }

    @Test
    void aMissingPermissionIsAmongTheErrors() {
        assertThat(ErrorDoc.of(entry("POST", "/show/checkin/{apikey}")))
                .contains(new ErrorDoc(401, "The application may not checkin."));
    }

    @Test
    void notFoundIsAmongTheErrorsOfPathsWithItems() {
        assertThat(ErrorDoc.of(entry("GET", "/show/summary.json/{apikey}/{title}")))
                .extracting(ErrorDoc::status)
                .contains(404)
                .doesNotContain(413);
        assertThat(ErrorDoc.of(entry("GET", "/server/time.json/{apikey}")))
                .extracting(ErrorDoc::status)
                .doesNotContain(404, 200);
    }

    @Test
    void textIsEscapedInTagsAndAttributes() {
        assertThat(HtmlEntities.encode("<a href=\"x\">'&amp;'</a>"))
                .isEqualTo("&lt;a href=&quot;x&quot;&gt;&#39;&amp;amp;&#39;&lt;/a&gt;");
    }
}
