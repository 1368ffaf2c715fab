package dev.spoolmark.api.docs;

import dev.spoolmark.account.Permission;
import dev.spoolmark.wire.Access;
import dev.spoolmark.wire.Limits;
import dev.spoolmark.wire.Method.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A way in which a method says no, read from how it is declared.
record Failure(int status, String when) {

    private static final Set<String> NAMES_IN_ADDRESS = Set.of("title", "username", "slug");
    private static final Set<String> NAMES_IN_BODY = Set.of("friend", "user", "slug");

    static List<Failure> of(Entry entry) {
        List<Failure> failures = new ArrayList<>();
        failures.add(new Failure(401, "The key is malformed, blocked, or not registered where it has to be."));
        Permission permission = entry.method().permission();
        if (permission != null) {
            failures.add(new Failure(401, "The application may not " + permission.optionWord() + "."));
        }
        signIn(entry.method().access(), failures);
        if (names(entry)) {
            failures.add(new Failure(404, "What is named does not exist, or may not be seen."));
        }
        if (!entry.members().isEmpty() || entry.parameters().size() > 1) {
            failures.add(new Failure(200, "A value is missing or wrong; the body has the status failure."));
        }
        sending(entry, failures);
        failures.add(new Failure(503, "There is too much to do. Nothing was stored; come again."));
        return failures;
    }

    private static boolean names(Entry entry) {
        return entry.parameters().stream().anyMatch(one -> one.required() && NAMES_IN_ADDRESS.contains(one.name()))
                || entry.members().stream().anyMatch(one -> NAMES_IN_BODY.contains(one.name()));
    }

    private static void signIn(Access access, List<Failure> failures) {
        switch (access) {
            case SIGNED_IN -> failures.add(new Failure(401, "Nobody signed in, or the password does not fit."));
            case OPTIONAL -> failures.add(new Failure(401, "Somebody tried to sign in and failed."));
            case OPEN, WELCOME -> {}
        }
    }

    private static void sending(Entry entry, List<Failure> failures) {
        if (entry.takesBody()) {
            long most = entry.method().is(Trait.BULK) ? Limits.BULK_BODY_BYTES : Limits.BODY_BYTES;
            failures.add(new Failure(400, "The body is neither proper JSON nor a form."));
            failures.add(new Failure(408, "The body came too slowly."));
            failures.add(new Failure(
                    413,
                    "The body is larger than " + most + " bytes, or holds more than " + Limits.BODY_VALUES
                            + " values."));
            failures.add(new Failure(405, "The verb is none of: " + String.join(", ", entry.verbs()) + "."));
        }
    }
}
