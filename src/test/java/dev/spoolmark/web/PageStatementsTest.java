package dev.spoolmark.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.db.Engine;
import org.junit.jupiter.api.Test;

/// The pages on SQLite.
class PageStatementsTest extends PageStatements {

    PageStatementsTest() {
        super(Engine.SQLITE);
    }

    @Test
    void noPageReadsAllPlaysOrRatingsOfAUser() {
        assertThat(readsOfAllPlaysOrRatings()).isEmpty();
    }
}
