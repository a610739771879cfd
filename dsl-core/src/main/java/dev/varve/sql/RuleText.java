package dev.varve.sql;

import java.util.List;
import java.util.Optional;

/**
 * What PostgreSQL prints of a rule.
 *
 * @param where the condition; none if empty
 * @param commands what is done; nothing if empty
 */
public record RuleText(Optional<Expression> where, List<Query> commands) {

    public RuleText {
        commands = List.copyOf(commands);
    }

    /** The parts of what {@code pg_get_ruledef} gives. */
    public static RuleText printed(String text) {
        List<String> parts = OutsideBrackets.of(text).around("do");
        List<String> head = OutsideBrackets.of(parts.get(0)).around("where");
        Optional<Expression> where = head.size() == 1 ? Optional.empty() : Optional.of(Expression.printed(head.get(1)));
        String action = parts.get(1).strip().replaceFirst("^INSTEAD\\s+", "");
        return new RuleText(where, action.equals("NOTHING;") ? List.of() : commands(action));
    }

    private static List<Query> commands(String action) {
        boolean several = action.startsWith("(") && action.endsWith(");");
        String list = several ? action.substring(1, action.length() - 2) : action;
        return OutsideBrackets.of(list).between(";").stream()
                .filter(command -> !command.isBlank())
                .map(Query::printed)
                .toList();
    }
}
