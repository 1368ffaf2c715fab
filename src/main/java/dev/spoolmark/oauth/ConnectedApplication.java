package dev.spoolmark.oauth;

import dev.spoolmark.account.Application;
import java.util.Optional;

/// An application that a user connected. One that is connected on several devices occurs once for each.
///
/// @param application empty when the application was deleted
public record ConnectedApplication(StoredGrant grant, Optional<Application> application) {}
