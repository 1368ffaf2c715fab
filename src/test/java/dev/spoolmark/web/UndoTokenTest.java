package dev.spoolmark.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.web.UndoToken.Change;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UndoTokenTest {

    @Test
    void theTextLeadsBackToTheToken() {
        UndoToken token = new UndoToken(Change.WATCHED, new EpisodeId(77), Instant.ofEpochMilli(1_372_075_200_000L), 1);
        UndoToken unknown = new UndoToken(Change.DELETED, new EpisodeId(77), null, 3);

        assertThat(UndoToken.parse(token.text())).hasValue(token);
        assertThat(UndoToken.parse(unknown.text())).hasValue(unknown);
        assertThat(unknown.text()).isEqualTo("d.episode-77.u.3");
        assertThat(UndoToken.parse("l.movie-5.1.1").orElseThrow().change()).isEqualTo(Change.WATCHED_LISTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "w.episode-77.5",
                "x.episode-77.5.1",
                "w.season-77.5.1",
                "w.episode-.5.1",
                "w.episode-٧٧.5.1",
                "w.episode-9999999999999999.5.1",
                "w.episode-77.5.1 ",
                "w.episode-77.-5.1"
            })
    void otherTextsAreNoToken(String text) {
        assertThat(UndoToken.parse(text)).isEmpty();
    }
}
