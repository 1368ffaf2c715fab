package dev.spoolmark.account.secondfactor;

import dev.spoolmark.core.Base32;
import dev.spoolmark.core.Sha256;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// New recovery codes, which are shown once. Each signs in once in place of a code of the app.
///
/// @param codes 10 codes of 24 characters in groups of 4: 120 random bits, so that a fast hash protects them
public record RecoveryCodes(List<String> codes) {

    private static final int COUNT = 10;
    private static final int GROUPS = 6;
    private static final int GROUP_LENGTH = 4;
    private static final int LENGTH = GROUPS * GROUP_LENGTH;

    public RecoveryCodes {
        codes = List.copyOf(codes);
    }

    static RecoveryCodes generate() {
        return new RecoveryCodes(
                Stream.generate(RecoveryCodes::next).limit(COUNT).toList());
    }

    private static String next() {
        return String.join(
                "-",
                IntStream.range(0, GROUPS)
                        .mapToObj(group -> Base32.random(GROUP_LENGTH))
                        .toList());
    }

    List<String> hashes() {
        return codes.stream().map(code -> Sha256.hex(canonical(code))).toList();
    }

    /// Whether typed text has the length of a recovery code.
    static boolean isLikeOne(String typed) {
        return canonical(typed).length() == LENGTH;
    }

    static String hash(String typed) {
        return Sha256.hex(canonical(typed));
    }

    /// Blanks, dashes and case do not matter.
    private static String canonical(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "***";
    }
}
