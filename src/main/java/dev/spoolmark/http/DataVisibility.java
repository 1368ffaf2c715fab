package dev.spoolmark.http;

/// Whose data a method returns or changes, and so which rule of `docs/security.md#visibility` applies.
public enum DataVisibility {

    /// No data of users: the catalog, the clock, counts.
    PUBLIC,

    /// The data of the signed-in user, who is never taken from a field or a path.
    OWN,

    /// The data of one named user, for users with access to that profile.
    ONE_USER,

    /// Names or activity of many users, each filtered by access.
    MANY_USERS,

    /// Comments, which are public. Of users with a protected profile only the name is returned.
    COMMENTS
}
