package dev.spoolmark.wire;

import java.util.List;

/// A member of a body as its wire record declares it, told to those who describe the method.
///
/// @param many whether it is a list
/// @param members what the object, or each of the list, holds; empty for a single value
public record Member(String name, boolean many, List<Member> members) {

    public Member {
        members = List.copyOf(members);
    }

    /// The members that the reader of bodies would fill, in the order of the record.
    static List<Member> of(Class<?> record) {
        return of(Shape.of(record));
    }

    private static List<Member> of(Shape.Members members) {
        return members.names().stream()
                .map(name -> of(name, members.at(members.place(name))))
                .toList();
    }

    private static Member of(String name, Shape shape) {
        return switch (shape) {
            case Shape.Single _ -> new Member(name, false, List.of());
            case Shape.Members inside -> new Member(name, false, of(inside));
            case Shape.Many(Shape element) ->
                new Member(name, true, of(name, element).members());
        };
    }
}
