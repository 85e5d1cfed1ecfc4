package kz.uzdik.http;

import java.io.Serial;

/** Carries a {@link Problem} out of the decoding of a request to {@link Door}, which answers it. */
public final class ProblemException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.type(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
