package dev.spoolmark.http.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.core.CidrBlock;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Addresses to which requests may be sent, with the borders of each range (`docs/security.md#sec-f2`).
class PublicAddressCheckTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.255.255.255",
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.0",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.255",
                "169.254.0.0",
                "169.254.169.254",
                "169.254.255.255",
                "172.16.0.0",
                "172.31.255.255",
                "192.0.0.0",
                "192.0.0.255",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.0",
                "192.168.255.255",
                "198.18.0.0",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
            })
    void rejectsIpv4AddressesThatAreNotPublic(String address) throws UnknownHostException {
        assertThat(PublicAddressCheck.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.0",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "191.255.255.255",
                "192.0.1.0",
                "192.0.3.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "198.51.99.255",
                "203.0.112.255",
                "203.0.114.0",
                "223.255.255.255",
            })
    void acceptsIpv4AddressesNextToRejectedRanges(String address) throws UnknownHostException {
        assertThat(PublicAddressCheck.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::",
                "::1",
                "::7f00:1", // compatible: 127.0.0.1
                "::8.8.8.8", // compatible forms are never public
                "::ffff:127.0.0.1", // mapped
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "::ffff:0:127.0.0.1", // translated
                "64:ff9b::127.0.0.1", // NAT64
                "64:ff9b::10.1.2.3",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::8.8.8.8", // NAT64 of a network of one's own
                "2002:7f00:1::", // 6to4: 127.0.0.1
                "2002:a00:1::1",
                "2002:a9fe:a9fe::",
                "2002:c0a8:101::",
                "2001::1", // Teredo
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2001:2::1", // benchmarks
                "2001:10::1",
                "2001:20::1",
                "2001:db8::1",
                "3fff::1",
                "100::1", // discarded
                "fc00::1",
                "fdff:ffff::1",
                "fe80::1",
                "febf::1",
                "fec0::1", // site-local
                "ff02::1",
                "2606:4700::5efe:127.0.0.1", // ISATAP
                "2606:4700::200:5efe:10.0.0.1",
                "4000::1", // not assigned
            })
    void rejectsIpv6AddressesThatAreNotPublic(String address) throws UnknownHostException {
        assertThat(PublicAddressCheck.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2606:4700:4700::1111",
                "2a00:1450:4001:80b::200e",
                "2001:4860:4860::8888",
                "2001:200::1",
                "3ffe::1",
                "::ffff:8.8.8.8",
                "64:ff9b::8.8.8.8",
                "2002:808:808::1",
            })
    void acceptsPublicIpv6Addresses(String address) throws UnknownHostException {
        assertThat(PublicAddressCheck.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "192.168.1.5, true",
        "fd12::1, true",
        "::1, true",
        "169.254.169.254, false",
        "fe80::1, false",
        "0.0.0.0, false",
        "224.0.0.1, false",
    })
    void homeNetworksExcludeCloudMetadataAddresses(String address, boolean allowed) throws UnknownHostException {
        assertThat(PrivateAddressAllowlist.HOME_NETWORKS.allow(InetAddress.getByName(address)))
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.0.0/16, 10.1.255.255, true",
        "10.1.0.0/16, 10.2.0.0, false",
        "10.1.2.3, 10.1.2.3, true",
        "10.1.2.3, 10.1.2.4, false",
        "0.0.0.0/0, 8.8.8.8, true",
        "0.0.0.0/0, ::1, false",
        "fd00::/9, fd7f::1, true",
        "fd00::/9, fd80::1, false",
    })
    void aCidrBlockContainsAddressesWithItsPrefix(String range, String address, boolean holds)
            throws UnknownHostException {
        assertThat(CidrBlock.of(range).contains(InetAddress.getByName(address))).isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "10.0.0.0/33", "10.0.0.0/x", "10.0.0/8", "::/129", "10.0.0.0/-1", "1"})
    void rejectsInvalidCidrBlocks(String text) {
        assertThatThrownBy(() -> CidrBlock.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rejectsAHostWithOneAddressThatIsNotPublic() throws UnknownHostException {
        InetAddress[] both = {InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1")};
        SsrfSafeDnsResolver names = new SsrfSafeDnsResolver(_ -> both, PrivateAddressAllowlist.NONE);

        assertThatThrownBy(() -> names.resolve("api.example.org"))
                .isInstanceOf(SsrfSafeDnsResolver.NonPublicAddressException.class);
    }
}
