package dev.spoolmark.app.cli;

import dev.spoolmark.account.CreateAccountResult;
import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.app.ServerContext;
import dev.spoolmark.core.Secret;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Adds a user.
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = "Adds a user. Prompts for the password, or reads it from standard input without a terminal.")
final class UserAddCommand implements Callable<Integer> {

    static final String WEAK = "warning: this is a very common password; change it";

    private final CommandEnvironment environment;

    @Mixin
    private DataOptions options;

    @Parameters(paramLabel = "NAME", description = "3 to 20 letters, digits, dots, dashes or underscores.")
    private String name;

    @Option(names = "--email", paramLabel = "E", description = "E-mail address of the user.")
    private @Nullable String email;

    @Option(names = "--admin", description = "Makes the user an administrator.")
    private boolean admin;

    @Option(names = "--password-stdin", description = "Read the password from standard input, even in a terminal.")
    private boolean passwordFromStandardInput;

    UserAddCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Secret sha1 = new PasswordPrompt(environment).read(passwordFromStandardInput);
        try (ServerContext context = options.open(environment)) {
            CreateAccountResult.Created created = context.features(environment.clock())
                    .accounts()
                    .create(new NewAccount(name, email, sha1, admin, CreationOrigin.OPERATOR));
            if (created.weakPassword()) {
                options.report(WEAK);
            }
            options.print("added " + created.account().name());
            return 0;
        }
    }
}
