package dev.spoolmark.core;

/// Thrown where a rule is violated; the dialect renders its [Problem].
///
/// It has no stack trace, since a rejected request is not a fault.
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
