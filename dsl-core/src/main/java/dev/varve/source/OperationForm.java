package dev.varve.source;

import dev.varve.operation.Operation;
import java.util.List;
import java.util.function.BiFunction;

/** How one kind of operation is said in the words of the DSL. */
public interface OperationForm<O extends Operation> {

    /** The class of the operations. */
    Class<O> type();

    /** What a migration says of the operation, in one sentence or several. */
    List<Sentence> sentences(O operation, Source source);

    /** The form of a function that says one sentence. */
    static <O extends Operation> OperationForm<O> of(Class<O> type, BiFunction<O, Source, Sentence> sentence) {
        return ofAll(type, sentence.andThen(List::of));
    }

    /** The form of a function. */
    static <O extends Operation> OperationForm<O> ofAll(
            Class<O> type, BiFunction<O, Source, List<Sentence>> sentences) {
        return new OperationForm<>() {

            @Override
            public Class<O> type() {
                return type;
            }

            @Override
            public List<Sentence> sentences(O operation, Source source) {
                return sentences.apply(operation, source);
            }
        };
    }
}
