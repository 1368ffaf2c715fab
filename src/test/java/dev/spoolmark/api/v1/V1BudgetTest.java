package dev.spoolmark.api.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.AccountRules;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.Applications;
import dev.spoolmark.account.CheapHash;
import dev.spoolmark.account.CommonPasswords;
import dev.spoolmark.account.KeyPolicy;
import dev.spoolmark.account.Registration;
import dev.spoolmark.account.SignIn;
import dev.spoolmark.store.Database;
import dev.spoolmark.store.Engine;
import dev.spoolmark.store.ReadBudget;
import dev.spoolmark.store.TestDatabases;
import dev.spoolmark.wire.Access;
import dev.spoolmark.wire.Limits;
import dev.spoolmark.wire.Method.NoBody;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;
import dev.spoolmark.wire.Request;
import dev.spoolmark.wire.Visibility;
import java.io.OutputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How long methods may look into the store.
class V1BudgetTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));

    private final Database database = TestDatabases.open(Engine.SQLITE);
    private final List<Optional<Duration>> given = new ArrayList<>();
    private V1 v1;

    @BeforeEach
    void declare() {
        Methods methods = new Methods();
        methods.get("/server/time.json/{apikey}", Access.OPEN, Visibility.NOBODY, call -> noted());
        methods.post("/rate/show/{apikey}", Access.OPEN, Visibility.NOBODY, NoBody.class, call -> noted());
        methods.get("/genres/shows.json/{apikey}", Access.OPEN, Visibility.NOBODY, call -> streamed());
        Accounts accounts = new Accounts(
                database,
                CLOCK,
                new AccountRules(Registration.CLOSED, true, ZoneOffset.UTC),
                CheapHash.hash(),
                new CommonPasswords(Optional.empty()));
        v1 = new V1(
                new Applications(database, CLOCK, KeyPolicy.ANY),
                new SignIn(accounts, CLOCK, CheapHash.hash()),
                V1Traffic.unlimited(),
                methods);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatOnlyReadsHasTenSecondsAndAnythingElseThirty() {
        v1.answer(asked("GET", "/server/time.json/"));
        v1.answer(asked("POST", "/rate/show/"));

        assertThat(given).containsExactly(Optional.of(Limits.READ_TIME), Optional.of(Limits.SYNC_TIME));
        assertThat(ReadBudget.given()).isEmpty();
    }

    @Test
    void whatReadsOnWhileItIsWrittenHasThemToo() throws Exception {
        Reply reply = v1.answer(asked("GET", "/genres/shows.json/"));

        ((Reply.Streamed) reply.content()).writeTo(OutputStream.nullOutputStream());

        assertThat(given).containsExactly(Optional.of(Limits.READ_TIME));
    }

    private Reply noted() {
        given.add(ReadBudget.given());
        return Reply.of(200, "text/plain", new byte[0]);
    }

    private Reply streamed() {
        return Reply.streamed(200, "text/plain", out -> given.add(ReadBudget.given()));
    }

    private static Request asked(String verb, String path) {
        return new StubRequest(
                verb, path + "5d41402abc4b2a76b9719d911017c592ae0f7cb1", InetAddress.getLoopbackAddress());
    }
}
