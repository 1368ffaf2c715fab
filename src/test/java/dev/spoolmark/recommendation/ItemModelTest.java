package dev.spoolmark.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// The model of a few users with two kinds of interests.
class ItemModelTest {

    private static final long ALIEN = 1;
    private static final long ALIENS = 2;
    private static final long EMMA = 3;
    private static final long PERSUASION = 4;

    @Test
    void theWeightEqualsTheFormula() {
        EaseTrainer trainer = ItemModel.trainerFor(List.of(ALIEN, ALIENS));
        trainer.addUser(List.of(ALIEN, ALIENS));
        trainer.addUser(List.of(ALIEN, ALIENS));

        // G is √2 everywhere, so that with λ = √2 the weight is √2 / (√2 + λ).
        assertThat(trainer.train(Math.sqrt(2)).scores(List.of(ALIEN)).get(ALIENS))
                .isCloseTo(0.5, within(1e-6));
    }

    @Test
    void itemsLikedTogetherAreNeighbours() {
        ItemModel model = modelOfTwoGroups();

        assertThat(best(model.scores(List.of(ALIEN)))).isEqualTo(ALIENS);
        assertThat(best(model.scores(List.of(PERSUASION)))).isEqualTo(EMMA);
    }

    @Test
    void usersWhoLikeEverythingCountLittle() {
        EaseTrainer trainer = ItemModel.trainerFor(List.of(ALIEN, ALIENS, EMMA, PERSUASION));
        trainer.addUser(List.of(ALIEN, ALIENS));
        trainer.addUser(List.of(ALIEN, EMMA, PERSUASION));
        Map<Long, Double> scores = trainer.train().scores(List.of(ALIEN));

        assertThat(scores.get(ALIENS)).isGreaterThan(scores.get(EMMA));
    }

    @Test
    void scoresOfSeveralItemsAreAdded() {
        ItemModel model = modelOfTwoGroups();
        double alone = model.scores(List.of(ALIEN)).getOrDefault(PERSUASION, 0.0);
        double other = model.scores(List.of(ALIENS)).getOrDefault(PERSUASION, 0.0);

        assertThat(model.scores(List.of(ALIEN, ALIENS)).get(PERSUASION)).isCloseTo(alone + other, within(1e-6));
    }

    @Test
    void likedAndUnknownItemsHaveNoScore() {
        ItemModel model = modelOfTwoGroups();

        assertThat(model.scores(List.of(ALIEN, 99L))).containsOnlyKeys(ALIENS, EMMA, PERSUASION);
        assertThat(model.scores(List.of(99L))).isEmpty();
    }

    @Test
    void theNumberOfItemsIsLimited() {
        List<Long> many = LongStream.rangeClosed(0, ItemModel.MAX_ITEMS).boxed().toList();

        assertThatThrownBy(() -> ItemModel.trainerFor(many)).isInstanceOf(IllegalArgumentException.class);
    }

    /// Five users like monsters, five like novels, and one likes both.
    private static ItemModel modelOfTwoGroups() {
        EaseTrainer trainer = ItemModel.trainerFor(List.of(ALIEN, ALIENS, EMMA, PERSUASION));
        for (int person = 0; person < 5; person++) {
            trainer.addUser(List.of(ALIEN, ALIENS));
            trainer.addUser(List.of(EMMA, PERSUASION));
        }
        trainer.addUser(List.of(ALIEN, EMMA));
        return trainer.train(1);
    }

    private static long best(Map<Long, Double> scores) {
        return scores.entrySet().stream()
                .max(Comparator.comparingDouble(Map.Entry::getValue))
                .orElseThrow()
                .getKey();
    }
}
