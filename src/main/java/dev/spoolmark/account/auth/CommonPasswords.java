package dev.spoolmark.account.auth;

import com.nulabinc.zxcvbn.StandardDictionaries;
import dev.spoolmark.core.ByteOrderMark;
import dev.spoolmark.core.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Common passwords, as SHA-1, the form in which passwords arrive (`docs/security.md#sec-c13`).
public final class CommonPasswords {

    private static final int BUNDLED = 10_000;
    private static final int SHA1_HEX = 40;
    private static final List<String> PRODUCT_NAMES = List.of("", "spoolmark", "Spoolmark");

    private final Optional<Path> file;
    private @Nullable Set<ByteBuffer> additional;

    /// The bundled list and the file `more`, if any: a SHA-1 in hexadecimal digits on each line, optionally
    /// followed by `:` and other text.
    public CommonPasswords(Optional<Path> more) {
        this.file = more;
    }

    /// Whether `sha1` belongs to a common password, or to the name or e-mail address of the user.
    public boolean contains(Secret sha1, String name, @Nullable String email) {
        return Arrays.binarySearch(Bundled.HASHES, first(sha1)) >= 0
                || additional().contains(digest(sha1))
                || ofUser(name, email).anyMatch(word -> Secret.sha1Of(word).equals(sha1));
    }

    private static Stream<String> ofUser(String name, @Nullable String email) {
        Stream<String> words = email == null ? Stream.of(name) : Stream.of(name, email);
        return words.flatMap(word -> Stream.of(word, word.toLowerCase(Locale.ROOT)));
    }

    /// Read at the first use: a server that creates no accounts does not need the list.
    private synchronized Set<ByteBuffer> additional() {
        if (additional == null) {
            Set<ByteBuffer> all = new HashSet<>();
            file.ifPresent(file -> addFile(all, file));
            additional = all;
        }
        return additional;
    }

    /// The bundled list, each password also capitalized: the first 8 bytes of each hash, sorted.
    private static final class Bundled {

        private static final long[] HASHES = loadHashes();

        private static long[] loadHashes() {
            try {
                List<String> words =
                        StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies();
                return Stream.concat(
                                PRODUCT_NAMES.stream(),
                                words.stream().limit(BUNDLED).flatMap(word -> Stream.of(word, capital(word))))
                        .mapToLong(word -> first(Secret.sha1Of(word)))
                        .sorted()
                        .toArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static long first(Secret sha1) {
        return ByteBuffer.wrap(sha1.reveal()).getLong();
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static void addFile(Set<ByteBuffer> all, Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            lines.map(ByteOrderMark::strip)
                    .filter(line -> !line.isBlank())
                    .forEach(line -> all.add(digest(read(line))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Secret read(String line) {
        String hex = line.substring(0, Math.min(SHA1_HEX, line.length()));
        return Secret.ofSha1Hex(hex)
                .orElseThrow(() -> new IllegalArgumentException("a line of the password list has no SHA-1"));
    }

    private static ByteBuffer digest(Secret sha1) {
        return ByteBuffer.wrap(sha1.reveal());
    }
}
