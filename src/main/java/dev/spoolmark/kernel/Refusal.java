package dev.spoolmark.kernel;

/// Carries a [Problem] from where a rule was broken to the one place that words it.
///
/// It has no stack trace: a refusal is an answer, not a fault.
public final class Refusal extends RuntimeException {

    private final transient Problem problem;

    public Refusal(Problem problem) {
        super(problem.getClass().getSimpleName(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
