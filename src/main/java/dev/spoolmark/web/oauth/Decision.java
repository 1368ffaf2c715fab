package dev.spoolmark.web.oauth;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.web.form.Form;

/// What a user decided about an application that asks.
enum Decision {
    APPROVE,
    DENY;

    /// @throws ProblemException with `Invalid` when the form has neither
    static Decision of(Form form) {
        Decision decision = form.choice("decision", Decision.class);
        if (decision == null || form.hasErrors()) {
            throw new ProblemException(new Problem.Invalid("decision"));
        }
        return decision;
    }
}
