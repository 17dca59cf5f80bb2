package io.tocsin.platform;

import java.util.stream.Collectors;

/** Carries a {@link Problem} to the edge, where it becomes {@code application/problem+json}. */
public class ProblemException extends RuntimeException {
    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.type() + ": " + problem.detail().en()
                + problem.violations().stream()
                        .map(v -> " [" + v.field() + ": " + v.message().en() + "]")
                        .collect(Collectors.joining()));
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
