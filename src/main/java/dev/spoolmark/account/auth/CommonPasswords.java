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

/// The passwords that anyone would try first, known by their SHA-1 since no more than that arrives
/// (`docs/security.md#sec-c13`).
public final class CommonPasswords {

    private static final int BUNDLED = 10_000;
    private static final int SHA1_HEX = 40;
    private static final List<String> ALWAYS = List.of("", "spoolmark", "Spoolmark");

    private final Optional<Path> more;
    private @Nullable Set<ByteBuffer> given;

    /// The bundled list, and the file `more` when it is given: a SHA-1 in hex on each line, a `:` and anything after
    /// it.
    public CommonPasswords(Optional<Path> more) {
        this.more = more;
    }

    /// Whether `sha1` is that of a common password, or of the name or address of the one who chose it.
    public boolean contains(Secret sha1, String name, @Nullable String email) {
        return Arrays.binarySearch(Bundled.KNOWN, first(sha1)) >= 0
                || given().contains(digest(sha1))
                || own(name, email).anyMatch(word -> Secret.sha1Of(word).equals(sha1));
    }

    private static Stream<String> own(String name, @Nullable String email) {
        Stream<String> words = email == null ? Stream.of(name) : Stream.of(name, email);
        return words.flatMap(word -> Stream.of(word, word.toLowerCase(Locale.ROOT)));
    }

    /// Read when first asked for: a server that makes no accounts never needs the list.
    private synchronized Set<ByteBuffer> given() {
        if (given == null) {
            Set<ByteBuffer> all = new HashSet<>();
            more.ifPresent(file -> addFile(all, file));
            given = all;
        }
        return given;
    }

    /// The list that comes with us, each password also with a capital: the first eight bytes of each hash, in order.
    private static final class Bundled {

        private static final long[] KNOWN = known();

        private static long[] known() {
            try {
                List<String> words =
                        StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies();
                return Stream.concat(
                                ALWAYS.stream(),
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
