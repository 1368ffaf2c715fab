package dev.spoolmark.openid;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.PreparedAccount;
import dev.spoolmark.account.Profile;
import dev.spoolmark.core.Base32;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.core.WrittenText;
import java.text.Normalizer;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A new account for an identity: a free user name derived from the name at the provider, and a random password that
/// nobody knows. An account that exists is never taken over.
record AccountProposal(String baseName, String fullName) {

    private static final String DEFAULT_NAME = "user";
    private static final int NUMBERED = 9;
    private static final int RANDOM = 5;
    private static final int RANDOM_LENGTH = 5;
    private static final Pattern OTHERS = Pattern.compile("[^A-Za-z0-9._-]+");
    private static final Pattern SEPARATORS_AT_ENDS = Pattern.compile("^[._-]+|[._-]+$");

    static AccountProposal of(Identity identity) {
        String base = Stream.of(identity.userName(), identity.fullName())
                .map(AccountProposal::userName)
                .filter(name -> name.length() >= ValueLimits.SHORTEST_USER_NAME)
                .findFirst()
                .orElse(DEFAULT_NAME);
        String full = WrittenText.line(identity.fullName());
        return new AccountProposal(base, full.codePointCount(0, full.length()) <= ValueLimits.FULL_NAME ? full : "");
    }

    /// The part before `@`, in Latin letters without accents, digits and separators.
    private static String userName(String text) {
        int at = text.indexOf('@');
        String plain = Normalizer.normalize(at < 0 ? text : text.substring(0, at), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "");
        return cut(
                SEPARATORS_AT_ENDS
                        .matcher(OTHERS.matcher(plain).replaceAll("-"))
                        .replaceAll(""),
                "");
    }

    private static String cut(String base, String suffix) {
        int longest = ValueLimits.USER_NAME - suffix.length();
        return (base.length() <= longest ? base : base.substring(0, longest)) + suffix;
    }

    /// The names that are tried, in this order.
    private Stream<String> names() {
        Stream<String> numbered = IntStream.rangeClosed(2, NUMBERED).mapToObj(number -> cut(baseName, "-" + number));
        Stream<String> random = Stream.generate(() -> cut(baseName, "-" + Base32.random(RANDOM_LENGTH)))
                .limit(RANDOM);
        return Stream.of(Stream.of(baseName), numbered, random).flatMap(Function.identity());
    }

    /// Creates an account with the first free name.
    ///
    /// @param store creates it in a transaction
    /// @throws ProblemException with [Problem.Taken] if no name is free
    Account create(Accounts accounts, Function<PreparedAccount, Account> store) {
        List<String> names = names().toList();
        for (String name : names.subList(0, names.size() - 1)) {
            try {
                return create(accounts, name, store);
            } catch (ProblemException rejected) {
                if (!(rejected.problem() instanceof Problem.Taken || rejected.problem() instanceof Problem.Invalid)) {
                    throw rejected;
                }
            }
        }
        return create(accounts, names.getLast(), store);
    }

    private Account create(Accounts accounts, String name, Function<PreparedAccount, Account> store) {
        Profile profile = new Profile(fullName.isEmpty() ? null : fullName, null, null, null, null, null);
        return store.apply(accounts.creation().prepareRegistration(NewAccount.withoutPassword(name, profile)));
    }
}
