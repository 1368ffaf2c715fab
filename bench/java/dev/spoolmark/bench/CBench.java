package dev.spoolmark.bench;

import dev.spoolmark.account.Account;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A library of 15,000 watched episodes over HTTP, compared with a C program that reads the same file and writes
/// the same bytes to a pipe.
final class CBench {

    private static final int ROUNDS = 7;
    private static final int READS = 40;
    private static final double TARGET = 1.5;

    private CBench() {}

    static void run() throws Exception {
        Optional<Path> program = CProgram.compiled();
        if (program.isEmpty()) {
            return;
        }
        try (BenchServer server = BenchServer.start()) {
            Account account = server.account("watcher");
            LibraryBench.watch(server, account);
            try (CProgram c =
                    CProgram.over(program.get(), server.store(), account.id().value())) {
                if (!Arrays.equals(c.response(), body(server.port()))) {
                    throw new IllegalStateException("the C program prints another answer than the server");
                }
                measure(c, server.port());
            }
        }
    }

    private static void measure(CProgram c, int port) throws IOException {
        byte[] request = LibraryBench.request();
        List<Double> serverRates = new ArrayList<>();
        List<Double> programRates = new ArrayList<>();
        for (int round = -2; round < ROUNDS; round++) {
            double first = milliseconds(() -> c.response());
            double second = milliseconds(() -> Download.of(port, request));
            if (round >= 0) {
                programRates.add(first);
                serverRates.add(second);
            }
        }
        double ratio = PairedComparison.median(serverRates) / PairedComparison.median(programRates);
        System.out.printf(
                "%-28s %12.2f ms  C program %10.2f ms  ratio %.2f   expected <= %.1f   %s%n",
                "library, beside C",
                PairedComparison.median(serverRates),
                PairedComparison.median(programRates),
                ratio,
                TARGET,
                ratio <= TARGET ? "ok" : "MISSED");
    }

    private static double milliseconds(Reading reading) throws IOException {
        long began = System.nanoTime();
        for (int n = 0; n < READS; n++) {
            reading.read();
        }
        return (System.nanoTime() - began) / 1e6 / READS;
    }

    private static byte[] body(int port) throws IOException, InterruptedException {
        String body = "{\"username\":\"watcher\",\"password\":\"" + BenchServer.PASSWORD + "\"}";
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + LibraryBench.PATH))
                .POST(BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofByteArray()).body();
        }
    }

    @FunctionalInterface
    private interface Reading {

        void read() throws IOException;
    }
}
