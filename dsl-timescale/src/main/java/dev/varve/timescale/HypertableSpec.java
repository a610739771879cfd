package dev.varve.timescale;

import dev.varve.dsl.TableClause;
import dev.varve.dsl.TableSpec;
import dev.varve.sql.QualifiedName;
import dev.varve.timescale.model.Age;
import dev.varve.timescale.model.ChunkSkipping;
import dev.varve.timescale.model.RetentionPolicy;
import dev.varve.timescale.model.Schedule;
import dev.varve.timescale.model.Span;
import dev.varve.timescale.model.Tablespaces;
import java.util.List;

/** A hypertable as it is written: a table with the words that only a hypertable has. */
public final class HypertableSpec extends TableSpec<HypertableSpec> {

    HypertableSpec(QualifiedName name, List<TableClause> clauses) {
        super(name, clauses);
    }

    @Override
    protected HypertableSpec copy(QualifiedName otherName, List<TableClause> otherClauses) {
        return new HypertableSpec(otherName, otherClauses);
    }

    /** Compresses its chunks: {@code compress(after(days(7)).segmentBy("symbol").orderBy("timestamp"))}. */
    public HypertableSpec compress(CompressionSpec compression) {
        return with(new TimescaleClause.Compressed(compression));
    }

    /** Keeps its chunks in these tablespaces, by turns. */
    public HypertableSpec tablespaces(String... names) {
        return with(new TimescaleClause.Stated(new Tablespaces(List.of(names))));
    }

    /** Skips chunks by the range of the values of these columns, where a query says that range. */
    public HypertableSpec skipChunksBy(String... columns) {
        return with(new TimescaleClause.Stated(new ChunkSkipping(List.of(columns))));
    }

    /** Keeps its rows for so long; after that their chunks are dropped. */
    public HypertableSpec retain(Span age) {
        return retain(Age.of(age));
    }

    /** The same by another age, such as {@code sinceCreation(days(365))}. */
    public HypertableSpec retain(Age age) {
        return retain(age, Schedule.CHOSEN);
    }

    /** The same, looking for chunks to drop at these times. */
    public HypertableSpec retain(Age age, Schedule schedule) {
        return with(new TimescaleClause.Retained(new RetentionPolicy(age, schedule)));
    }
}
