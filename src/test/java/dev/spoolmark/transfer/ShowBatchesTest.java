package dev.spoolmark.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.http.json.JsonObject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShowBatchesTest {

    private final List<List<Integer>> batches = new ArrayList<>();

    /// @param episodes the number of episodes of each show
    private Iterator<JsonObject> render(Integer... episodes) {
        return ShowBatches.of(List.of(episodes), number -> number, batch -> {
                    batches.add(batch);
                    return batch.stream().map(show -> new JsonObject()).toList();
                })
                .iterator();
    }

    private static void readAll(Iterator<JsonObject> shows, int expected) {
        for (int n = 0; n < expected; n++) {
            assertThat(shows.hasNext()).isTrue();
            shows.next();
        }
        assertThat(shows.hasNext()).isFalse();
    }

    @Test
    void aBatchHasAtMostTwoThousandEpisodes() {
        readAll(render(1_000, 1_000, 1, 1_999, 5_000, 2), 6);

        assertThat(batches).containsExactly(List.of(1_000, 1_000), List.of(1, 1_999), List.of(5_000), List.of(2));
    }

    /// Their episodes are not read.
    @Test
    void showsWithTooManyEpisodesCountAsNone() {
        readAll(render(10, 10_001, 100_000, 20), 4);

        assertThat(batches).containsExactly(List.of(10, 10_001, 100_000, 20));
        assertThat(ShowBatches.isListed(10_000)).isTrue();
        assertThat(ShowBatches.isListed(10_001)).isFalse();
    }

    @Test
    void aBatchIsRenderedWhenItIsReached() {
        Iterator<JsonObject> shows = render(2_000, 2_000, 2_000);
        assertThat(batches).isEmpty();

        shows.next();
        assertThat(batches).hasSize(1);
        readAll(shows, 2);
        readAll(render(), 0);
    }
}
