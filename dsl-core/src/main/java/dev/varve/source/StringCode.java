package dev.varve.source;

import java.util.Set;

/** A string: in quotes, or as a text block if it has several lines. */
record StringCode(String value) implements Code {

    /** A constant of a class file has 65,535 bytes at most, and a letter can take three of them. */
    private static final int LONGEST = 20_000;

    private static final String FENCE = "\"\"\"";

    @Override
    public Set<String> imports() {
        return Set.of();
    }

    @Override
    public String text(int indent, int before) {
        return value.length() > LONGEST
                ? quoted(value.substring(0, LONGEST)) + ".concat("
                        + new StringCode(value.substring(LONGEST)).text(indent, before) + ')'
                : isBlock() ? block(indent) : quoted(value);
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
        if (!value.endsWith("\n")) {
            text.append(isIndented() ? "\\\n" + margin : "");
        } else {
            text.append(margin);
        }
        return text.append(FENCE).toString();
    }

    /** Then the end of the block has a line of its own, which tells the compiler where lines begin. */
    private boolean isIndented() {
        return value.lines().noneMatch(line -> !line.isEmpty() && line.charAt(0) != ' ');
    }

    private static String escaped(String line) {
        int last = line.length() - 1;
        if (line.endsWith("\"")) {
            return escaped(line.substring(0, last)) + "\\\"";
        }
        String plain = line.replace("\\", "\\\\").replace(FENCE, "\\\"\\\"\\\"").replace("\t", "\\t");
        return plain.endsWith(" ") ? plain.substring(0, plain.length() - 1) + "\\s" : plain;
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
