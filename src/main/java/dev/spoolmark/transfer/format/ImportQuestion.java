package dev.spoolmark.transfer.format;

import java.util.List;

/// Something that the user decides about a file.
///
/// @param key name of the option on the command line and in message files, such as `date-order`
/// @param isRequired whether the file cannot be read without an answer
/// @param choices possible answers, the first one being proposed; empty if any text is one
/// @param example what in the file it is about, such as a date that can be read in two ways; empty for none
public record ImportQuestion(String key, boolean isRequired, List<String> choices, String example) {

    public ImportQuestion {
        choices = List.copyOf(choices);
    }
}
