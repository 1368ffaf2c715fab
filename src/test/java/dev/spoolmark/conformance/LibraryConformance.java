package dev.spoolmark.conformance;

import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import org.junit.jupiter.api.BeforeEach;

/// The fixture of library tests: ann watched *300* twice, *Amélie* and five episodes of *Portlandia*, collected
/// *Amélie*, *Solaris* and all of *Dark Matters*, and marked *Solaris* and one episode of *The Walking Dead*
/// unseen.
public abstract class LibraryConformance extends V1Conformance {

    @BeforeEach
    void fillTheLibrary() {
        played("300-2006", 2);
        played("amelie-2001", 1);
        played("portlandia", 2, 1);
        played("portlandia", 2, 2);
        played("portlandia", 1, 3);
        played("portlandia", 1, 1);
        played("portlandia", 0, 1);
        rowsOf(users.ann()).addCollected(movie("amelie-2001"));
        rowsOf(users.ann()).addCollected(movie("solaris-1972"));
        rowsOf(users.ann()).addCollected(show("dark-matters"), episode("dark-matters", 1, 2));
        rowsOf(users.ann()).addCollected(show("dark-matters"), episode("dark-matters", 1, 1));
        rowsOf(users.ann()).addUnseenMark(movie("solaris-1972"), clock.instant());
        rowsOf(users.ann()).addUnseenMark(show("the-walking-dead"), episode("the-walking-dead", 1, 2), clock.instant());
    }

    private void played(String slug, int times) {
        for (int n = 0; n < times; n++) {
            rowsOf(users.ann()).addPlay(movie(slug), 3, clock.instant().minusSeconds(n));
        }
    }

    private void played(String slug, int season, int number) {
        rowsOf(users.ann()).addPlay(show(slug), episode(slug, season, number), 3, clock.instant());
    }

    private MovieId movie(String slug) {
        return users.features()
                .catalog()
                .findMovie(CatalogFixture.movieRef(slug))
                .orElseThrow()
                .id();
    }

    private ShowId show(String slug) {
        return users.features()
                .catalog()
                .findShow(CatalogFixture.showRef(slug))
                .orElseThrow()
                .id();
    }

    private EpisodeId episode(String slug, int season, int number) {
        return users.features()
                .catalog()
                .guide(show(slug))
                .episode(season, number)
                .orElseThrow()
                .id();
    }
}
