package dev.varve.source;

import dev.varve.dsl.NamingConvention;
import dev.varve.model.ColumnNames;
import dev.varve.model.ColumnProperty;
import dev.varve.model.Index;
import dev.varve.model.MaterializedView;
import dev.varve.model.Partition;
import dev.varve.model.PartitionBound;
import dev.varve.model.View;
import dev.varve.sql.Expression;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.SqlNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is read as a table is, beside tables, and its indexes. */
final class RelationForms {

    private static final Pattern RANGE = Pattern.compile("(?s)FOR VALUES FROM (\\(.*\\)) TO (\\(.*\\))");
    private static final Pattern LIST = Pattern.compile("(?s)FOR VALUES IN \\((.*)\\)");
    private static final Pattern HASH = Pattern.compile("FOR VALUES WITH \\(modulus (\\d+), remainder (\\d+)\\)");

    private RelationForms() {}

    static List<ObjectForm<?>> all() {
        return List.of(
                new TableForm(),
                ObjectForm.of(View.class, (id, source) -> Names.of("view", id.name()), RelationForms::view),
                ObjectForm.of(
                        MaterializedView.class,
                        (id, source) -> Names.of("materializedView", id.name()),
                        RelationForms::materializedView),
                ObjectForm.of(
                        Partition.class, (id, source) -> Names.of("partition", id.name()), RelationForms::partition),
                ObjectForm.of(
                        Index.class,
                        (id, source) -> Names.of("index", id.name()),
                        (index, source) -> IndexForm.of(index, source.naming())));
    }

    private static Code view(View view, Source source) {
        Chain chain = listed(Names.of("view", view.name()), view.columns());
        Chain selecting = chain.then("as", view.query().text())
                .when(view.stub().map(stub -> stub.query().text()), "startingAs");
        for (Map.Entry<String, String> option : view.options().values().entrySet()) {
            selecting = selecting.then("option", option.getKey(), option.getValue());
        }
        for (Map.Entry<String, Expression> value : view.defaults().entrySet()) {
            selecting = selecting.then("defaultTo", value.getKey(), Expressions.sql(value.getValue()));
        }
        return renamed(selecting, view.columns());
    }

    private static Chain listed(Chain chain, ColumnNames columns) {
        return chain.when(!columns.listed().isEmpty(), "columns", Names.list(columns.listed()));
    }

    private static Chain renamed(Chain chain, ColumnNames columns) {
        Chain all = chain;
        for (Map.Entry<String, String> column : columns.renamed().entrySet()) {
            all = all.then("renamed", column.getKey(), column.getValue());
        }
        return all;
    }

    private static Code materializedView(MaterializedView view, Source source) {
        Chain chain = listed(Names.of("materializedView", view.name()), view.columns())
                .then("as", view.query().text())
                .when(view.method(), "using");
        Chain said = renamed(IndexForm.stored(chain, view.storage()), view.columns());
        for (Map.Entry<String, Map<ColumnProperty, String>> column :
                view.properties().values().entrySet()) {
            said = said.then(new Call("column", properties(column.getKey(), column.getValue())));
        }
        return said;
    }

    private static List<Code> properties(String column, Map<ColumnProperty, String> properties) {
        List<Code> arguments = new ArrayList<>(List.of(Code.string(column)));
        properties.forEach((property, said) -> arguments.add(PropertyWords.of(property, said)));
        return arguments;
    }

    /** The words for indexes of a materialized view that is new. */
    static Code materializedView(MaterializedView view, List<Index> indexes, Source source) {
        Chain chain = (Chain) materializedView(view, source);
        for (Index index : indexes) {
            chain = chain.then(indexed("index", index, source.naming()));
        }
        return chain;
    }

    /** The word that adds an index to a new relation or one that is there. */
    static Call indexed(String word, Index index, NamingConvention naming) {
        return IndexForm.isPlain(index, naming)
                ? Call.of(word, IndexForm.columns(index))
                : Call.of(word, IndexForm.of(index, naming));
    }

    private static Code partition(Partition partition, Source source) {
        return partition(
                Names.of("partition", partition.name()).head("of", source.name(partition.parent())), partition, source);
    }

    /** The partition of whatever the words are about. */
    static Code attached(Partition partition, Source source) {
        return partition(Names.of("partition", partition.name()), partition, source);
    }

    private static Code partition(Chain named, Partition partition, Source source) {
        Chain bound = bound(named, partition.bound());
        return bound.when(partition.partitioning().map(FacetForms::partitioning), "partitionBy")
                .when(partition.foreign().map(foreign -> FacetForms.foreign(foreign, source)), "foreign")
                .when(
                        partition.order().isOwn(),
                        "columnOrder",
                        Names.list(partition.order().columns()));
    }

    private static Chain bound(Chain chain, PartitionBound bound) {
        Matcher range = RANGE.matcher(bound.text());
        if (range.matches()) {
            List<String> ends = SqlNames.list(range.group(1) + ", " + range.group(2));
            if (ends.size() == 2) {
                return chain.then(new Call("from", values(inner(range.group(1)))))
                        .then(new Call("to", values(inner(range.group(2)))));
            }
        }
        Matcher list = LIST.matcher(bound.text());
        if (list.matches()) {
            return chain.then(new Call("in", values(list.group(1))));
        }
        Matcher hash = HASH.matcher(bound.text());
        return hash.matches()
                ? chain.then("remainder", Integer.valueOf(hash.group(1)), Integer.valueOf(hash.group(2)))
                : chain.then("byDefault");
    }

    private static String inner(String bracketed) {
        return bracketed.substring(1, bracketed.length() - 1);
    }

    private static List<Code> values(String text) {
        List<Code> values = new ArrayList<>();
        SqlNames.list(text).forEach(value -> values.add(value(value.strip())));
        return values;
    }

    private static Code value(String text) {
        if (text.equals("MINVALUE") || text.equals("MAXVALUE")) {
            return Code.raw(text);
        }
        boolean isText = text.matches("(?s)'(?:[^']|'')*'");
        return isText
                ? Code.string(text.substring(1, text.length() - 1).replace("''", "'"))
                : Expressions.sql(new Expression(text));
    }

    /** A relation of any kind by its name. */
    static Code relation(QualifiedName name) {
        return Names.of("table", name);
    }
}
