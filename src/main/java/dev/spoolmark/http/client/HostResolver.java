package dev.spoolmark.http.client;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// Resolves host names.
@FunctionalInterface
public interface HostResolver {

    InetAddress[] addresses(String host) throws UnknownHostException;

    static HostResolver system() {
        return InetAddress::getAllByName;
    }
}
