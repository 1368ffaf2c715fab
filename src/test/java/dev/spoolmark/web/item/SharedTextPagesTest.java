package dev.spoolmark.web.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.db.Engine;
import dev.spoolmark.web.PageClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What other applications on a phone share with the pages.
class SharedTextPagesTest {

    private static final ItemPagesFixture FIXTURE = new ItemPagesFixture(Engine.SQLITE);

    @AfterAll
    static void close() {
        FIXTURE.close();
    }

    private static PageClient share(String title, String text, String url) {
        return FIXTURE.ann.get("/find?title=" + encoded(title) + "&text=" + encoded(text) + "&url=" + encoded(url));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            emptyValue = "",
            value = {
                "''|''|https://www.imdb.com/title/tt0372784/?ref_=ext_shr",
                "Batman Begins|Batman Begins (2005) https://m.imdb.com/title/tt0372784/|''",
                "Look: https://www.themoviedb.org/movie/272-batman-begins?language=de|''|''",
                "''|tt0372784|''"
            })
    void theAddressOfAnItemOpensIt(String title, String text, String url) {
        assertThat(share(title, text, url).path()).isEqualTo("/m/batman-begins-2005");
    }

    @Test
    void otherTextsAreSearchedFor() {
        PageClient page = share("Batman Begins", "See https://example.org/batman", "https://example.org/batman");

        assertThat(page.path()).isEqualTo("/find?q=Batman+Begins");
        assertThat(page.page().expectFirst("#q").val()).isEqualTo("Batman Begins");
        assertThat(page.text()).contains("Batman Begins");
    }

    @Test
    void nothingSharedIsTheSearchPage() {
        assertThat(share("", "", "").status()).isEqualTo(200);
        assertThat(share("", "https://example.org/", "").path()).startsWith("/find?title=");
        assertThat(share("x".repeat(3_000), "", "").status()).isEqualTo(200);
    }

    @Test
    void aVisitorSignsInFirst() {
        try (PageClient visitor = new PageClient(FIXTURE.server.port())) {
            visitor.get("/find?title=&text=tt0372784&url=");
            visitor.submit("Sign in", "name", "ann", "password", ItemPagesFixture.PASSWORD);

            assertThat(visitor.path()).isEqualTo("/m/batman-begins-2005");
        }
    }
}
