package dev.spoolmark.api.docs;

import dev.spoolmark.account.Permission;
import dev.spoolmark.http.ApiMethod.MethodTrait;
import dev.spoolmark.http.AuthenticationRequirement;
import dev.spoolmark.http.HttpLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A documented error of a method, derived from its declaration.
record ErrorDoc(int status, String condition) {

    private static final Set<String> NAMES_IN_ADDRESS = Set.of("title", "username", "slug");
    private static final Set<String> NAMES_IN_BODY = Set.of("friend", "user", "slug");

    static List<ErrorDoc> of(MethodDoc entry) {
        List<ErrorDoc> failures = new ArrayList<>();
        failures.add(new ErrorDoc(401, "The key is malformed, blocked, or not registered where it has to be."));
        Permission permission = entry.method().permission();
        if (permission != null) {
            failures.add(new ErrorDoc(401, "The application may not " + permission.key() + "."));
        }
        signIn(entry.method().access(), failures);
        if (names(entry)) {
            failures.add(new ErrorDoc(404, "What is named does not exist, or may not be seen."));
        }
        if (!entry.members().isEmpty() || entry.parameters().size() > 1) {
            failures.add(new ErrorDoc(200, "A value is missing or wrong; the body has the status failure."));
        }
        requestErrors(entry, failures);
        failures.add(new ErrorDoc(503, "There is too much to do. Nothing was stored; come again."));
        return failures;
    }

    private static boolean names(MethodDoc entry) {
        return entry.parameters().stream()
                        .anyMatch(parameter -> parameter.required() && NAMES_IN_ADDRESS.contains(parameter.name()))
                || entry.members().stream().anyMatch(member -> NAMES_IN_BODY.contains(member.name()));
    }

    private static void signIn(AuthenticationRequirement access, List<ErrorDoc> failures) {
        switch (access) {
            case SIGNED_IN -> failures.add(new ErrorDoc(401, "Nobody signed in, or the password does not fit."));
            case OPTIONAL -> failures.add(new ErrorDoc(401, "Somebody tried to sign in and failed."));
            case NONE, OPTIONAL_LENIENT -> {}
        }
    }

    private static void requestErrors(MethodDoc entry, List<ErrorDoc> failures) {
        if (entry.takesBody()) {
            long max = entry.method().is(MethodTrait.BULK) ? HttpLimits.BULK_BODY_BYTES : HttpLimits.BODY_BYTES;
            failures.add(new ErrorDoc(400, "The body is neither proper JSON nor a form."));
            failures.add(new ErrorDoc(408, "The body came too slowly."));
            failures.add(new ErrorDoc(
                    413,
                    "The body is larger than " + max + " bytes, or holds more than " + HttpLimits.BODY_VALUES
                            + " values."));
            failures.add(
                    new ErrorDoc(405, "The HTTP method is none of: " + String.join(", ", entry.httpMethods()) + "."));
        }
    }
}
