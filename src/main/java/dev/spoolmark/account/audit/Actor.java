package dev.spoolmark.account.audit;

import dev.spoolmark.core.ClientNetwork;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/// Who caused an entry of the security log, as far as is known: the channel and the address.
///
/// @param address null if it is unknown, or was deleted after its retention time
public record Actor(String channel, @Nullable String address) {

    /// An operator who runs a command on the machine.
    public static final Actor OPERATOR = new Actor("command", null);

    /// The server itself, by a schedule.
    public static final Actor SERVER = new Actor("server", null);

    private static final String API = "api";
    private static final String WEB = "web";

    /// A client of the API whose address is not recorded.
    static final Actor UNKNOWN_CLIENT = new Actor(API, null);

    public static Actor client(InetAddress address) {
        return client(ClientNetwork.of(address));
    }

    /// A user of the pages.
    public static Actor web(InetAddress address) {
        return web(ClientNetwork.of(address));
    }

    public static Actor web(ClientNetwork from) {
        return new Actor(WEB, from.text());
    }

    public static Actor client(ClientNetwork from) {
        return new Actor(API, from.text());
    }
}
