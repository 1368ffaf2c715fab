package dev.spoolmark.progress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Progress in percent.
class ProgressCountTest {

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "6, 3, 50", "3, 2, 67", "300, 299, 99", "300, 1, 0", "1000, 999, 99", "7, 7, 100"})
    void percentageIsRoundedAndBelow100IfIncomplete(int aired, int completed, int percentage) {
        assertThat(new ProgressCount(aired, completed).percentage()).isEqualTo(percentage);
    }
}
