package dev.spoolmark.http.body;

import java.util.List;

/// A field of a body as its record declares it, for documentation.
///
/// @param many whether it is a list
/// @param members what the object, or each of the list, holds; empty for a single value
public record FieldDescriptor(String name, boolean many, List<FieldDescriptor> members) {

    public FieldDescriptor {
        members = List.copyOf(members);
    }

    /// The members that the reader of bodies would fill, in the order of the record.
    public static List<FieldDescriptor> of(Class<?> record) {
        return of(BodySchema.of(record));
    }

    private static List<FieldDescriptor> of(BodySchema.Members members) {
        return members.names().stream()
                .map(name -> of(name, members.at(members.place(name))))
                .toList();
    }

    private static FieldDescriptor of(String name, BodySchema shape) {
        return switch (shape) {
            case BodySchema.Single _ -> new FieldDescriptor(name, false, List.of());
            case BodySchema.Members inside -> new FieldDescriptor(name, false, of(inside));
            case BodySchema.Many(BodySchema element) ->
                new FieldDescriptor(name, true, of(name, element).members());
        };
    }
}
