package dev.spoolmark.transfer.run;

import dev.spoolmark.db.Tx;
import java.util.List;

/// Writes records of one type, and takes them back.
interface RecordWriter {

    /// @param records at most 500
    /// @return what became of each of them
    List<WriteResult> write(Tx tx, WriteContext context, List<ResolvedRecord> records);

    /// Removes what was added, and puts back what was there, where nothing has changed since.
    ///
    /// @param rows written ones, at most 500, last first
    /// @return how many were taken back
    int undo(Tx tx, WriteContext context, List<ImportRow> rows);
}
