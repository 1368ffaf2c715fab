package dev.spoolmark.http;

/// Whose data a method tells, and so which rule of `docs/security.md#visibility` guards it. Every method declares
/// one.
public enum DataScope {

    /// Nothing about anybody: the catalogue, the clock, counts.
    PUBLIC,

    /// What the caller owns; the acting person comes from the credential, never from a field or a path.
    OWN,

    /// What one named person owns, for those who may see that person.
    ONE_USER,

    /// Many people's names or deeds, each filtered by who asks.
    MANY_USERS,

    /// Public by nature: what people say about a thing. Hidden people appear by name only.
    COMMENTS
}
