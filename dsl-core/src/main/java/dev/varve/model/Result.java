package dev.varve.model;

import dev.varve.sql.Fragment;
import dev.varve.sql.SqlNames;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a function gives back: a value, rows of a type ({@code setof}), or rows of named columns ({@code table}).
 *
 * @param form nothing for a value, else the word for rows
 * @param columns one without a name unless it is a table
 */
public record Result(String form, List<Argument> columns) implements Fragment {

    private static final String VALUE = "";
    private static final String SET_OF = "setof ";
    private static final String TABLE = "table";

    public Result {
        columns = List.copyOf(columns);
    }

    /** The result that is written like that. */
    public static Result of(String text) {
        String stripped = text.strip();
        String lower = stripped.toLowerCase(Locale.ROOT);
        if (lower.matches("(?s)table\\s*\\(.*")) {
            String inside = stripped.substring(stripped.indexOf('(') + 1, stripped.lastIndexOf(')'));
            return new Result(
                    TABLE, SqlNames.list(inside).stream().map(Result::column).toList());
        }
        String form = lower.startsWith(SET_OF) ? SET_OF : VALUE;
        TypeName type = TypeName.of(stripped.substring(form.length()));
        return new Result(form, List.of(Argument.of("", type)));
    }

    private static Argument column(String text) {
        SqlNames.First first = SqlNames.first(text);
        return Argument.of(first.name(), TypeName.of(first.rest()));
    }

    /** This result, or the one that the arguments which are given back leave no choice about. */
    Result impliedBy(List<Argument> arguments) {
        List<Argument> given = arguments.stream()
                .filter(argument -> argument.mode().isOutput())
                .toList();
        if (given.isEmpty() || !form.equals(VALUE)) {
            return this;
        }
        TypeName type = given.size() == 1 ? given.get(0).type() : TypeName.of("record");
        return new Result(VALUE, List.of(Argument.of("", type)));
    }

    /** Rows with the columns of this result, if it has any, and one more. */
    Result plus(String column, TypeName type) {
        Stream<Argument> before = form.equals(TABLE) ? columns.stream() : Stream.of();
        return new Result(
                TABLE,
                Stream.concat(before, Stream.of(Argument.of(column, type))).toList());
    }

    /** Whether it is any number of rows. */
    public boolean isRows() {
        return !form.equals(VALUE);
    }

    /** Whether it is rows of columns with names. */
    public boolean isTable() {
        return form.equals(TABLE);
    }

    /** The types of its columns. */
    public List<TypeName> types() {
        return columns.stream().map(Argument::type).toList();
    }

    Result following(Rename rename) {
        return new Result(
                form,
                columns.stream()
                        .map(column -> Argument.of(column.name(), column.type().following(rename)))
                        .toList());
    }

    @Override
    public String sql() {
        return form.equals(TABLE)
                ? columns.stream().map(Argument::sql).collect(Collectors.joining(", ", "table(", ")"))
                : form + columns.get(0).sql();
    }
}
