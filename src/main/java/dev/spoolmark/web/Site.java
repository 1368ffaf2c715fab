package dev.spoolmark.web;

import dev.spoolmark.account.session.Sessions;
import java.util.function.Supplier;

/// What all pages share.
///
/// @param name the name of the server as it is now
public record Site(Supplier<String> name, Links links, Templates templates, Sessions sessions, SessionCookie cookie) {

    public String serverName() {
        return name.get();
    }
}
