package dev.spoolmark.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.UserDataFixture;
import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.activity.Removal;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.db.Engine;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// The details of collected items.
@ParameterizedClass
@EnumSource(Engine.class)
class CollectedDetailsTest {

    private static final UserId ANN = new UserId(7);
    private static final MovieId MOVIE = new MovieId(1);
    private static final CollectedDetails DETAILS = CollectedDetails.NONE
            .with(CollectedField.MEDIA_TYPE, "bluray")
            .with(CollectedField.AUDIO_CHANNELS, "7.1.4")
            .with3d(true);

    @Parameter
    Engine engine;

    UserDataFixture world;
    CollectionItems collection;
    Instant now = UserDataFixture.NOW;

    @BeforeEach
    void open() {
        world = new UserDataFixture(engine);
        collection = new CollectionItems(world.database, new ActivityStamps(), () -> now);
        collection.addMovies(ANN, List.of(MOVIE, new MovieId(2)));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void detailsAreStoredReplacedAndRemoved() {
        assertThat(collection.details(world.ann, List.of(MOVIE))).isEmpty();

        assertThat(collection.setDetails(ANN, MOVIE, DETAILS)).isTrue();
        assertThat(collection.details(world.ann, List.of(MOVIE, new MovieId(2))))
                .hasSize(1)
                .containsEntry(MOVIE, DETAILS);
        assertThat(collection.page(world.ann, Kind.MOVIE, null, 9).getFirst().details())
                .isEqualTo(DETAILS);
        collection.setDetails(ANN, MOVIE, CollectedDetails.NONE);
        assertThat(collection.details(world.ann, List.of(MOVIE))).isEmpty();
    }

    @Test
    void onlyCollectedItemsOfTheUserHaveDetails() {
        assertThat(collection.setDetails(ANN, new MovieId(3), DETAILS)).isFalse();
        assertThat(collection.setDetails(new UserId(8), MOVIE, DETAILS)).isFalse();
    }

    @Test
    void wordsThatAreNotAllowedAreDropped() {
        CollectedDetails changed = DETAILS.with(CollectedField.MEDIA_TYPE, "uhd_4k");

        assertThat(changed.word(CollectedField.MEDIA_TYPE)).isNull();
        assertThat(changed.word(CollectedField.AUDIO_CHANNELS)).isEqualTo("7.1.4");
        assertThat(CollectedDetails.parse("bluray    7.1.4 1")).isEqualTo(DETAILS);
        assertThat(CollectedDetails.parse("     ")).isEqualTo(CollectedDetails.NONE);
        assertThatThrownBy(() -> CollectedDetails.parse("bluray")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theUndoOfARemovalRestoresTheDetails() {
        collection.setDetails(ANN, MOVIE, DETAILS);

        Removal removed = collection.removeUndoably(ANN, List.of(MOVIE));
        assertThat(collection.details(world.ann, List.of(MOVIE))).isEmpty();
        collection.restore(ANN, removed.at());

        assertThat(collection.details(world.ann, List.of(MOVIE))).containsEntry(MOVIE, DETAILS);
    }
}
