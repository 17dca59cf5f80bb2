package io.tocsin.center;

import java.util.ArrayList;
import java.util.List;

/**
 * A row of numbers as columns, laid out in a drawing of 600 by 120 units.
 *
 * @param most the largest number
 */
public record ColumnChart(List<Column> columns, long most) {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 96;

    public record Column(int x, int y, int width, int height, long value) {}

    public static ColumnChart of(List<Long> values) {
        long most = Math.max(1, values.stream().mapToLong(v -> v).max().orElse(1));
        int step = WIDTH / Math.max(1, values.size());
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            int height = (int) (values.get(i) * HEIGHT / most);
            columns.add(new Column(i * step + 3, HEIGHT - height, step - 6, height, values.get(i)));
        }
        return new ColumnChart(columns, most);
    }

    public boolean isEmpty() {
        return columns.stream().allMatch(c -> c.value() == 0);
    }
}
