package dev.spoolmark.app.cli;

import dev.spoolmark.account.auth.PasswordPolicy;
import dev.spoolmark.app.UserErrorException;
import dev.spoolmark.core.ByteOrderMark;
import dev.spoolmark.core.Secret;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads a password twice from the terminal without echo, or from the first line of standard input. Never from
/// the command line, which other users can read.
final class PasswordPrompt {

    private final CommandEnvironment environment;

    PasswordPrompt(CommandEnvironment environment) {
        this.environment = environment;
    }

    Secret read(boolean fromStandardInput) {
        return PasswordPolicy.sha1Of(fromStandardInput || !environment.terminal() ? firstLine() : promptTwice());
    }

    private String firstLine() {
        try {
            String line =
                    new BufferedReader(new InputStreamReader(environment.in(), StandardCharsets.UTF_8)).readLine();
            if (line == null) {
                throw UserErrorException.of("no password on standard input: pipe one line into the command");
            }
            return ByteOrderMark.strip(line);
        } catch (IOException e) {
            throw UserErrorException.of("could not read standard input: pipe one line into the command");
        }
    }

    private static String promptTwice() {
        char[] once = prompt("Password: ");
        char[] again = prompt("Repeat the password: ");
        try {
            if (!Arrays.equals(once, again)) {
                throw UserErrorException.of("the two passwords differ: run the command again");
            }
            return new String(once);
        } finally {
            Arrays.fill(once, ' ');
            Arrays.fill(again, ' ');
        }
    }

    @SuppressWarnings("SystemConsoleNull") // it is null where the module of the console is missing
    private static char[] prompt(String prompt) {
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword(prompt);
        if (typed == null) {
            throw UserErrorException.of("no password entered: run the command again");
        }
        return typed;
    }
}
