package dev.spoolmark.openid;

import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/// The signature algorithms that are accepted (RFC 7518). Neither `none` nor a symmetric algorithm is
/// accepted: with the latter, the public key would be sufficient to sign.
enum JwsAlgorithm {
    RS256("SHA256withRSA"),
    ES256("SHA256withECDSAinP1363Format");

    private static final int P256_SIGNATURE = 64;

    private final String jdkName;

    JwsAlgorithm(String jdkName) {
        this.jdkName = jdkName;
    }

    /// The algorithm with this `alg`, in this case.
    static Optional<JwsAlgorithm> of(String name) {
        return switch (name) {
            case "RS256" -> Optional.of(RS256);
            case "ES256" -> Optional.of(ES256);
            default -> Optional.empty();
        };
    }

    /// The algorithm for keys of this `kty`.
    static Optional<JwsAlgorithm> ofKeyType(String keyType) {
        return switch (keyType) {
            case "RSA" -> Optional.of(RS256);
            case "EC" -> Optional.of(ES256);
            default -> Optional.empty();
        };
    }

    String jdkName() {
        return jdkName;
    }

    boolean isSignatureLength(PublicKey key, int bytes) {
        return key instanceof RSAPublicKey rsa
                ? bytes == (rsa.getModulus().bitLength() + 7) / Byte.SIZE
                : bytes == P256_SIGNATURE;
    }
}
