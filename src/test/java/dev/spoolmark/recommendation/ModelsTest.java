package dev.spoolmark.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.social.Gate;
import dev.spoolmark.store.Engine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// When a model is made and what it then leads to, on both engines.
@ParameterizedClass
@EnumSource(Engine.class)
class ModelsTest extends ModelWorld {

    @Test
    void fewPeopleDoWithoutAModel() {
        people(Lessons.ENOUGH_PEOPLE - 1);

        assertThat(toldWithModel(MOVIES)).containsExactly(titanic, aliens);
    }

    @Test
    void fromEnoughPeopleOnTheModelLeads() {
        people(Lessons.ENOUGH_PEOPLE);

        assertThat(toldWithModel(MOVIES)).containsExactly(aliens, titanic);
    }

    @Test
    void whoeverOnlyHasAnAccountIsNotCounted() {
        people(Lessons.ENOUGH_PEOPLE - 1);
        person("idle");

        assertThat(toldWithModel(MOVIES)).containsExactly(titanic, aliens);
    }

    @Test
    void aServerThatGrowsHasItsModelAtTheNextRequests() {
        people(Lessons.ENOUGH_PEOPLE - 1);
        toldWithModel(MOVIES);
        watched(person("late"), titanic);

        assertThat(toldWithModel(MOVIES)).containsExactly(aliens, titanic);
    }

    @Test
    void requestsDoWithoutWhileTheModelIsMade() {
        people(Lessons.ENOUGH_PEOPLE);

        assertThat(told(MOVIES)).containsExactly(titanic, aliens);
        work();
        assertThat(told(MOVIES)).containsExactly(aliens, titanic);
    }

    @Test
    void aDayLaterTheModelIsMadeAnew() {
        people(Lessons.ENOUGH_PEOPLE);
        toldWithModel(MOVIES);
        MediaId sequel = movie("Alien 3", 1992);
        fans(8, "new", alien, sequel);
        now = now.plus(Duration.ofHours(23));

        assertThat(toldWithModel(MOVIES)).startsWith(aliens);
        now = now.plus(Duration.ofHours(2));
        assertThat(toldWithModel(MOVIES)).startsWith(sequel);
    }

    @Test
    void whatIsKnownDismissedOwnedOrListedIsNeverTold() {
        people(Lessons.ENOUGH_PEOPLE);

        assertThat(toldWithModel(MOVIES)).doesNotContain(alien).contains(aliens);
        assertThat(recommendations.of(new Gate(database).own(ann), MOVIES, Set.of(aliens)))
                .containsExactly(titanic);
        database.write(tx -> tx.update(
                "INSERT INTO collected (user_id, kind, item_id, show_id, collected_at) VALUES (?, 1, ?, 0, 0)",
                ann.id().value(),
                aliens.value()));
        assertThat(told(MOVIES)).containsExactly(titanic);
        database.write(tx -> tx.update("""
                INSERT INTO watchlist_item (user_id, kind, item_id, show_id, entry_id, listed_at, rank)
                VALUES (?, 1, ?, 0, 1, 0, 1)
                """, ann.id().value(), titanic.value()));
        assertThat(told(MOVIES)).isEmpty();
    }

    @Test
    void whatTheCallerRatedLowIsNeitherToldNorListenedTo() {
        people(Lessons.ENOUGH_PEOPLE);
        rate(ann, aliens, 2);

        assertThat(toldWithModel(MOVIES)).containsExactly(titanic);
        rate(ann, alien, 2);
        assertThat(told(MOVIES)).containsExactly(titanic);
    }

    @Test
    void yearsHoldForTheModelToo() {
        people(Lessons.ENOUGH_PEOPLE);

        assertThat(toldWithModel(new Wanted(Kind.MOVIE, Optional.empty(), 1990, 0, true, true)))
                .containsExactly(titanic);
    }

    @Test
    void whatFewLikeOrRateLowIsNotLearned() {
        MediaId rare = movie("Rare", 1980);
        MediaId hated = movie("Hated", 1981);
        fans(2, "rare", rare);
        fans(4, "hater", hated).forEach(hater -> rate(hater, hated, 3));
        people(Lessons.ENOUGH_PEOPLE);

        assertThat(popular(100)).hasSize(17).doesNotContain(rare.value(), hated.value());
        assertThat(popular(1)).containsExactly(titanic.value());
    }

    private List<Long> popular(int limit) {
        ModelStore store = new ModelStore(Kind.MOVIE);
        return database.read(tx -> store.popular(tx, ItemModel.FEWEST_PEOPLE, limit));
    }

    @Test
    void showsAreLearnedThroughTheirEpisodes() {
        MediaId firefly = show("Firefly", 2002);
        MediaId dollhouse = show("Dollhouse", 2009);
        MediaId friends = show("Friends", 1994);
        watched(ann, firefly);
        fans(4, "both", firefly, dollhouse);
        List<Account> everything = fans(5, "everything", firefly, friends);
        for (int number = 0; number < 14; number++) {
            MediaId quiz = show("Quiz " + number, 1960);
            everything.forEach(person -> watched(person, quiz));
        }
        fans(20, "other", friends);

        assertThat(toldWithModel(new Wanted(Kind.SHOW, Optional.empty(), 1970, 0, true, true)))
                .containsExactly(dollhouse, friends);
    }
}
