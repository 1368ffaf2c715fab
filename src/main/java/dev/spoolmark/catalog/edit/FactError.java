package dev.spoolmark.catalog.edit;

/// Why the value of a field cannot be stored.
public sealed interface FactError {

    /// A title must not be empty.
    record Missing() implements FactError {}

    record TooLong(int longest) implements FactError {}

    /// The value has not the form of the field.
    record Malformed() implements FactError {}

    /// Another item of this kind has the id.
    record Taken(EditedItem owner, String name) implements FactError {}
}
