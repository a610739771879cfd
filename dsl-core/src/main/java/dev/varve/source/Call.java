package dev.varve.source;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A word with its arguments: {@code column("price", numeric(18, 8))}. */
public record Call(String word, List<Code> arguments) implements Code {

    /** How long a line may be. */
    static final int WIDTH = 120;

    /** How far what belongs to a line above is indented. */
    static final int CONTINUATION = 8;

    /** A copy that cannot be changed. */
    public Call {
        arguments = List.copyOf(arguments);
    }

    /** A word with arguments, each a {@link Code}, or a value that Java has literals for. */
    public static Call of(String word, Object... arguments) {
        return new Call(word, List.of(arguments).stream().map(JavaLiteral::of).toList());
    }

    @Override
    public Set<String> imports() {
        return Code.imports(arguments);
    }

    @Override
    public String text(int indent, int before) {
        String flat = word + '(' + arguments.stream().map(Code::flat).collect(Collectors.joining(", ")) + ')';
        boolean fits = before + flat.length() <= WIDTH && !flat.contains("\n");
        if (fits || arguments.isEmpty()) {
            return flat;
        }
        return arguments.size() == 1
                ? word + '(' + arguments.get(0).text(indent, before + word.length() + 1) + ')'
                : word + "(\n" + onLines(indent + CONTINUATION) + ')';
    }

    private String onLines(int indent) {
        return arguments.stream()
                .map(argument -> " ".repeat(indent) + argument.text(indent, indent))
                .collect(Collectors.joining(",\n"));
    }
}
