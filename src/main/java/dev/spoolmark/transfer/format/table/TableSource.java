package dev.spoolmark.transfer.format.table;

import dev.spoolmark.transfer.file.FileProblem;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.ImportFileException;
import dev.spoolmark.transfer.record.RecordSink;
import java.util.List;
import java.util.function.Consumer;

/// The rows of a file that is a table: CSV, or an array of objects as JSON.
interface TableSource {

    /// The names of the columns, in lower case.
    List<String> columns();

    /// Passes each row, and warns of what the user should know about the file.
    void forEach(RecordSink sink, Consumer<TableRow> consumer);

    /// Passes the first rows.
    void forEach(int limit, Consumer<TableRow> consumer);

    /// @throws ImportFileException if the beginning of the file cannot be read, or it is an archive of several files
    static TableSource of(ImportFile file) {
        if (file.members().size() != 1) {
            throw new ImportFileException(FileProblem.UNKNOWN_FORMAT, file.name());
        }
        String member = file.members().getFirst();
        String head = file.head(member).stripLeading();
        boolean isJson = head.startsWith("[") || head.startsWith("{");
        return isJson ? new TableJson(file, member) : new TableCsv(file, member);
    }
}
