package dev.varve.timescale;

import dev.varve.dsl.TableClause;
import dev.varve.dsl.TableSpec;
import dev.varve.sql.QualifiedName;
import dev.varve.timescale.model.Interval;
import dev.varve.timescale.model.RetentionPolicy;
import java.util.List;
import java.util.Optional;

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

    /** Keeps its rows for so long; after that their chunks are dropped. */
    public HypertableSpec retain(Interval age) {
        return with(new TimescaleClause.Retained(new RetentionPolicy(age, Optional.empty())));
    }
}
