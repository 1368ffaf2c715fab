package dev.spoolmark.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Summaries of TVmaze as text.
class HtmlTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>One <b>bold</b> word.</p>     | One bold word.",
                "<p>One.</p><p>Two.</p>           | 'One.\nTwo.'",
                "One.<br />Two.                   | 'One.\nTwo.'",
                "Tom &amp; Jerry &#8211; &#xe9;t&eacute; | Tom & Jerry – été",
                "1 < 2 and 3 > 2                  | 1 < 2 and 3 > 2",
                "&amp;lt; &unknown; &#9999999;    | < &unknown; &#9999999;",
            })
    void aSummaryIsReadAsText(String html, String text) {
        assertThat(HtmlText.text(html)).isEqualTo(text);
    }
}
