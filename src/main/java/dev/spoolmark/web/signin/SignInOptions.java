package dev.spoolmark.web.signin;

import java.util.List;

/// What the sign-in page offers beside the password.
///
/// @param registration whether visitors can create an account
/// @param provider name of the OpenID provider, empty if there is none
/// @param demoUsers users of the demo, who sign in with one click; empty on other servers
/// @param demoPassword their password
public record SignInOptions(boolean registration, String provider, List<DemoUser> demoUsers, String demoPassword) {

    public SignInOptions {
        demoUsers = List.copyOf(demoUsers);
    }

    /// A user of the demo.
    public record DemoUser(String name, String fullName, boolean isAdmin) {}
}
