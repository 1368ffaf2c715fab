package dev.spoolmark.openid;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;

/// A public key of the provider, for one signature algorithm.
///
/// @param id `kid`, empty if the key has none
record SignatureKey(String id, JwsAlgorithm algorithm, PublicKey key) {

    boolean verifies(byte[] signed, byte[] signature) {
        if (!algorithm.isSignatureLength(key, signature.length)) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance(algorithm.jdkName());
            verifier.initVerify(key);
            verifier.update(signed);
            return verifier.verify(signature);
        } catch (GeneralSecurityException invalid) {
            return false;
        }
    }
}
