package dev.spoolmark.app.cli;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.app.ServerContext;
import dev.spoolmark.core.Secret;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Sets the password of a user.
@Command(
        name = "password",
        mixinStandardHelpOptions = true,
        description = "Sets a new password. A running server rejects the old one within seconds.")
final class UserPasswordCommand implements Callable<Integer> {

    private final CommandEnvironment environment;

    @Mixin
    private DataOptions options;

    @Parameters(paramLabel = "NAME", description = "Name of the user.")
    private String name;

    @Option(names = "--password-stdin", description = "Read the password from standard input, even in a terminal.")
    private boolean passwordFromStandardInput;

    UserPasswordCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Secret sha1 = new PasswordPrompt(environment).read(passwordFromStandardInput);
        try (ServerContext context = options.open(environment)) {
            Accounts accounts = context.features(environment.clock()).accounts();
            Account account = UserCommand.account(accounts, name);
            if (accounts.changePassword(account, sha1)) {
                options.report(UserAddCommand.WEAK);
            }
            options.print("changed the password of " + account.name());
            return 0;
        }
    }
}
