package dev.spoolmark.web.signin;

import java.util.List;

/// What the sign-in page offers beside the password.
///
/// @param registration whether visitors can create an account
/// @param demoUsers names of the users of the demo, whose password is known; empty on other servers
/// @param demoPassword their password
public record SignInOptions(boolean registration, List<String> demoUsers, String demoPassword) {

    public SignInOptions {
        demoUsers = List.copyOf(demoUsers);
    }
}
