package dev.spoolmark.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.ReadWorld;
import dev.spoolmark.store.Engine;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Stamps, on both engines.
@ParameterizedClass
@EnumSource(Engine.class)
class LastActivitiesTest {

    private static final Instant NOON = ReadWorld.NOW;

    @Parameter
    Engine engine;

    ReadWorld world;
    LastActivities lastActivities;

    @BeforeEach
    void open() {
        world = new ReadWorld(engine);
        lastActivities = new LastActivities(world.database);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whoNeverDidAnythingHasNoStamps() {
        assertThat(stamps()).isEqualTo(Stamps.NONE);
        assertThat(stamps().newest()).isEmpty();
    }

    @Test
    void eachAreaHasItsOwnAndTheNewestOfSeveralIsFound() {
        change("movie.seen", NOON);
        change("movie.scrobble", NOON.plusSeconds(5));
        change("movie.rating", NOON.plusSeconds(9));

        assertThat(stamps().newest(Stream.of("movie.seen", "movie.scrobble", "movie.checkin")))
                .contains(NOON.plusSeconds(5));
        assertThat(stamps().newest(Stream.of("movie.checkin"))).isEmpty();
        assertThat(stamps().newest()).contains(NOON.plusSeconds(9));
    }

    @Test
    void aStampOnlyEverRises() {
        change("movie.seen", NOON);
        change("movie.seen", NOON.minusSeconds(60));

        assertThat(stamps().newest()).contains(NOON.plusMillis(1));
    }

    private Stamps stamps() {
        return lastActivities.of(world.ann);
    }

    private void change(String area, Instant at) {
        world.database.write(tx -> {
            new Timeline().changed(tx, world.ann.owner(), area, at);
            return true;
        });
    }
}
