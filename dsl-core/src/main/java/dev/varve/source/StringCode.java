package dev.varve.source;

import java.util.Set;

/** A string: in quotes, or as a text block if it has several lines. */
record StringCode(String value) implements Code {

    private static final String FENCE = "\"\"\"";

    @Override
    public Set<String> imports() {
        return Set.of();
    }

    @Override
    public String text(int indent, int before) {
        return isBlock() ? block(indent) : quoted(value);
    }

    /** What the compiler would strip or change is kept only in quotes. */
    private boolean isBlock() {
        return value.strip().contains("\n") && !value.contains("\r");
    }

    private String block(int indent) {
        String margin = " ".repeat(indent + 8);
        StringBuilder text = new StringBuilder(FENCE + '\n');
        for (String line : value.split("\n", -1)) {
            text.append(line.isEmpty() ? "" : margin).append(escaped(line)).append('\n');
        }
        text.setLength(text.length() - 1);
        return value.endsWith("\n")
                ? text.append(margin).append(FENCE).toString()
                : text.append(FENCE).toString();
    }

    private static String escaped(String line) {
        String plain = line.replace("\\", "\\\\").replace(FENCE, "\\\"\\\"\\\"").replace("\t", "\\t");
        String safe = plain.endsWith("\"") ? plain.substring(0, plain.length() - 1) + "\\\"" : plain;
        return safe.endsWith(" ") ? safe.substring(0, safe.length() - 1) + "\\s" : safe;
    }

    private static String quoted(String value) {
        StringBuilder text = new StringBuilder("\"");
        value.chars().forEach(c -> text.append(quoted((char) c)));
        return text.append('"').toString();
    }

    private static String quoted(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c);
        };
    }
}
