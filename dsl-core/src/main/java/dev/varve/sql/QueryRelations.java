package dev.varve.sql;

import dev.varve.sql.Token.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The relations from which a query selects that is but one, and what they are called in it.
 *
 * @param text the query
 * @param begin where the list of relations begins
 * @param end where it ends
 */
record QueryRelations(SqlText text, int begin, int end) {

    /** What lets more be seen than is named, or joins columns by their names. */
    private static final Set<String> UNCLEAR = Set.of(
            "natural", "using", "lateral", "only", "with", "union", "intersect", "except", "tablesample", "values");

    private static final Set<String> AFTER =
            Set.of("where", "group", "having", "window", "order", "limit", "offset", "fetch", "for");

    /** Those of a query, unless it is more than one or unclear. */
    static Optional<QueryRelations> of(SqlText text) {
        List<String> words = text.withoutSpace();
        boolean isPlain = words.stream().filter("select"::equals).count() == 1
                && words.stream().noneMatch(UNCLEAR::contains);
        int from = atTop(text, 0, Set.of("from"));
        return isPlain && from < text.size()
                ? Optional.of(new QueryRelations(text, from + 1, atTop(text, from + 1, AFTER)))
                : Optional.empty();
    }

    /** Where the first of the words stands outside of brackets; {@code is distinct from} compares. */
    private static int atTop(SqlText text, int begin, Set<String> words) {
        for (int i = begin; i < text.size(); i = text.pastBrackets(i) + 1) {
            Token token = text.tokenAt(i);
            boolean compares = word(text.neighbour(i, -1)).equals("distinct");
            if (token.kind() == Kind.NAME && words.contains(token.name()) && !compares) {
                return i;
            }
        }
        return text.size();
    }

    private static String word(Token token) {
        return token.kind() == Kind.NAME ? token.name() : token.text();
    }

    /** Every relation by what it is called; none if two are called the same. */
    Map<String, QualifiedName> called() {
        Map<String, QualifiedName> called = new HashMap<>();
        for (int i : relations()) {
            QualifiedName name =
                    QualifiedName.of(text.tokenAt(i).name(), text.tokenAt(i + 2).name());
            int alias = alias(i);
            if (called.put(text.tokenAt(alias).name(), name) != null) {
                return Map.of();
            }
        }
        return called;
    }

    /** The places at which a relation is named, or said what it is called. */
    Set<Integer> places() {
        Set<Integer> places = new HashSet<>();
        relations().forEach(i -> places.addAll(Set.of(i, i + 2)));
        relations().forEach(i -> places.add(alias(i)));
        return places;
    }

    /** Whether nothing but one relation is selected from. */
    boolean isOne() {
        List<Integer> relations = relations();
        return relations.size() == 1
                && text.text(begin, relations.get(0)).isBlank()
                && text.text(alias(relations.get(0)) + 1, end).isBlank();
    }

    /** Whether what it gives is ordered, perhaps by what it is called. */
    boolean isOrdered() {
        return atTop(text, end, Set.of("order")) < text.size();
    }

    private List<Integer> relations() {
        Selection selection = new Selection(text);
        return IntStream.range(begin, end)
                .filter(i -> isQualified(i) && selection.isInFrom(i) && beginsItem(i))
                .boxed()
                .toList();
    }

    private boolean isQualified(int i) {
        return text.tokenAt(i).isName()
                && text.tokenAt(i + 1).is(".")
                && text.tokenAt(i + 2).isName()
                && !text.tokenAt(i + 3).is(".")
                && !text.tokenAt(i + 3).is("(");
    }

    private boolean beginsItem(int i) {
        return Set.of("from", "join", ",", "(").contains(word(text.neighbour(i, -1)));
    }

    /** Where it is said what the relation is called that is named there. */
    private int alias(int relation) {
        int next = text.next(relation + 2);
        int alias = word(text.tokenAt(next)).equals("as") ? text.next(next) : next;
        boolean isAlias = text.tokenAt(alias).kind() == Kind.QUOTED_NAME
                || text.tokenAt(alias).isName()
                        && !Keywords.mustQuote(text.tokenAt(alias).name());
        return isAlias && alias < end ? alias : relation + 2;
    }
}
