package dev.spoolmark.transfer.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.transfer.record.ImportRecord;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.RatingRecord;
import dev.spoolmark.transfer.record.RecordSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NewestRatingsTest {

    private static final Instant NEW = Instant.parse("2025-01-01T12:00:00Z");
    private static final Instant OLD = Instant.parse("2020-01-01T12:00:00Z");

    @Test
    void oneRatingOfEachItemCounts() {
        List<ImportRecord> found = new ArrayList<>();
        NewestRatings ratings = new NewestRatings();
        ratings.add(rating("A", 1, 9, NEW), found::add);
        ratings.add(rating("A", 2, 8, OLD), found::add);
        ratings.add(rating("B", 3, 5, null), found::add);
        ratings.add(rating("B", 4, 6, null), found::add);
        ratings.add(rating("A", 5, 7, null), found::add);
        ratings.writeTo(found::add);
        assertThat(found).extracting(rating -> ((RatingRecord) rating).score()).containsExactly(9.0, 6.0);
    }

    private static RatingRecord rating(String title, int line, double score, @Nullable Instant at) {
        return new RatingRecord(
                new RecordSource("ratings.csv", line), ImportedItem.movie(Ids.NONE, title, 2020), score, at);
    }
}
