package io.tocsin.drill.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An expression cut into words, values and signs. */
final class Tokens {
    enum Type {
        WORD,
        TEXT,
        NUMBER,
        SIGN,
        END
    }

    /** @param at position in the expression, first is 0 */
    record Token(Type type, String text, int at) {}

    private static final Pattern PIECE =
            Pattern.compile("\\s*(?:(?<text>'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\")"
                    + "|(?<number>-?\\d+(?:\\.\\d+)?)"
                    + "|(?<word>[A-Za-z_$][\\w$]*(?:\\.[A-Za-z_$][\\w$]*)*)"
                    + "|(?<sign>==|!=|<>|<=|>=|&&|\\|\\||[<>=()\\[\\],]))");

    private final List<Token> tokens = new ArrayList<>();
    private int position;

    Tokens(String expression) {
        Matcher piece = PIECE.matcher(expression);
        String rest = expression.stripTrailing();
        int at = 0;
        while (at < rest.length()) {
            if (!piece.find(at) || piece.start() != at) {
                throw new ExpressionException("not understood at position " + at + ": " + rest.substring(at));
            }
            tokens.add(token(piece));
            at = piece.end();
        }
        tokens.add(new Token(Type.END, "", rest.length()));
    }

    private static Token token(Matcher piece) {
        if (piece.group("text") != null) {
            String quoted = piece.group("text");
            String text = quoted.substring(1, quoted.length() - 1).replaceAll("\\\\(.)", "$1");
            return new Token(Type.TEXT, text, piece.start("text"));
        }
        if (piece.group("number") != null) {
            return new Token(Type.NUMBER, piece.group("number"), piece.start("number"));
        }
        return piece.group("word") != null
                ? new Token(Type.WORD, piece.group("word"), piece.start("word"))
                : new Token(Type.SIGN, piece.group("sign"), piece.start("sign"));
    }

    Token peek() {
        return tokens.get(position);
    }

    Token next() {
        Token token = tokens.get(position);
        if (token.type() != Type.END) {
            position++;
        }
        return token;
    }

    boolean takeWord(String word) {
        return take(peek().type() == Type.WORD && peek().text().equalsIgnoreCase(word));
    }

    boolean takeSign(String sign) {
        return take(peek().type() == Type.SIGN && peek().text().equals(sign));
    }

    void expectWord(String word) {
        if (!takeWord(word)) {
            throw wrong(word, peek());
        }
    }

    void expectSign(String sign) {
        if (!takeSign(sign)) {
            throw wrong(sign, peek());
        }
    }

    void expectEnd() {
        if (peek().type() != Type.END) {
            throw wrong("the end", peek());
        }
    }

    ExpressionException wrong(String expected, Token found) {
        String what = found.type() == Type.END ? "the end" : "'" + found.text() + "'";
        return new ExpressionException("expected " + expected + " but found " + what + " at position " + found.at());
    }

    private boolean take(boolean fits) {
        if (fits) {
            position++;
        }
        return fits;
    }
}
