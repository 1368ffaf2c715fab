package dev.spoolmark.http.client;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// How the addresses of a host are found.
@FunctionalInterface
public interface HostResolver {

    InetAddress[] addresses(String host) throws UnknownHostException;

    static HostResolver ofThisMachine() {
        return InetAddress::getAllByName;
    }
}
