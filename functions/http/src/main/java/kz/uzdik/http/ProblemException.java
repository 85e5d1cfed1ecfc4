package kz.uzdik.http;

import java.io.Serial;
import kz.uzdik.contest.definition.Text;

/** Carries a {@link Problem} out of the decoding of a request to {@link Door}, which answers it. */
public final class ProblemException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.type(), null, false, false);
        this.problem = problem;
    }

    /** A refusal that its title says whole, in both languages; {@code type} as in {@link Problem}. */
    public static ProblemException refusing(int status, String type, String kk, String ru) {
        return new ProblemException(Problem.of(status, type, new Text(kk, ru)));
    }

    public Problem problem() {
        return problem;
    }
}
