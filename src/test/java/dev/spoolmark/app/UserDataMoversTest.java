package dev.spoolmark.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every table with items is handled when items are merged.
class UserDataMoversTest {

    /// Tables that the catalog handles itself during a merge.
    private static final Set<String> OF_THE_CATALOGUE = Set.of(
            "movie",
            "show",
            "season",
            "episode",
            "credit",
            "item_genre",
            "external_id",
            "slug",
            "alternative_title",
            "item_alias",
            "item_migration",
            "external_popularity",
            "rating_withdrawn",
            "source_related",
            "source_job",
            "source_fact",
            "edited_fact",
            // Events name the item as it was.
            "outbox");

    @Test
    void everyTableWithItemsBelongsToAFeature() {
        Set<String> answered = Stream.concat(
                        OF_THE_CATALOGUE.stream(),
                        UserDataTables.movers(new ActivityStamps()).stream()
                                .flatMap(feature -> feature.tables().stream()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(tablesWithItems()).isSubsetOf(answered).contains("rating");
    }

    @Test
    void noTableBelongsToTwoFeatures() {
        List<String> tables = UserDataTables.movers(new ActivityStamps()).stream()
                .flatMap(feature -> feature.tables().stream())
                .toList();

        assertThat(tables).doesNotHaveDuplicates().doesNotContainAnyElementsOf(OF_THE_CATALOGUE);
    }

    private static Set<String> tablesWithItems() {
        try (Database database = TestDatabases.open(Engine.SQLITE)) {
            List<String> tables = database.read(tx -> tx.query("""
                    SELECT DISTINCT t.name FROM sqlite_master t JOIN pragma_table_info(t.name) c
                    WHERE t.type = 'table'
                    AND c.name IN ('item_id', 'old_id', 'movie_id', 'show_id', 'season_id', 'episode_id')
                    ORDER BY t.name
                    """, row -> row.getString(1)));
            return new TreeSet<>(tables);
        }
    }
}
