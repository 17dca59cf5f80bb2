package io.tocsin.drill.expression;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Recursive descent: OR binds weakest, then AND, then NOT, then comparisons. Words in any case. */
final class Parser {
    private static final Map<String, Operator> SIGNS = Map.of(
            "==", Operator.EQUAL,
            "=", Operator.EQUAL,
            "!=", Operator.DIFFERENT,
            "<>", Operator.DIFFERENT,
            "<", Operator.LESS,
            "<=", Operator.LESS_OR_EQUAL,
            ">", Operator.GREATER,
            ">=", Operator.GREATER_OR_EQUAL);

    private static final Set<String> RESERVED = Set.of("AND", "OR", "NOT", "HAS", "IN", "CONTAINS");

    private final Tokens tokens;

    Parser(String text) {
        this.tokens = new Tokens(text);
    }

    Expression parse() {
        Expression whole = or();
        tokens.expectEnd();
        return whole;
    }

    private Expression or() {
        Expression left = and();
        while (tokens.takeWord("OR") || tokens.takeSign("||")) {
            left = new Expression.Or(left, and());
        }
        return left;
    }

    private Expression and() {
        Expression left = not();
        while (tokens.takeWord("AND") || tokens.takeSign("&&")) {
            left = new Expression.And(left, not());
        }
        return left;
    }

    private Expression not() {
        if (tokens.takeWord("NOT")) {
            return new Expression.Not(not());
        }
        if (tokens.takeSign("(")) {
            Expression inner = or();
            tokens.expectSign(")");
            return inner;
        }
        return comparison();
    }

    private Expression comparison() {
        Operand left = operand();
        Operator operator = operator();
        return operator == null ? new Expression.Flag(left) : new Expression.Comparison(left, operator, operand());
    }

    private Operator operator() {
        Tokens.Token next = tokens.peek();
        if (next.type() == Tokens.Type.SIGN && SIGNS.containsKey(next.text())) {
            tokens.next();
            return SIGNS.get(next.text());
        }
        if (tokens.takeWord("NOT")) {
            tokens.expectWord("IN");
            return Operator.NOT_IN;
        }
        for (Operator word : List.of(Operator.HAS, Operator.IN, Operator.CONTAINS)) {
            if (tokens.takeWord(word.name())) {
                return word;
            }
        }
        return null;
    }

    private Operand operand() {
        Tokens.Token token = tokens.next();
        return switch (token.type()) {
            case TEXT -> new Operand.Literal(JsonNodeFactory.instance.textNode(token.text()));
            case NUMBER -> new Operand.Literal(JsonNodeFactory.instance.numberNode(Double.parseDouble(token.text())));
            case WORD -> {
                if (RESERVED.contains(token.text().toUpperCase(Locale.ROOT))) {
                    throw tokens.wrong("a value", token);
                }
                yield word(token.text());
            }
            case SIGN -> {
                if (token.text().equals("[")) {
                    yield items();
                }
                throw tokens.wrong("a value", token);
            }
            case END -> throw tokens.wrong("a value", token);
        };
    }

    private static Operand word(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> new Operand.Literal(JsonNodeFactory.instance.booleanNode(true));
            case "false" -> new Operand.Literal(JsonNodeFactory.instance.booleanNode(false));
            case "null" -> new Operand.Literal(JsonNodeFactory.instance.nullNode());
            default -> new Operand.Attribute(List.of(text.split("\\.")));
        };
    }

    private Operand items() {
        List<Operand> items = new ArrayList<>();
        if (!tokens.takeSign("]")) {
            do {
                items.add(operand());
            } while (tokens.takeSign(","));
            tokens.expectSign("]");
        }
        return new Operand.Items(items);
    }
}
