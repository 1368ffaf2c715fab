package dev.spoolmark.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// How the addresses of a host are found.
@FunctionalInterface
public interface Names {

    InetAddress[] addresses(String host) throws UnknownHostException;

    static Names ofThisMachine() {
        return InetAddress::getAllByName;
    }
}
