package dev.varve.sql;

import dev.varve.sql.Token.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The columns that a query names of the relations from which it selects.
 *
 * @param called the relations by what they are called
 * @param items what it selects
 */
record QueryColumns(SqlText text, QueryRelations relations, Map<String, QualifiedName> called, List<SelectItem> items) {

    private static final Set<String> GROUPING = Set.of("group", "order", "partition");

    static Optional<QueryColumns> of(String query) {
        SqlText text = SqlText.of(query);
        int select = text.next(-1);
        return QueryRelations.of(text)
                .map(relations -> new QueryColumns(
                        text,
                        relations,
                        relations.called(),
                        SelectItem.between(text, select + 1, relations.begin() - 1)));
    }

    /** The text with a column called by its new name, and what it gives called as before; empty where one place is not certain. */
    Optional<String> renaming(QualifiedName relation, String from, String to) {
        boolean isCertain = called.containsValue(relation)
                && IntStream.range(0, text.size()).allMatch(i -> !mayBe(i, from) || isCertain(i, relation));
        return isCertain ? Optional.of(text.rewritten(i -> renamed(i, relation, from, to))) : Optional.empty();
    }

    /** Whether it may be a column of that name, of whatever relation. */
    private boolean mayBe(int i, String name) {
        Token before = text.neighbour(i, -1);
        return text.tokenAt(i).isName()
                && text.tokenAt(i).name().equals(name)
                && new ColumnPlaces(text).mayBeColumn(i)
                && !before.text().equalsIgnoreCase("as")
                && !text.neighbour(i, 1).is("=>")
                && !text.tokenAt(i - 3).is("::")
                && !relations.places().contains(i);
    }

    private boolean isCertain(int i, QualifiedName relation) {
        if (owner(i).isEmpty()) {
            return false;
        }
        boolean isOther = !owner(i).get().equals(relation);
        return isOther
                || item(i).map(item -> item.column().isPresent() || item.isCalledForItself())
                        .orElse(true);
    }

    /** The relation of the column there, if that is certain. */
    private Optional<QualifiedName> owner(int i) {
        if (text.tokenAt(i - 1).is(".")) {
            return text.tokenAt(i - 3).is(".")
                    ? Optional.empty()
                    : Optional.ofNullable(called.get(text.tokenAt(i - 2).name()));
        }
        boolean isSole = relations.isOne() && !relations.isOrdered() && !mayBeAlias(text.previous(i));
        return isSole ? called.values().stream().findFirst() : Optional.empty();
    }

    /** After something that is complete in itself a name may say what that is called. */
    private boolean mayBeAlias(int place) {
        Token before = text.tokenAt(place);
        boolean isBy = before.text().equalsIgnoreCase("by")
                && GROUPING.contains(text.neighbour(place, -1).text().toLowerCase(Locale.ROOT));
        boolean isWord = isBy || before.kind() == Kind.NAME && Keywords.mustQuote(before.name());
        boolean isSign = before.kind() == Kind.SYMBOL
                && !Character.isLetterOrDigit(before.text().charAt(0));
        return !isWord && !(isSign && !Set.of(")", "]").contains(before.text()));
    }

    private Optional<SelectItem> item(int i) {
        return items.stream().filter(item -> item.holds(i)).findFirst();
    }

    private String renamed(int i, QualifiedName relation, String from, String to) {
        if (isColumn(i, relation, from)) {
            boolean isBare = item(i).filter(
                            item -> item.column().filter(at -> at == i).isPresent()
                                    && item.as().isEmpty())
                    .isPresent();
            String name = Identifier.of(to).sql();
            return isBare ? name + " AS " + Identifier.of(from).sql() : name;
        }
        return saysAgain(i, relation, from, to) ? "" : text.tokenAt(i).text();
    }

    private boolean isColumn(int i, QualifiedName relation, String name) {
        return mayBe(i, name) && owner(i).filter(relation::equals).isPresent();
    }

    /** Whether something after a column there says only that it is called as it is called now anyway. */
    private boolean saysAgain(int i, QualifiedName relation, String from, String to) {
        return item(i).filter(item -> item.isCalled(to) && i <= text.previous(item.end()))
                .flatMap(SelectItem::column)
                .filter(column -> i > column && isColumn(column, relation, from))
                .isPresent();
    }
}
