package dev.spoolmark.transfer.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.transfer.file.FileProblem;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.ImportFileException;
import dev.spoolmark.transfer.format.ImportFormat;
import dev.spoolmark.transfer.format.ImportOptions;
import dev.spoolmark.transfer.record.ImportWarning;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/// Failures of formats, and of what receives their records.
class ImportFormatsTest {

    @Test
    void contentThatAFormatDoesNotExpectIsADamagedFile() {
        assertThatThrownBy(() -> read(
                        sink -> {
                            throw new IllegalStateException("unexpected");
                        },
                        imported -> {}))
                .isInstanceOfSatisfying(
                        ImportFileException.class, e -> assertThat(e.problem()).isEqualTo(FileProblem.DAMAGED));
    }

    @Test
    void aFailureOfTheReceiverIsThrownAsItIs() {
        assertThatThrownBy(() -> read(
                        sink -> sink.warn(new RecordSource("x", 1), ImportWarning.Topic.NO_DATES, ""), imported -> {
                            throw new IllegalStateException("stopped");
                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("stopped");
    }

    private interface SinkUser {

        void write(RecordSink sink);
    }

    private static void read(SinkUser content, RecordSink sink) throws IOException {
        Path path = Files.writeString(TestDatabases.folder().resolve("x.csv"), "a,b");
        try (ImportFile file = ImportFile.open(path, "x.csv")) {
            ImportFormats.read(new OneFormat(content), file, ImportOptions.of(ZoneOffset.UTC), sink);
        }
    }

    private record OneFormat(SinkUser content) implements ImportFormat {

        @Override
        public String key() {
            return "one";
        }

        @Override
        public String title() {
            return "One";
        }

        @Override
        public boolean matches(ImportFile file) {
            return true;
        }

        @Override
        public void read(ImportFile file, ImportOptions options, RecordSink sink) {
            content.write(sink);
        }
    }
}
