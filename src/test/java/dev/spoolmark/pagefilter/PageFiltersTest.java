package dev.spoolmark.pagefilter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class PageFiltersTest {

    private static final UserId ANN = new UserId(7);
    private static final UserId BOB = new UserId(8);
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    @Parameter
    Engine engine;

    Database database;
    PageFilters filters;

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
        filters = new PageFilters(database, InstantSource.fixed(NOW));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theLastFilterOfEachUserAndPageIsFound() {
        filters.save(ANN, "progress", "sort=name");
        filters.save(ANN, "progress", "sort=time");
        filters.save(ANN, "history", "kind=movies");
        filters.save(BOB, "progress", "sort=last");

        assertThat(filters.find(ANN, "progress")).contains("sort=time");
        assertThat(filters.find(ANN, "history")).contains("kind=movies");
        assertThat(filters.find(BOB, "history")).isEmpty();
        assertThat(filters.page(ANN, null, 10)).extracting(PageFilter::page).containsExactly("history", "progress");
        assertThat(filters.page(ANN, filters.page(ANN, null, 1).getFirst(), 10))
                .containsExactly(new PageFilter("progress", "sort=time", NOW));
    }

    @Test
    void anEmptyFilterDeletesTheOneBefore() {
        filters.save(ANN, "progress", "sort=name");
        filters.save(BOB, "progress", "sort=name");

        filters.save(ANN, "progress", "");

        assertThat(filters.find(ANN, "progress")).isEmpty();
        assertThat(filters.find(BOB, "progress")).contains("sort=name");
        assertThat(filters.delete(ANN, "progress")).isFalse();
        assertThat(filters.delete(BOB, "progress")).isTrue();
    }

    @Test
    void aFilterThatIsTooLongChangesNothing() {
        filters.save(ANN, "progress", "sort=name");

        filters.save(ANN, "progress", "q=" + "x".repeat(PageFilters.LONGEST));

        assertThat(filters.find(ANN, "progress")).contains("sort=name");
    }
}
