package dev.spoolmark.transfer.server;

import dev.spoolmark.core.Sha256;
import dev.spoolmark.db.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A portable backup of a whole server, which can be imported on either engine: a ZIP file with one member of JSON
/// Lines for each table, and `spoolmark-server.json` with their columns, numbers of rows and SHA-256.
///
/// It contains hashes of passwords and secrets of two-factor sign-in. Sessions and other rows that expire are left
/// out.
public final class ServerCopy {

    private static final String MANIFEST = "spoolmark-server.json";
    private static final String FORMAT = "spoolmark-server";
    private static final int VERSION = 1;
    private static final int BATCH = 2_000;
    private static final int PROGRESS = 1_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Database database;

    public ServerCopy(Database database) {
        this.database = database;
    }

    /// Writes the state of one moment.
    ///
    /// @param out stays open
    /// @param progress receives the number of rows
    /// @return the number of rows
    public long write(OutputStream out, LongConsumer progress) throws IOException {
        try {
            ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
            List<ServerTable> tables = ServerTableStore.tables(database);
            Counter counter = new Counter(progress);
            Map<String, Object> facts = new LinkedHashMap<>();
            database.snapshot(() -> {
                tables.forEach(table -> facts.put(table.name(), write(zip, table, counter)));
                return counter;
            });
            zip.putNextEntry(new ZipEntry(MANIFEST));
            Map<String, Object> manifest = new LinkedHashMap<>();
            manifest.put("format", FORMAT);
            manifest.put("version", VERSION);
            manifest.put("tables", facts);
            zip.write(JSON.writeValueAsBytes(manifest));
            zip.closeEntry();
            zip.finish();
            return counter.rows;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static final class Counter {

        private final LongConsumer progress;
        private long rows;

        Counter(LongConsumer progress) {
            this.progress = progress;
        }

        void next() {
            rows++;
            if (rows % PROGRESS == 0) {
                progress.accept(rows);
            }
        }
    }

    private Map<String, Object> write(ZipOutputStream zip, ServerTable table, Counter counter) {
        MessageDigest digest = Sha256.newDigest();
        long before = counter.rows;
        try {
            zip.putNextEntry(new ZipEntry(member(table.name())));
            DigestOutputStream out = new DigestOutputStream(zip, digest);
            database.read(tx -> {
                ServerTableStore.forEach(tx, table, values -> {
                    line(out, values);
                    counter.next();
                });
                return table;
            });
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("columns", table.columnNames());
        facts.put("rows", counter.rows - before);
        facts.put("sha256", HexFormat.of().formatHex(digest.digest()));
        return facts;
    }

    private static void line(OutputStream out, List<@Nullable Object> values) {
        try {
            out.write(JSON.writeValueAsBytes(values));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String member(String table) {
        return "tables/" + table + ".jsonl";
    }

    /// Fills an empty server. The whole file is checked before anything is stored.
    ///
    /// @param progress receives the number of rows
    /// @return the number of rows
    /// @throws ServerCopyException if the server is not empty, or the file is damaged or of another version
    public long read(Path file, LongConsumer progress) throws IOException {
        if (!ServerTableStore.isEmpty(database)) {
            throw new ServerCopyException("the server has accounts or titles: import into an empty data directory");
        }
        List<ServerTable> tables = ServerTableStore.tables(database);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            check(zip, tables);
            database.write(tx -> {
                ServerTableStore.clear(tx, tables);
                return tables;
            });
            Counter counter = new Counter(progress);
            for (ServerTable table : tables) {
                read(zip, table, counter);
            }
            return counter.rows;
        }
    }

    private static void check(ZipFile zip, List<ServerTable> tables) throws IOException {
        JsonNode manifest = JSON.readTree(open(zip, MANIFEST).readAllBytes());
        if (!manifest.path("format").asString("").equals(FORMAT)
                || manifest.path("version").asInt(0) != VERSION) {
            throw new ServerCopyException("the file is no backup of this version of Spoolmark");
        }
        JsonNode facts = manifest.path("tables");
        for (ServerTable table : tables) {
            List<String> columns = new ArrayList<>();
            facts.path(table.name()).path("columns").forEach(column -> columns.add(column.asString()));
            if (!columns.equals(table.columnNames())) {
                throw new ServerCopyException("the table " + table.name() + " has other columns: import the file with"
                        + " the version of Spoolmark that has written it, then upgrade");
            }
            MessageDigest digest = Sha256.newDigest();
            try (InputStream in = open(zip, member(table.name()));
                    OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                in.transferTo(out);
            }
            if (!HexFormat.of()
                    .formatHex(digest.digest())
                    .equals(facts.path(table.name()).path("sha256").asString(""))) {
                throw new ServerCopyException(
                        "the file is damaged: the table " + table.name() + " is not as it was written");
            }
        }
    }

    private static InputStream open(ZipFile zip, String member) throws IOException {
        ZipEntry entry = zip.getEntry(member);
        if (entry == null) {
            throw new ServerCopyException("the file has no " + member + ": it is no backup of this server");
        }
        return zip.getInputStream(entry);
    }

    private void read(ZipFile zip, ServerTable table, Counter counter) throws IOException {
        List<@Nullable Object[]> batch = new ArrayList<>();
        try (BufferedReader rows =
                new BufferedReader(new InputStreamReader(open(zip, member(table.name())), StandardCharsets.UTF_8))) {
            for (String row = rows.readLine(); row != null; row = rows.readLine()) {
                batch.add(values(table, JSON.readTree(row)));
                counter.next();
                if (batch.size() == BATCH) {
                    insert(table, batch);
                }
            }
        }
        insert(table, batch);
    }

    private void insert(ServerTable table, List<@Nullable Object[]> batch) {
        if (!batch.isEmpty()) {
            database.write(tx -> {
                ServerTableStore.insert(tx, table, batch);
                return table;
            });
            batch.clear();
        }
    }

    private static @Nullable Object[] values(ServerTable table, JsonNode row) {
        @Nullable Object[] values = new @Nullable Object[table.columns().size()];
        for (int i = 0; i < values.length; i++) {
            JsonNode value = row.path(i);
            if (value.isBoolean()) {
                values[i] = value.booleanValue();
            } else if (value.isNumber()) {
                values[i] = value.longValue();
            } else if (value.isString()) {
                values[i] = value.stringValue();
            }
        }
        return values;
    }
}
