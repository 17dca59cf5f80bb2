package io.tocsin.platform;

import java.util.List;

/**
 * An error as its reader meets it, after RFC 9457.
 *
 * @param type stable name of this kind of error, the last segment of its {@code type} URI ({@code facts-missing})
 * @param status HTTP status
 * @param title the kind of error in a few words
 * @param detail what happened this time and what to do
 * @param violations all that is wrong with the input, never only the first
 */
public record Problem(String type, int status, Phrase title, Phrase detail, List<Violation> violations) {
    public Problem {
        violations = List.copyOf(violations);
    }

    public static Problem of(String type, int status, Phrase title, Phrase detail) {
        return new Problem(type, status, title, detail, List.of());
    }

    public ProblemException asException() {
        return new ProblemException(this);
    }

    public static ProblemException invalid(String type, Phrase detail, List<Violation> violations) {
        return new Problem(type, 422, Phrase.of("The input cannot be used", "入力内容に誤りがあります"), detail, violations)
                .asException();
    }

    public static ProblemException notFound(Phrase detail) {
        return of("not-found", 404, Phrase.of("Not found", "見つかりません"), detail).asException();
    }

    public static ProblemException conflict(String type, Phrase detail) {
        return of(type, 409, Phrase.of("Not possible in the present state", "現在の状態では実行できません"), detail)
                .asException();
    }

    public static ProblemException forbidden(Phrase detail) {
        return of("forbidden", 403, Phrase.of("Not allowed", "権限がありません"), detail)
                .asException();
    }
}
