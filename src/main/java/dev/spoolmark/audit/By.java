package dev.spoolmark.audit;

import dev.spoolmark.kernel.ClientNetwork;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/// Who did something, as far as is known: by which door they came, and from where.
///
/// @param address null where there is none to tell, or where it was forgotten
public record By(String door, @Nullable String address) {

    /// Whoever can run commands on the machine.
    public static final By OPERATOR = new By("command", null);

    private static final String API = "api";

    /// Whoever speaks to the API, from a place that is not told.
    static final By ANYBODY = new By(API, null);

    public static By client(InetAddress address) {
        return client(ClientNetwork.of(address));
    }

    public static By client(ClientNetwork from) {
        return new By(API, from.text());
    }
}
