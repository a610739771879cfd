package dev.varve.timescale.source;

import dev.varve.model.Facet;
import dev.varve.model.Table;
import dev.varve.source.Call;
import dev.varve.source.Chain;
import dev.varve.source.Code;
import dev.varve.source.FacetForm;
import dev.varve.source.Names;
import dev.varve.source.Source;
import dev.varve.sql.QualifiedName;
import dev.varve.timescale.model.ChunkSkipping;
import dev.varve.timescale.model.Compression;
import dev.varve.timescale.model.CompressionPolicy;
import dev.varve.timescale.model.Dimension;
import dev.varve.timescale.model.HashDimension;
import dev.varve.timescale.model.Hypertable;
import dev.varve.timescale.model.IntegerSpan;
import dev.varve.timescale.model.RangeDimension;
import dev.varve.timescale.model.RetentionPolicy;
import dev.varve.timescale.model.Tablespaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The facts about tables that TimescaleDB has. */
final class HypertableFacets {

    private HypertableFacets() {}

    static List<FacetForm<?>> all() {
        return List.of(
                FacetForm.of(
                        Hypertable.class, (facet, source) -> hypertable("hypertable", facet, source), "rebuildAsTable"),
                FacetForm.of(Tablespaces.class, (facet, source) -> tablespaces(facet), "tablespaces"),
                FacetForm.of(ChunkSkipping.class, (facet, source) -> skipping(facet), "skipChunksBy"),
                new OfTable<>(Compression.class, HypertableFacets::compression, "dropCompression"),
                new OfTable<>(CompressionPolicy.class, HypertableFacets::compressing, "dropCompressionPolicy"),
                new OfTable<>(
                        RetentionPolicy.class,
                        (policy, table) -> List.of(policies(table).retain(policy)),
                        "dropRetention"));
    }

    /** The form of what can be said in another way where more is known of the table. */
    private record OfTable<F extends Facet>(
            Class<F> type, BiFunction<F, Optional<Table>, List<Call>> words, String gone) implements FacetForm<F> {

        @Override
        public List<Call> words(F facet, Source source) {
            return words.apply(facet, Optional.empty());
        }

        @Override
        public List<Call> words(F facet, Table table, Source source) {
            return words.apply(facet, Optional.of(table));
        }

        @Override
        public Call end() {
            return Call.of(gone);
        }
    }

    private static Policies policies(Optional<Table> table) {
        return new Policies(table.flatMap(t -> t.facet(Hypertable.class)).map(Hypertable::time));
    }

    /** Compression and its policy are said in one word. */
    private static List<Call> compression(Compression compression, Optional<Table> table) {
        Code code = table.flatMap(t -> t.facet(CompressionPolicy.class))
                .map(policy ->
                        Compressions.of(compression, policy, policies(table).usual(policy)))
                .orElseGet(() -> Compressions.of(compression));
        return List.of(Call.of("compress", code));
    }

    private static List<Call> compressing(CompressionPolicy policy, Optional<Table> table) {
        return table.isPresent() ? List.of() : List.of(policies(table).compressAfter(policy));
    }

    /** That a table is, or becomes, a hypertable. */
    static Call hypertable(String word, Hypertable hypertable, Source source) {
        List<Code> dimensions = new ArrayList<>(List.of(dimension(hypertable.time(), source)));
        hypertable.others().forEach(other -> dimensions.add(dimension(other, source)));
        return new Call(word, dimensions);
    }

    /** A column by which a hypertable is cut. */
    static Code dimension(Dimension dimension, Source source) {
        if (dimension instanceof HashDimension hash) {
            return Call.of("hash", hash.column(), hash.partitions());
        }
        RangeDimension range = (RangeDimension) dimension;
        Code length = range.interval() instanceof IntegerSpan units
                ? Spans.number(units.length())
                : Spans.of(range.interval());
        Chain chain = Chain.of("by", range.column()).then("every", length);
        Chain clocked = range.clock()
                .map(clock ->
                        chain.then("now", Chain.on(function(clock)).then("id").then("name")))
                .orElse(chain);
        return range.function()
                .map(id -> clocked.then("through", Chain.on(source.name(id)).then("id")))
                .orElse(clocked);
    }

    static Code function(QualifiedName name) {
        return Names.of("function", name);
    }

    static Call tablespaces(Tablespaces tablespaces) {
        return Call.of("tablespaces", Names.list(tablespaces.names()));
    }

    static Call skipping(ChunkSkipping skipping) {
        return Call.of("skipChunksBy", Names.list(skipping.skipped()));
    }
}
