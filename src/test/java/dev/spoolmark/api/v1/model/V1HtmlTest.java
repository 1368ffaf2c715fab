package dev.spoolmark.api.v1.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class V1HtmlTest {

    private static final String REL = "\" rel=\"nofollow ugc noopener noreferrer\">";

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "Plain words. | Plain words.",
                "<script>alert('1')</script> | &lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;",
                "a & \"b\" &amp; | a &amp; &quot;b&quot; &amp;amp;",
                "javascript:alert(1) | javascript:alert(1)",
                "ftp://a.example | ftp://a.example",
                "xhttp://a.example | xhttp://a.example",
                "http:// and https://... | http:// and https://...",
                "[spoiler]He <dies>.[/spoiler] Sad. | <span class=\"spoiler\">He &lt;dies&gt;.</span> Sad.",
                "[spoiler]never closed | [spoiler]never closed",
                "[/spoiler]never opened | [/spoiler]never opened",
            })
    void encodesEveryWordAndMarksSpoilers(String text, String html) {
        assertThat(V1Html.of(text)).isEqualTo(html);
    }

    @Test
    void onlyHttpAddressesBecomeLinks() {
        assertThat(V1Html.of("See HTTPS://a.example/x?y=1&z=2."))
                .isEqualTo(
                        "See <a href=\"HTTPS://a.example/x?y=1&amp;z=2" + REL + "HTTPS://a.example/x?y=1&amp;z=2</a>.");
        assertThat(V1Html.of("http://a.example/\"onclick=\"x\""))
                .isEqualTo("<a href=\"http://a.example/" + REL + "http://a.example/</a>&quot;onclick=&quot;x&quot;");
        assertThat(V1Html.of("[spoiler]http://a.example[/spoiler]"))
                .isEqualTo("<span class=\"spoiler\"><a href=\"http://a.example" + REL + "http://a.example</a></span>");
    }

    @Test
    void everyKindOfLineEndIsALineBreak() {
        assertThat(V1Html.of("a\nb\r\nc\rd")).isEqualTo("a<br>b<br>c<br>d");
    }

    @Test
    void longTextsAreRenderedInLinearTime() {
        Assertions.assertTimeout(Duration.ofSeconds(2), () -> V1Html.of("[spoiler]".repeat(1_111)));
        Assertions.assertTimeout(Duration.ofSeconds(2), () -> V1Html.of("http://a".repeat(1_250)));
    }
}
