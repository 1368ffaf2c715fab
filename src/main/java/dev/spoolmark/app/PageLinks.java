package dev.spoolmark.app;

import dev.spoolmark.account.link.LinkCode;
import dev.spoolmark.app.config.Configuration;
import java.net.URI;

/// Addresses of pages that commands print.
///
/// @param base without a slash at the end
public record PageLinks(String base) {

    /// Below `public_url`, or below this address if it is unset.
    public static PageLinks of(Configuration configuration, String address) {
        URI publicUrl = configuration.listening().publicUrl();
        return new PageLinks(publicUrl == null ? address : publicUrl.toString());
    }

    /// For a command that runs beside the server: the configured address.
    public static PageLinks of(Configuration configuration) {
        Configuration.Listening listening = configuration.listening();
        return of(configuration, address(listening.host(), listening.port()));
    }

    /// Scheme, host and port. A browser cannot open the address that stands for all addresses of the machine.
    public static String address(String host, int port) {
        boolean all = host.equals("0.0.0.0") || host.equals("::");
        String literal = host.contains(":") ? "[" + host + "]" : host;
        return "http://" + (all ? "localhost" : literal) + ":" + port;
    }

    public String setup(LinkCode code) {
        return base + "/setup?code=" + code.reveal();
    }

    public String passwordReset(LinkCode code) {
        return base + "/reset?code=" + code.reveal();
    }
}
