package dev.spoolmark.openid;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The key set of the provider (RFC 7517), without keys that cannot be used: of other types, for encryption, RSA
/// shorter than 2,048 bits, other curves than P-256.
record JsonWebKeys(List<SignatureKey> keys) {

    private static final int MAX_KEYS = 100;
    private static final int SHORTEST_RSA = 2_048;
    private static final int LONGEST_RSA = 8_192;
    private static final int LONGEST_EXPONENT = 33;
    private static final int COORDINATE = 32;

    JsonWebKeys {
        keys = List.copyOf(keys);
    }

    static JsonWebKeys parse(JsonNode document) {
        return new JsonWebKeys(document.path("keys")
                .valueStream()
                .limit(MAX_KEYS)
                .flatMap(key -> key(key).stream())
                .toList());
    }

    /// The keys that may have signed a token. Without a key id, only a set with one key for the algorithm is clear.
    ///
    /// @param id `kid` of the token, empty if it has none
    Optional<SignatureKey> find(String id, JwsAlgorithm algorithm) {
        List<SignatureKey> found = keys.stream()
                .filter(key -> key.algorithm() == algorithm
                        && (id.isEmpty() || key.id().equals(id)))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static Optional<SignatureKey> key(JsonNode key) {
        Optional<JwsAlgorithm> algorithm = StrictJson.text(key, "kty")
                .flatMap(JwsAlgorithm::ofKeyType)
                .filter(known ->
                        StrictJson.text(key, "alg").map(known.name()::equals).orElse(true))
                .filter(known -> StrictJson.text(key, "use").map("sig"::equals).orElse(true));
        try {
            return algorithm.isEmpty()
                    ? Optional.empty()
                    : publicKey(key, algorithm.get())
                            .map(valid ->
                                    new SignatureKey(StrictJson.text(key, "kid").orElse(""), algorithm.get(), valid));
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    private static Optional<PublicKey> publicKey(JsonNode key, JwsAlgorithm algorithm) throws GeneralSecurityException {
        return switch (algorithm) {
            case RS256 -> rsa(number(key, "n"), number(key, "e"));
            case ES256 ->
                StrictJson.text(key, "crv").filter("P-256"::equals).isPresent()
                        ? p256(number(key, "x"), number(key, "y"))
                        : Optional.empty();
        };
    }

    private static Optional<PublicKey> rsa(BigInteger modulus, BigInteger exponent) throws GeneralSecurityException {
        boolean valid = modulus.bitLength() >= SHORTEST_RSA
                && modulus.bitLength() <= LONGEST_RSA
                && exponent.bitLength() <= LONGEST_EXPONENT
                && exponent.compareTo(BigInteger.TWO) > 0
                && exponent.testBit(0);
        return valid
                ? Optional.of(KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent)))
                : Optional.empty();
    }

    private static Optional<PublicKey> p256(BigInteger x, BigInteger y) throws GeneralSecurityException {
        if (x.bitLength() > COORDINATE * Byte.SIZE || y.bitLength() > COORDINATE * Byte.SIZE) {
            return Optional.empty();
        }
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        ECPublicKeySpec point = new ECPublicKeySpec(new ECPoint(x, y), curve.getParameterSpec(ECParameterSpec.class));
        return Optional.of(KeyFactory.getInstance("EC").generatePublic(point));
    }

    private static BigInteger number(JsonNode key, String name) {
        String text = StrictJson.text(key, name).orElseThrow(IllegalArgumentException::new);
        return new BigInteger(1, Base64.getUrlDecoder().decode(text));
    }
}
