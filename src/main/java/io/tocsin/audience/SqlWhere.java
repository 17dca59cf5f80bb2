package io.tocsin.audience;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A condition on rows of {@code recipient r}, to be put after {@code where}.
 *
 * @param arguments for its question marks, in order
 */
public record SqlWhere(String condition, List<Object> arguments) {
    public SqlWhere {
        arguments = List.copyOf(arguments);
    }

    /** The arguments of a statement that has others before and after this condition. */
    public Object[] argumentsBetween(List<?> before, Object... after) {
        List<Object> all = new ArrayList<>(before);
        all.addAll(arguments);
        all.addAll(Arrays.asList(after));
        return all.toArray();
    }
}
