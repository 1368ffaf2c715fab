package dev.spoolmark.app.cli;

import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.CreateAccountResult;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.PreparedAccount;
import dev.spoolmark.app.ErrorMessages;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.imports.UsersFile.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// Creates accounts from lines: hashes passwords on all cores and creates accounts in batches.
final class UserImport implements AutoCloseable {

    private static final int BATCH = 64;

    private final Accounts accounts;
    private final TerminalProgress progress;
    private final Consumer<String> lines;
    private final ExecutorService executor;
    private final List<Hashing> batch = new ArrayList<>(BATCH);
    private Count count = new Count(0, 0, 0);

    UserImport(Accounts accounts, int threads, TerminalProgress progress, Consumer<String> lines) {
        this.accounts = accounts;
        this.executor = Executors.newFixedThreadPool(threads);
        this.progress = progress;
        this.lines = lines;
    }

    /// Counts of added users, of those with a weak password, and of rejected lines.
    record Count(long added, long weak, long rejected) {

        Count and(CreateAccountResult.Created created) {
            return new Count(added + 1, created.weakPassword() ? weak + 1 : weak, rejected);
        }

        Count andRejected() {
            return new Count(added, weak, rejected + 1);
        }
    }

    /// A line whose password is being hashed.
    private record Hashing(long number, Future<PreparedAccount> account) {}

    /// A line whose password is hashed.
    private record Hashed(long number, PreparedAccount account) {}

    /// All cores, unless one hash on each, which takes that many KiB, needed more than half of the heap.
    static int threads(int hashKib) {
        long fit = Runtime.getRuntime().maxMemory() / 2 / (hashKib * 1_024L);
        return Math.clamp(fit, 1, Runtime.getRuntime().availableProcessors());
    }

    void add(Line line) {
        switch (line) {
            case Line.Rejected(long number, Problem problem) -> reject(number, problem);
            case Line.Person(long number, NewAccount account, List<String> warnings) -> {
                warnings.forEach(warning -> lines.accept("line " + number + ": " + warning));
                hash(number, account);
            }
        }
    }

    /// Creates the accounts of the last batch.
    Count finish() {
        create();
        return count;
    }

    private void hash(long number, NewAccount account) {
        batch.add(new Hashing(number, executor.submit(() -> accounts.creation().prepare(account))));
        if (batch.size() == BATCH) {
            create();
        }
    }

    private void create() {
        List<Hashed> hashed = new ArrayList<>(batch.size());
        batch.forEach(pending -> await(pending, hashed));
        batch.clear();
        List<CreateAccountResult> outcomes = accounts.creation()
                .createAll(hashed.stream().map(Hashed::account).toList());
        for (int i = 0; i < outcomes.size(); i++) {
            record(hashed.get(i).number(), outcomes.get(i));
        }
    }

    private void await(Hashing pending, List<Hashed> hashed) {
        try {
            hashed.add(new Hashed(pending.number(), pending.account().get()));
            progress.advance(pending.number());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof ProblemException rejected)) {
                throw new IllegalStateException(e.getCause());
            }
            reject(pending.number(), rejected.problem());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while passwords were hashed", e);
        }
    }

    private void record(long number, CreateAccountResult outcome) {
        switch (outcome) {
            case CreateAccountResult.Created created -> count = count.and(created);
            case CreateAccountResult.Rejected(Problem problem) -> reject(number, problem);
        }
    }

    private void reject(long number, Problem problem) {
        count = count.andRejected();
        lines.accept("line " + number + ": " + ErrorMessages.of(problem));
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
