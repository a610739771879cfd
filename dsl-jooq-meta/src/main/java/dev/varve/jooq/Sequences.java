package dev.varve.jooq;

import dev.varve.model.Column;
import dev.varve.model.ObjectId;
import dev.varve.model.Sequence;
import dev.varve.model.SequenceOptions;
import dev.varve.model.Table;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jooq.meta.DefaultSequenceDefinition;
import org.jooq.meta.SchemaDefinition;
import org.jooq.meta.SequenceDefinition;
import org.jspecify.annotations.Nullable;

/** The sequences, as the generator takes them. */
record Sequences(
        Relations relations, DataTypes types, Comments comments, Function<ObjectId<?>, SchemaDefinition> schemas) {

    /** Those that somebody made, and those of serial and identity columns if the generator is told to include them. */
    Stream<SequenceDefinition> definitions(Predicate<ObjectId<?>> wanted, boolean ofColumns) {
        Stream<Sequence> made = relations.state().objects(Sequence.class);
        Stream<Sequence> owned = ofColumns ? relations.tables().stream().flatMap(Sequences::of) : Stream.of();
        return Stream.concat(made, owned)
                .filter(sequence -> wanted.test(sequence.id()))
                .map(this::definition);
    }

    private static Stream<Sequence> of(Table table) {
        return table.columns().stream().flatMap(column -> of(table, column));
    }

    private static Stream<Sequence> of(Table table, Column column) {
        return column.numbered().stream()
                .flatMap(numbered -> column.sequence(table.name()).stream()
                        .map(name -> new Sequence(name, column.type(), numbered.options())));
    }

    private SequenceDefinition definition(Sequence sequence) {
        SequenceOptions options = sequence.options();
        return new DefaultSequenceDefinition(
                schemas.apply(sequence.id()),
                sequence.name().name(),
                types.of(sequence.type(), false, ""),
                comments.on(sequence.id()),
                said(options.start(), 1),
                said(options.increment(), 1),
                said(options.minimum(), options.increment() > 0 ? 1 : Long.MIN_VALUE),
                said(options.maximum(), options.increment() > 0 ? Long.MAX_VALUE : -1),
                options.cycle(),
                said(options.cache(), 1));
    }

    /** A number, or nothing where it is what it would be anyway. */
    private static @Nullable Number said(long number, long otherwise) {
        return number == otherwise ? null : number;
    }
}
