package dev.spoolmark.oauth;

import dev.spoolmark.core.Secret;

/// How the decision of a user reaches the application.
public sealed interface AuthorizationResponse {

    /// The browser is sent to this address, which contains the code or the error.
    record Redirect(String location) implements AuthorizationResponse {

        /// It contains a code.
        @Override
        public String toString() {
            return "Redirect";
        }
    }

    /// The code is shown on our page, for the user to type it.
    record ShownCode(Secret code) implements AuthorizationResponse {}

    /// The refusal is shown on our page.
    record ShownDenial() implements AuthorizationResponse {}
}
