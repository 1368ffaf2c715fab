package dev.spoolmark.transfer.format.spoolmark;

import static dev.spoolmark.transfer.file.JsonElements.text;

import dev.spoolmark.core.Sha256;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.JsonElements;
import dev.spoolmark.transfer.record.ImportWarning.Topic;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/// Compares each member with the SHA-256 in the manifest.
final class SpoolmarkDigests {

    private final ImportFile file;
    private final String manifest;
    private final RecordSink sink;

    SpoolmarkDigests(ImportFile file, String manifest, RecordSink sink) {
        this.file = file;
        this.manifest = manifest;
        this.sink = sink;
    }

    /// A member that differs or is missing is reported; its rows are imported nevertheless.
    void check() {
        Map<String, String> members = new HashMap<>();
        file.members().forEach(member -> members.put(ImportFile.lastName(member), member));
        JsonElements.forEachProperty(file, manifest, "members", (name, facts) -> {
            String member = members.get(name);
            if (member == null || !digest(member).equals(text(facts, "sha256"))) {
                sink.warn(new RecordSource(manifest, 0), Topic.CHANGED_MEMBER, name);
            }
        });
    }

    private String digest(String member) {
        MessageDigest digest = Sha256.newDigest();
        try (InputStream in = file.open(member);
                OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            in.transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
