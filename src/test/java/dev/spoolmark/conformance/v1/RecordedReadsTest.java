package dev.spoolmark.conformance.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.conformance.V1Conformance;
import dev.spoolmark.conformance.V1Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Recorded paths of reads of movies, shows and episodes, with GET and with a POST that carries credentials.
class RecordedReadsTest extends V1Conformance {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/movie/related.json/{key}/tt1285016",
                "/movie/related.json/{key}/tt1285016/",
                "/movie/related.json/{key}/tt1285016/hidewatched",
                "/movie/related.format/{key}/tt1285016",
                "/movie/stats.json/{key}/the-social-network-2010",
                "/movie/summaries.json/{key}/the-social-network-2010,tt0372784/full",
                "/movie/summaries.json/{key}/tt1285016",
                "/movie/summary.json/{key}/tt1285016",
                "/movie/summary/{key}/tt1285016/true",
                "/movie/watchingnow/{key}/tt1285016",
                "/movies/trending.json/{key}?callback_=1&limit=5",
                "/movies/updated.json/{key}/1380000000",
                "/show/episode/stats.json/{key}/the-walking-dead/1/1",
                "/show/episode/summary.json/{key}/153021/1/1",
                "/show/episode/watchingnow.json/{key}/the-walking-dead/1/1",
                "/show/related.json/{key}/the-walking-dead/extended",
                "/show/related.json/{key}/153021/hidewatched",
                "/show/season.json/{key}/153021/1",
                "/show/seasons.json/{key}/the-walking-dead",
                "/show/stats.json/{key}/the-walking-dead",
                "/show/summaries.json/{key}/the-walking-dead,250001/full",
                "/show/summary.json/{key}/the-walking-dead/extended",
                "/show/watchingnow.json/{key}/153021",
                "/shows/trending.json/{key}",
                "/shows/updated.json/{key}/1380000000"
            })
    void returns200ForGetAndPost(String path) {
        V1Response read = v1.send("GET", path).send();
        V1Response posted = v1.send("POST", path).as(users.ann()).send();

        assertThat(read.status()).as(read.text()).isEqualTo(200);
        assertThat(posted.status()).as(posted.text()).isEqualTo(200);
        assertThat(read.text() + posted.text()).doesNotContain("failure");
    }
}
