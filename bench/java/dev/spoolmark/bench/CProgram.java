package dev.spoolmark.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// `bench/c/library.c`, compiled with the C compiler and the SQLite of this machine. It responds through pipes.
final class CProgram implements AutoCloseable {

    private final Process process;
    private final OutputStream questions;
    private final InputStream responses;

    private CProgram(Process process) {
        this.process = process;
        this.questions = process.getOutputStream();
        this.responses = new BufferedInputStream(process.getInputStream(), 65_536);
    }

    /// Compiles the program. Returns empty and prints the reason if there is no compiler or no SQLite library.
    static Optional<Path> compiled() throws IOException, InterruptedException {
        Path program = Path.of("target/bench/library").toAbsolutePath();
        Files.createDirectories(program.getParent());
        try {
            Process compiler = new ProcessBuilder(
                            "cc", "-O2", "-o", program.toString(), "bench/c/library.c", "-lsqlite3")
                    .redirectErrorStream(true)
                    .start();
            String text = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (compiler.waitFor() == 0) {
                return Optional.of(program);
            }
            System.out.println("no C program: it needs sqlite3.h and libsqlite3 (package libsqlite3-dev): "
                    + text.lines().findFirst().orElse(""));
        } catch (IOException e) {
            System.out.println("no C program: it needs the command cc (package gcc)");
        }
        return Optional.empty();
    }

    static CProgram over(Path program, Path store, long userId) throws IOException {
        return new CProgram(new ProcessBuilder(program.toString(), store.toString(), Long.toString(userId))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /// Reads one complete response.
    byte[] response() throws IOException {
        questions.write('\n');
        questions.flush();
        int length = 0;
        for (int digit = responses.read(); digit != '\n'; digit = responses.read()) {
            if (digit < 0) {
                throw new IOException("the C program ended");
            }
            length = 10 * length + digit - '0';
        }
        return responses.readNBytes(length);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
