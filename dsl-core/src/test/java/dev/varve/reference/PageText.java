package dev.varve.reference;

import dev.varve.model.Database;
import dev.varve.operation.Operation;
import dev.varve.plan.Inverse;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A page as Markdown: the words above, their SQL below, the way back and what it loses. */
record PageText(Page page) {

    String markdown() {
        StringBuilder text = new StringBuilder("# " + page.content().title() + "\n\n")
                .append(page.content().introduction().strip())
                .append("\n\nThis page is written from snippets that run on PostgreSQL 15 and 18 with every build.\n");
        page.snippets().forEach(snippet -> text.append('\n').append(section(snippet)));
        return text.toString();
    }

    private String section(Method snippet) {
        Snippet traits = snippet.getAnnotation(Snippet.class);
        Database before = state(page.before(snippet));
        List<Operation> operations = page.operations(snippet);
        Inverse inverse = Inverse.of(operations, before);
        StringBuilder text = new StringBuilder("## " + traits.value() + "\n\n")
                .append(block("java", page.source().body(snippet.getName())))
                .append(block("sql", sql(operations, before)))
                .append(back(inverse, state(operations, before)));
        if (traits.since() > 15) {
            text.append("\nNeeds PostgreSQL ").append(traits.since()).append(" or later.\n");
        }
        return text.toString();
    }

    private static String back(Inverse inverse, Database after) {
        if (!inverse.isPossible()) {
            return "There is no way back: " + String.join(" ", inverse.obstacles()) + "\n";
        }
        if (inverse.operations().isEmpty()) {
            return "Nothing has to be taken back.\n";
        }
        String lost =
                inverse.lost().isEmpty() ? "" : "\nLost by the way back: " + String.join("; ", inverse.lost()) + ".\n";
        return "The way back:\n\n"
                + block("sql", sql(inverse.operations(), after)).stripTrailing() + '\n' + lost;
    }

    private static String block(String language, String code) {
        return "```" + language + '\n' + code + "\n```\n\n";
    }

    static Database state(List<Operation> operations) {
        return state(operations, Database.empty());
    }

    static Database state(List<Operation> operations, Database before) {
        return Operation.afterAll(operations, before);
    }

    static String sql(List<Operation> operations, Database before) {
        return statements(operations, before).stream()
                .map(statement -> statement + ';')
                .collect(Collectors.joining("\n"));
    }

    static List<String> statements(List<Operation> operations, Database before) {
        List<String> statements = new ArrayList<>();
        Database state = before;
        for (Operation operation : operations) {
            operation
                    .statements(state)
                    .forEach(statement -> statements.add(statement.sql().text()));
            state = operation.after(state);
        }
        return statements;
    }
}
