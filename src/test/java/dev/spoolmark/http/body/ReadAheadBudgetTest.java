package dev.spoolmark.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadAheadBudgetTest {

    private final ReadAheadBudget budget = new ReadAheadBudget(1_000, 100);
    private final ReadAheadBudget.Share one = budget.new Share();
    private final ReadAheadBudget.Share other = budget.new Share();

    @Test
    void connectionsShareTheBudgetBeyondTheirMinimum() {
        assertThat(one.resize(700)).isTrue();
        assertThat(other.resize(500)).isTrue();
        assertThat(other.resize(501)).isFalse();
        assertThat(one.resize(699)).isTrue();
        assertThat(other.resize(501)).isTrue();
    }

    @Test
    void aClosedConnectionReturnsItsShare() {
        assertThat(one.resize(1_100)).isTrue();
        assertThat(other.resize(101)).isFalse();
        assertThat(other.resize(100)).isTrue();
        one.close();
        assertThat(other.resize(1_100)).isTrue();
    }
}
