package dev.spoolmark.openid;

import dev.spoolmark.http.json.Json;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs tokens as a provider does, and as attackers do.
enum TokenSigner {
    RS256,
    ES256,

    /// Without a signature, as `alg` says.
    NONE,

    /// Without a signature, although `alg` says RS256.
    EMPTY_SIGNATURE,

    /// A message authentication code whose key is the public key of the provider, which everybody knows.
    HMAC_WITH_PUBLIC_KEY,

    /// A foreign key with the id of the key of the provider.
    OTHER_KEY,

    /// A key id that the provider does not publish.
    UNKNOWN_KEY_ID,

    /// An ECDSA signature under the id of the RSA key.
    OTHER_TYPE,

    /// ECDSA in the DER form of the JDK instead of that of RFC 7518.
    DER_SIGNATURE,

    /// A header with an extension that must be understood.
    CRITICAL_EXTENSION,

    /// A header without a key id.
    NO_KEY_ID;

    private static final KeyPair RSA = rsa();
    private static final KeyPair OTHER_RSA = rsa();
    private static final KeyPair EC = ec();

    /// The public keys of the provider.
    static Map<String, Object> keySet(String keyId) {
        RSAPublicKey rsa = (RSAPublicKey) RSA.getPublic();
        ECPublicKey ec = (ECPublicKey) EC.getPublic();
        return Map.of(
                "keys",
                List.of(
                        Map.of(
                                "kty",
                                "RSA",
                                "kid",
                                keyId,
                                "use",
                                "sig",
                                "alg",
                                "RS256",
                                "n",
                                number(rsa.getModulus()),
                                "e",
                                number(rsa.getPublicExponent())),
                        Map.of(
                                "kty",
                                "RSA",
                                "kid",
                                "encryption",
                                "use",
                                "enc",
                                "n",
                                number(rsa.getModulus()),
                                "e",
                                "AQAB"),
                        Map.of(
                                "kty",
                                "EC",
                                "kid",
                                keyId + "-ec",
                                "crv",
                                "P-256",
                                "x",
                                number(ec.getW().getAffineX()),
                                "y",
                                number(ec.getW().getAffineY()))));
    }

    String sign(String keyId, Map<String, Object> claims) {
        try {
            return signed(keyId, claims);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String signed(String keyId, Map<String, Object> claims) throws GeneralSecurityException {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", algorithm());
        if (this != NO_KEY_ID) {
            header.put(
                    "kid",
                    this == ES256 || this == DER_SIGNATURE ? keyId + "-ec" : this == UNKNOWN_KEY_ID ? "other" : keyId);
        }
        if (this == CRITICAL_EXTENSION) {
            header.put("crit", List.of("exp"));
        }
        String input = encode(Json.bytes(header)) + "." + encode(Json.bytes(claims));
        return input + "." + encode(signature(input.getBytes(StandardCharsets.US_ASCII)));
    }

    private String algorithm() {
        return switch (this) {
            case NONE -> "none";
            case HMAC_WITH_PUBLIC_KEY -> "HS256";
            case ES256, OTHER_TYPE, DER_SIGNATURE -> "ES256";
            default -> "RS256";
        };
    }

    private byte[] signature(byte[] input) throws GeneralSecurityException {
        return switch (this) {
            case NONE, EMPTY_SIGNATURE -> new byte[0];
            case HMAC_WITH_PUBLIC_KEY -> {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(RSA.getPublic().getEncoded(), "HmacSHA256"));
                yield mac.doFinal(input);
            }
            case ES256, OTHER_TYPE -> signature("SHA256withECDSAinP1363Format", EC, input);
            case DER_SIGNATURE -> signature("SHA256withECDSA", EC, input);
            case OTHER_KEY -> signature("SHA256withRSA", OTHER_RSA, input);
            case RS256, UNKNOWN_KEY_ID, CRITICAL_EXTENSION, NO_KEY_ID -> signature("SHA256withRSA", RSA, input);
        };
    }

    private static byte[] signature(String algorithm, KeyPair key, byte[] input) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key.getPrivate());
        signature.update(input);
        return signature.sign();
    }

    private static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2_048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair ec() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        int from = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
        return encode(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
