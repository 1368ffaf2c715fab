package dev.spoolmark.db;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A database that counts reads, writes and statements.
public final class CountingDatabase implements Database {

    private final Database database;
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger writes = new AtomicInteger();
    private final List<String> statements = new CopyOnWriteArrayList<>();
    private volatile boolean recording;

    public CountingDatabase(Database database) {
        this.database = database;
    }

    public int reads() {
        return reads.get();
    }

    public int writes() {
        return writes.get();
    }

    /// The statements that were run meanwhile. One that runs once for many rows is one statement.
    public List<String> statements(Runnable work) {
        statements.clear();
        recording = true;
        try {
            work.run();
        } finally {
            recording = false;
        }
        return List.copyOf(statements);
    }

    @Override
    public <T extends @Nullable Object> T read(Work<T> work) {
        reads.incrementAndGet();
        return database.read(recorded(work));
    }

    @Override
    public <T extends @Nullable Object> T snapshot(Supplier<T> work) {
        return database.snapshot(work);
    }

    @Override
    public <T extends @Nullable Object> T write(Work<T> work) {
        writes.incrementAndGet();
        return database.write(recorded(work));
    }

    private <T extends @Nullable Object> Work<T> recorded(Work<T> work) {
        return recording ? tx -> work.run(recording(tx)) : work;
    }

    /// The same transaction, over a connection that records what is run.
    private Tx recording(Tx tx) {
        Connection connection = recording(((StatementCache) field(tx, "statements")).connection());
        StatementCache recorded =
                engine() == Engine.SQLITE ? new StatementCache(connection) : StatementCache.ofPostgres(connection, 0);
        return new Tx(recorded, (HiLoIdAllocator) field(tx, "ids"));
    }

    private Connection recording(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = invoke(connection, method, arguments);
            return result instanceof PreparedStatement statement
                    ? recording(statement, arguments[0].toString())
                    : result;
        });
    }

    private PreparedStatement recording(PreparedStatement statement, String sql) {
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                statements.add(sql.strip().replaceAll("\\s+", " "));
            }
            return invoke(statement, method, arguments);
        });
    }

    private static Object field(Tx tx, String name) {
        try {
            Field field = Tx.class.getDeclaredField(name);
            field.setAccessible(true);
            return field.get(tx);
        } catch (ReflectiveOperationException renamed) {
            throw new IllegalStateException(renamed);
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(CountingDatabase.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    @Override
    public Engine engine() {
        return database.engine();
    }

    @Override
    public List<String> integrityProblems() {
        return database.integrityProblems();
    }

    @Override
    public DatabaseStats load() {
        return database.load();
    }

    @Override
    public void close() {
        database.close();
    }
}
