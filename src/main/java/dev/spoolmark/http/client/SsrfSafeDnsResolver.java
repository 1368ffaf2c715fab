package dev.spoolmark.http.client;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/// Resolves a host once and returns its addresses only if connections to all of them are allowed. The client
/// connects to the addresses checked here, without another lookup (`docs/security.md#sec-f2`).
final class SsrfSafeDnsResolver implements DnsResolver {

    private final HostResolver names;
    private final PrivateAddressAllowlist allowed;

    SsrfSafeDnsResolver(HostResolver names, PrivateAddressAllowlist allowed) {
        this.names = names;
        this.allowed = allowed;
    }

    /// A host with an address that is not public. The message does not contain the address.
    static final class NonPublicAddressException extends UnknownHostException {

        NonPublicAddressException(String host) {
            super(host);
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = names.addresses(host);
        if (found.length == 0) {
            throw new UnknownHostException(host);
        }
        for (InetAddress address : found) {
            if (!PublicAddressCheck.isPublic(address) && !allowed.allow(address)) {
                throw new NonPublicAddressException(host);
            }
        }
        return found;
    }

    /// Used only for authentication schemes that are not enabled.
    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
