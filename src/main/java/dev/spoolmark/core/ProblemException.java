package dev.spoolmark.core;

/// Carries a [Problem] from where a rule was broken to the one place that words it.
///
/// It has no stack trace: a refusal is an answer, not a fault.
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.getClass().getSimpleName(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
