package dev.spoolmark.catalog;

import static dev.spoolmark.catalog.CatalogWorld.movie;
import static dev.spoolmark.catalog.CatalogWorld.show;
import static dev.spoolmark.catalog.CatalogWorld.tmdb;
import static dev.spoolmark.catalog.CatalogWorld.tvdb;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.Answer.Told;
import dev.spoolmark.store.Engine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Asking while somebody waits.
class EnquiriesTest {

    private final CatalogWorld world = new CatalogWorld(Engine.SQLITE);
    private final FakeSource source = new FakeSource("stub", Kind.SHOW, Kind.MOVIE);
    private final SourceJobs jobs = new SourceJobs(world.database, world::now, "one");
    private final Enquiries enquiries = patient(Duration.ofSeconds(20));

    @AfterEach
    void close() {
        enquiries.close();
        world.close();
    }

    @Test
    void whatASourceKnowsIsThereAtOnceAndAskedForAgainWhenDue() {
        source.tells(show("Ours", 2010, Ids.ofTvdb(5)));

        assertThat(enquiries.show("5").orElseThrow().title()).isEqualTo("Ours");
        assertThat(enquiries.show("5")).isPresent();
        assertThat(source.asked()).containsExactly(new Question(Kind.SHOW, Ids.ofTvdb(5), null, null, true));
        assertThat(jobs.state().known()).isEqualTo(1);
    }

    @Test
    void aNumberIsOfTmdbForAMovie() {
        source.tells(movie("Heat", 1995, tmdb(949)));

        assertThat(enquiries.movie("949")).isPresent();
        assertThat(source.asked().getFirst().ids()).isEqualTo(tmdb(949));
    }

    @Test
    void whatNoneKnowsIsNotAskedForEachTime() {
        assertThat(enquiries.show("5")).isEmpty();
        assertThat(enquiries.show("5")).isEmpty();

        assertThat(source.asked()).hasSize(1);
    }

    @Test
    void aFailureIsForgottenAtOnce() {
        source.fails("answered 500");
        assertThat(enquiries.show("5")).isEmpty();

        source.tells(show("Ours", 2010, Ids.ofTvdb(5)));
        assertThat(enquiries.show("5")).isPresent();
    }

    @Test
    void aSlugOrAWordAsksNobody() {
        enquiries.show("the-wire");
        enquiries.movie("heat-1995");
        enquiries.show("99999999999999999999");

        assertThat(source.asked()).isEmpty();
    }

    @Test
    void whatOnlyAClientNamedIsShownAndNotWaitedFor() {
        world.catalog.keepShows(List.of(tvdb(5)));

        assertThat(enquiries.show("5").orElseThrow().provisional()).isTrue();
        assertThat(source.asked()).isEmpty();
    }

    @Test
    void whileTheSourceRestsNobodyWaits() {
        source.rests(Instant.MAX);

        assertThat(enquiries.show("5")).isEmpty();
        assertThat(source.asked()).isEmpty();
    }

    @Test
    void anAnswerThatComesLateIsThereForTheNextOne() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        source.says(_ -> {
            asked.countDown();
            await(answer);
            return new Told(show("Ours", 2010, Ids.ofTvdb(5)), List.of(), List.of());
        });
        try (Enquiries hasty = patient(Duration.ofMillis(50))) {
            assertThat(hasty.show("5")).isEmpty();
            assertThat(hasty.show("5")).isEmpty();
            asked.await();
            answer.countDown();
            while (world.catalog.findShow("5").isEmpty()) {
                Thread.onSpinWait();
            }
            assertThat(hasty.show("5")).isPresent();
        }
        assertThat(source.asked()).hasSize(1);
    }

    private Enquiries patient(Duration patience) {
        SourceIntake intake = new SourceIntake(world.catalog, world.completion(), world.load);
        return new Enquiries(world.catalog, new Sources(List.of(source)), intake, jobs, patience);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
