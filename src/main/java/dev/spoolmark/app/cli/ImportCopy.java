package dev.spoolmark.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A copy of what is imported, so that an import can go on after a stop. A directory becomes an archive.
final class ImportCopy {

    private ImportCopy() {}

    static Path of(Path source, Path target) throws IOException {
        if (!Files.isDirectory(source)) {
            return Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
        }
        try (Stream<Path> walk = Files.walk(source);
                OutputStream out = Files.newOutputStream(target);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            List<Path> files = walk.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
            for (Path path : files) {
                zip.putNextEntry(new ZipEntry(source.relativize(path).toString().replace('\\', '/')));
                Files.copy(path, zip);
            }
        }
        return target;
    }
}
