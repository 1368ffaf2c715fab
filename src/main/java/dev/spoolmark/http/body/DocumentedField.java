package dev.spoolmark.http.body;

import java.util.List;

/// A declared field of a body, for documentation.
///
/// @param many whether it is a list
/// @param members the members of the object or of each list element; empty for a single value
public record DocumentedField(String name, boolean many, List<DocumentedField> members) {

    public DocumentedField {
        members = List.copyOf(members);
    }

    /// The members that the record declares, in its order.
    public static List<DocumentedField> of(Class<?> record) {
        return of(BodySchema.of(record));
    }

    private static List<DocumentedField> of(BodySchema.RecordSchema members) {
        return members.names().stream()
                .map(name -> of(name, members.at(members.indexOf(name))))
                .toList();
    }

    private static DocumentedField of(String name, BodySchema shape) {
        return switch (shape) {
            case BodySchema.ValueSchema _ -> new DocumentedField(name, false, List.of());
            case BodySchema.RecordSchema inside -> new DocumentedField(name, false, of(inside));
            case BodySchema.ListSchema(BodySchema element) ->
                new DocumentedField(name, true, of(name, element).members());
        };
    }
}
