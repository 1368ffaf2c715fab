package dev.spoolmark.transfer.record;

/// Where a record is in the imported file, so that reports can name it.
///
/// @param member name of the file in the archive, or of the file itself
/// @param line number of the line, or of the object in a JSON array or XML document, from 1; 0 for the whole file
public record RecordSource(String member, int line) {

    @Override
    public String toString() {
        return line == 0 ? member : member + ":" + line;
    }
}
