package dev.spoolmark.app.command;

import dev.spoolmark.account.PlainPassword;
import dev.spoolmark.app.Failure;
import dev.spoolmark.kernel.ByteOrderMark;
import dev.spoolmark.kernel.Secret;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Takes a password from the keyboard, unseen and twice, or from the first line of standard input. Never from the
/// command line, which others can read.
final class PasswordPrompt {

    private final Surroundings around;

    PasswordPrompt(Surroundings around) {
        this.around = around;
    }

    Secret ask(boolean fromStandardInput) {
        return PlainPassword.sha1Of(fromStandardInput || !around.terminal() ? firstLine() : typedTwice());
    }

    private String firstLine() {
        try {
            String line = new BufferedReader(new InputStreamReader(around.in(), StandardCharsets.UTF_8)).readLine();
            if (line == null) {
                throw Failure.of("there is no password on standard input: pipe one line into the command");
            }
            return ByteOrderMark.strip(line);
        } catch (IOException e) {
            throw Failure.of("standard input cannot be read: pipe one line into the command");
        }
    }

    private static String typedTwice() {
        char[] once = typed("Password: ");
        char[] again = typed("Password again: ");
        try {
            if (!Arrays.equals(once, again)) {
                throw Failure.of("the two passwords differ: run the command again");
            }
            return new String(once);
        } finally {
            Arrays.fill(once, ' ');
            Arrays.fill(again, ' ');
        }
    }

    @SuppressWarnings("SystemConsoleNull") // it is null where the module of the console is missing
    private static char[] typed(String prompt) {
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword(prompt);
        if (typed == null) {
            throw Failure.of("no password was typed: run the command again");
        }
        return typed;
    }
}
