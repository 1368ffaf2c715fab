package dev.spoolmark.oauth;

import dev.spoolmark.account.MutableClock;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// A fixture on each engine.
@ParameterizedClass
@EnumSource(Engine.class)
abstract class OAuthStoreTest {

    @Parameter
    Engine engine;

    final MutableClock clock = new MutableClock();
    Supplier<Database> databases;
    Database database;
    OAuthFixture node;

    @BeforeEach
    void open() {
        databases = TestDatabases.shared(engine);
        database = databases.get();
        node = new OAuthFixture(database, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    List<String> texts(String sql) {
        return database.read(tx -> tx.query(sql, row -> row.getString(1)));
    }

    long count(String table) {
        return database.read(tx -> tx.findFirst("SELECT count(*) FROM " + table, row -> row.getLong(1))
                .orElseThrow());
    }
}
