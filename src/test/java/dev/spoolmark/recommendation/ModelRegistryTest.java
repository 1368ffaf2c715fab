package dev.spoolmark.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.db.Engine;
import dev.spoolmark.social.ProfileAccess;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Training and use of models, on both engines.
@ParameterizedClass
@EnumSource(Engine.class)
class ModelRegistryTest extends ModelFixture {

    @Test
    void withFewUsersThereIsNoModel() {
        people(ModelTraining.MIN_USERS - 1);

        assertThat(recommendedWithModel(MOVIES)).containsExactly(titanic, aliens);
    }

    @Test
    void withEnoughUsersTheModelIsUsed() {
        people(ModelTraining.MIN_USERS);

        assertThat(recommendedWithModel(MOVIES)).containsExactly(aliens, titanic);
    }

    @Test
    void usersWithoutDataAreNotCounted() {
        people(ModelTraining.MIN_USERS - 1);
        account("idle");

        assertThat(recommendedWithModel(MOVIES)).containsExactly(titanic, aliens);
    }

    @Test
    void aModelIsTrainedWhenEnoughUsersExist() {
        people(ModelTraining.MIN_USERS - 1);
        recommendedWithModel(MOVIES);
        watched(account("late"), titanic);

        assertThat(recommendedWithModel(MOVIES)).containsExactly(aliens, titanic);
    }

    @Test
    void requestsDoNotWaitForTheTraining() {
        people(ModelTraining.MIN_USERS);

        assertThat(recommended(MOVIES)).containsExactly(titanic, aliens);
        work();
        assertThat(recommended(MOVIES)).containsExactly(aliens, titanic);
    }

    @Test
    void theModelIsTrainedAgainAfterADay() {
        people(ModelTraining.MIN_USERS);
        recommendedWithModel(MOVIES);
        MediaId sequel = movie("Alien 3", 1992);
        likers(8, "new", alien, sequel);
        now = now.plus(Duration.ofHours(23));

        assertThat(recommendedWithModel(MOVIES)).startsWith(aliens);
        now = now.plus(Duration.ofHours(2));
        assertThat(recommendedWithModel(MOVIES)).startsWith(sequel);
    }

    @Test
    void watchedDismissedCollectedAndListedItemsAreNotRecommended() {
        people(ModelTraining.MIN_USERS);

        assertThat(recommendedWithModel(MOVIES)).doesNotContain(alien).contains(aliens);
        assertThat(recommendations.of(new ProfileAccess(database).self(ann), MOVIES, Set.of(aliens)))
                .containsExactly(titanic);
        database.write(tx -> tx.update(
                "INSERT INTO collected (user_id, kind, item_id, show_id, collected_at) VALUES (?, 1, ?, 0, 0)",
                ann.id().value(),
                aliens.value()));
        assertThat(recommended(MOVIES)).containsExactly(titanic);
        database.write(tx -> tx.update("""
                INSERT INTO watchlist_item (user_id, kind, item_id, show_id, entry_id, listed_at, rank)
                VALUES (?, 1, ?, 0, 1, 0, 1)
                """, ann.id().value(), titanic.value()));
        assertThat(recommended(MOVIES)).isEmpty();
    }

    @Test
    void itemsRatedLowAreNeitherRecommendedNorUsed() {
        people(ModelTraining.MIN_USERS);
        rate(ann, aliens, 2);

        assertThat(recommendedWithModel(MOVIES)).containsExactly(titanic);
        rate(ann, alien, 2);
        assertThat(recommended(MOVIES)).containsExactly(titanic);
    }

    @Test
    void theModelRespectsTheFilterByYear() {
        people(ModelTraining.MIN_USERS);

        assertThat(recommendedWithModel(new RecommendationFilter(Kind.MOVIE, Optional.empty(), 1990, 0, true, true)))
                .containsExactly(titanic);
    }

    @Test
    void unpopularItemsAreNotInTheModel() {
        MediaId rare = movie("Rare", 1980);
        MediaId hated = movie("Hated", 1981);
        likers(2, "rare", rare);
        likers(4, "hater", hated).forEach(hater -> rate(hater, hated, 3));
        people(ModelTraining.MIN_USERS);

        assertThat(popular(100)).hasSize(17).doesNotContain(rare.value(), hated.value());
        assertThat(popular(1)).containsExactly(titanic.value());
    }

    private List<Long> popular(int limit) {
        ModelStore store = new ModelStore(Kind.MOVIE);
        return database.read(tx -> store.popular(tx, ItemModel.MIN_USERS, limit));
    }

    @Test
    void playsOfEpisodesCountForTheirShow() {
        MediaId firefly = show("Firefly", 2002);
        MediaId dollhouse = show("Dollhouse", 2009);
        MediaId friends = show("Friends", 1994);
        watched(ann, firefly);
        likers(4, "both", firefly, dollhouse);
        List<Account> everything = likers(5, "everything", firefly, friends);
        for (int number = 0; number < 14; number++) {
            MediaId quiz = show("Quiz " + number, 1960);
            everything.forEach(account -> watched(account, quiz));
        }
        likers(20, "other", friends);

        assertThat(recommendedWithModel(new RecommendationFilter(Kind.SHOW, Optional.empty(), 1970, 0, true, true)))
                .containsExactly(dollhouse, friends);
    }
}
