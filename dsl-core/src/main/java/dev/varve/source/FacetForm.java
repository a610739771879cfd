package dev.varve.source;

import dev.varve.model.Facet;
import dev.varve.model.Table;
import java.util.List;
import java.util.function.BiFunction;

/** How one kind of fact about a table is written in the words of the DSL. */
public interface FacetForm<F extends Facet> {

    /** The class of the facts. */
    Class<F> type();

    /** The words about a table of which it is one, new or altered. */
    List<Call> words(F facet, Source source);

    /** The words about a new table, where those depend on what else is said of it. */
    default List<Call> words(F facet, Table table, Source source) {
        return words(facet, source);
    }

    /** The word by which it is one no more: {@code logged()}. */
    Call end();

    /** The form of a function. */
    static <F extends Facet> FacetForm<F> of(Class<F> type, BiFunction<F, Source, Call> word, String end) {
        return new FacetForm<>() {

            @Override
            public Class<F> type() {
                return type;
            }

            @Override
            public List<Call> words(F facet, Source source) {
                return List.of(word.apply(facet, source));
            }

            @Override
            public Call end() {
                return Call.of(end);
            }
        };
    }
}
