package dev.spoolmark.app.demo;

import java.util.List;

/// What the page of the demo needs to sign a visitor in with one click. Exists only while the demo runs.
///
/// @param password of all users
public record DemoSignIn(List<User> users, String password) {

    /// @param isAdmin whether the user is an administrator
    public record User(String name, String fullName, boolean isAdmin) {}

    static DemoSignIn create() {
        return new DemoSignIn(DemoUser.ALL.stream().map(DemoSignIn::user).toList(), DemoUser.PASSWORD);
    }

    private static User user(DemoUser user) {
        String fullName = user.profile().fullName();
        return new User(user.name(), fullName == null ? user.name() : fullName, user.isAdmin());
    }
}
