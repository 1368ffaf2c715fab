package dev.spoolmark.transfer.record;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// One statement of a file, such as that the user watched a movie at a time.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface ImportRecord permits ItemRecord, ListRecord, SettingRecord, SkippedRecord, ImportWarning {

    /// Where it is in the file.
    RecordSource source();
}
