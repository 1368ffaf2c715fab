package dev.spoolmark.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlEntitiesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "Law &amp; Order|Law & Order",
                "Law &AMP; Order|Law & Order",
                "Law &#38; Order|Law & Order",
                "Law &#x26; Order|Law & Order",
                "Law &#X26; Order|Law & Order",
                "Law &amp;amp; Order|Law & Order",
                "Law &amp;#38;amp; Order|Law & Order",
                "Grey&#39;s &quot;Anatomy&quot;|Grey's \"Anatomy\"",
                "Grey&apos;s|Grey's",
                "Grey&#0039;s|Grey's",
                "Grey&#146;s|Grey\u2019s",
                "Am&eacute;lie &Eacute;&scaron;|Amélie Éš",
                "&lt;3&gt;|<3>",
                "&hearts;&euro;&hellip;|♥€…",
                "&#128512;|\ud83d\ude00"
            })
    void referencesAreDecodedAsOftenAsTheyWereEncoded(String encoded, String text) {
        assertThat(HtmlEntities.decode(encoded)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AT&T",
                "R&B; Soul",
                "Q & A;",
                "&c;",
                "&",
                "&;",
                "&#;",
                "&#x;",
                "Rock&amp",
                "&nosuch;",
                "&#0;",
                "&#xD800;",
                "&#99999999999;",
                "&#-5;",
                "&#x110000;",
                "A&B&C;",
                "& amp;",
                "&#٣٩;"
            })
    void otherTextIsUnchanged(String text) {
        assertThat(HtmlEntities.decode(text)).isEqualTo(text);
    }

    @Test
    void textWithManyAmpersandsIsDecodedInLinearTime() {
        String text = "&".repeat(2_000_000) + ";" + "&amp;".repeat(10) + "amp;".repeat(500_000);
        long start = System.nanoTime();

        assertThat(HtmlEntities.decode(text).getBytes(UTF_8)).hasSizeLessThan(text.length());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
}
