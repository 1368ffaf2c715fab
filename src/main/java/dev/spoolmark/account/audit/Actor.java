package dev.spoolmark.account.audit;

import dev.spoolmark.core.ClientNetwork;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/// Who did something, as far as is known: by which door they came, and from where.
///
/// @param address null where there is none to tell, or where it was forgotten
public record Actor(String channel, @Nullable String address) {

    /// Whoever can run commands on the machine.
    public static final Actor OPERATOR = new Actor("command", null);

    private static final String API = "api";
    private static final String WEB = "web";

    /// Whoever speaks to the API, from a place that is not told.
    static final Actor ANYBODY = new Actor(API, null);

    public static Actor client(InetAddress address) {
        return client(ClientNetwork.of(address));
    }

    /// A user of the pages.
    public static Actor web(InetAddress address) {
        return new Actor(WEB, ClientNetwork.of(address).text());
    }

    public static Actor client(ClientNetwork from) {
        return new Actor(API, from.text());
    }
}
