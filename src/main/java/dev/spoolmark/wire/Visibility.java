package dev.spoolmark.wire;

/// Whose data a method tells, and so which rule of `security.md` 7 guards it. Every method declares one.
public enum Visibility {

    /// Nothing about anybody: the catalogue, the clock, counts.
    NOBODY,

    /// What the caller owns; the acting person comes from the credential, never from a field or a path.
    OWN,

    /// What one named person owns, for those who may see that person.
    PERSON,

    /// Many people's names or deeds, each filtered by who asks.
    MANY,

    /// Public by nature: what people say about a thing. Hidden people appear by name only.
    SAID
}
