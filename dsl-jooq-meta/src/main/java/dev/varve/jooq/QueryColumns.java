package dev.varve.jooq;

import dev.varve.model.TypeName;
import dev.varve.sql.Query;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.TableField;
import org.jooq.impl.QOM;

/**
 * The columns of the result of a query. They have the names of the first of the queries that it combines, and the types on which all agree.
 *
 * @param parts the queries that it combines
 * @param list what the first of them selects, as text
 */
record QueryColumns(List<Select<?>> parts, SelectList list, ResultTypes types) {

    /**
     * Reads a query.
     *
     * @throws org.jooq.impl.ParserException if jOOQ does not understand it
     */
    static QueryColumns of(Query query, QueryReader reader, ResultTypes types) {
        List<Query> parts = query.parts();
        return new QueryColumns(
                parts.stream().<Select<?>>map(part -> reader.read(part.text())).toList(),
                SelectList.of(new Words(parts.get(0).tokens())),
                types);
    }

    /** The columns in their order. */
    List<ResultColumn> columns() {
        return IntStream.range(0, fields().size()).mapToObj(this::column).toList();
    }

    private List<Field<?>> fields() {
        return parts.get(0).getSelect();
    }

    private ResultColumn column(int place) {
        TypeName type = type(place).orElse(ResultTypes.UNKNOWN);
        return new ResultColumn(place, name(fields().get(place), place, type), type);
    }

    /** Where a star stands for columns, the text does not tell in which place the others are. */
    private Optional<String> name(Field<?> field, int place, TypeName type) {
        if (field instanceof QOM.FieldAlias<?> || field instanceof TableField<?, ?>) {
            return Optional.of(field.getName());
        }
        return list.items().size() == fields().size() ? list.items().get(place).name(type) : Optional.empty();
    }

    /** PostgreSQL compares the queries two by two. */
    private Optional<TypeName> type(int place) {
        CommonType common = new CommonType(types.domains());
        return parts.stream()
                .map(part -> Candidate.of(part.getSelect().get(place), types.in(part)))
                .reduce((one, next) -> new Candidate(common.of(List.of(one, next)), false))
                .flatMap(Candidate::type);
    }
}
