package io.tocsin.closure;

import java.util.Locale;
import java.util.Map;

/** A chart of horizontal bars, as SVG that stands in a page or a PDF. Pure. */
final class BarChart {
    private static final int WIDTH = 640;
    private static final int LABEL = 200;
    private static final int VALUE = 70;
    private static final int ROW = 24;
    private static final int BAR = 16;

    private BarChart() {}

    /**
     * @param title says what is shown to whoever cannot see it
     * @param values label to value, top to bottom; nothing for none
     */
    static String of(String title, Map<String, ? extends Number> values) {
        if (values.isEmpty()) {
            return "";
        }
        double most =
                values.values().stream().mapToDouble(Number::doubleValue).max().orElse(1);
        int height = values.size() * ROW + 8;
        StringBuilder svg = new StringBuilder(512);
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"")
                .append(WIDTH)
                .append("\" height=\"")
                .append(height)
                .append("\" viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(height)
                .append("\" font-family=\"sans-serif\" font-size=\"13\"><title>")
                .append(escape(title))
                .append("</title>");
        int y = 4;
        for (Map.Entry<String, ? extends Number> value : values.entrySet()) {
            row(svg, y, value.getKey(), value.getValue().doubleValue(), most);
            y += ROW;
        }
        return svg.append("</svg>").toString();
    }

    private static void row(StringBuilder svg, int y, String label, double value, double most) {
        double length = most <= 0 ? 0 : (WIDTH - LABEL - VALUE) * value / most;
        int line = y + BAR - 3;
        svg.append("<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"#1a1a1c\">%s</text>"
                .formatted(LABEL - 8, line, escape(label)));
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"#0b4f9e\"/>",
                LABEL,
                y,
                Math.max(length, value > 0 ? 1 : 0),
                BAR));
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%d\" fill=\"#1a1a1c\">%s</text>",
                LABEL + length + 6,
                line,
                value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value)));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
