package io.tocsin.drill.expression;

/** The text is no expression; the message says where and why. */
public final class ExpressionException extends RuntimeException {
    ExpressionException(String message) {
        super(message);
    }
}
