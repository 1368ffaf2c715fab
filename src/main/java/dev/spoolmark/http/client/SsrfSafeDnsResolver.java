package dev.spoolmark.http.client;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/// Looks a host up once and hands out its addresses only when every single one may be connected to. What the client
/// connects to is what was checked here: it asks nobody else (`docs/security.md#sec-f2`).
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

    /// Only asked for by ways of signing in that are not used here.
    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
