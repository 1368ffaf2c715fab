package dev.spoolmark.web;

import dev.spoolmark.http.Response;

/// Asks users to confirm their identity when they send a form that needs it.
@FunctionalInterface
public interface FormConfirmation {

    /// The page that asks, or the response to the form if the request contains the confirmation.
    ///
    /// @param form what the page keeps and sends again
    /// @param handler responds to the form once the identity is confirmed
    Response respond(PageRequest request, PendingForm form, PageHandler handler);
}
