package dev.spoolmark.http.body;

import java.util.List;

/// A declared field of a body, for documentation.
///
/// @param many whether it is a list
/// @param members the members of the object or of each list element; empty for a single value
public record FieldDescriptor(String name, boolean many, List<FieldDescriptor> members) {

    public FieldDescriptor {
        members = List.copyOf(members);
    }

    /// The members that the record declares, in its order.
    public static List<FieldDescriptor> of(Class<?> record) {
        return of(BodySchema.of(record));
    }

    private static List<FieldDescriptor> of(BodySchema.RecordSchema members) {
        return members.names().stream()
                .map(name -> of(name, members.at(members.indexOf(name))))
                .toList();
    }

    private static FieldDescriptor of(String name, BodySchema shape) {
        return switch (shape) {
            case BodySchema.ValueSchema _ -> new FieldDescriptor(name, false, List.of());
            case BodySchema.RecordSchema inside -> new FieldDescriptor(name, false, of(inside));
            case BodySchema.ListSchema(BodySchema element) ->
                new FieldDescriptor(name, true, of(name, element).members());
        };
    }
}
