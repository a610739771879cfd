package dev.varve.timescale.model;

import dev.varve.model.Database;
import dev.varve.sql.Hazard;
import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The chunks of a hypertable that are compressed now, whichever these are when statements run. */
record CompressedChunks(QualifiedName table, TimescaleCall decompress, TimescaleCall compress, Database database) {

    private static final QualifiedName REMEMBERED = QualifiedName.of("pg_temp", "varve_compressed_chunks");

    static CompressedChunks of(QualifiedName table, Database database) {
        Sql chunk = Sql.raw("c.chunk");
        return new CompressedChunks(
                table,
                TimescaleCall.of("decompress_chunk").with("uncompressed_chunk", chunk),
                TimescaleCall.of("compress_chunk").with("uncompressed_chunk", chunk),
                database);
    }

    /** The statements with these chunks decompressed before them and compressed again after them, all in one transaction. */
    List<Statement> decompressedFor(List<Statement> statements) {
        List<Statement> all = new ArrayList<>();
        all.add(Statement.of(remembering(), LockMode.NONE));
        all.add(rewriting(decompress));
        all.addAll(statements);
        all.add(rewriting(compress));
        all.add(Statement.of(Sql.of("drop table {}", REMEMBERED), LockMode.NONE));
        return all;
    }

    private static Sql remembered(QualifiedName table) {
        return Sql.of("""
                select format('%I.%I', i.chunk_schema, i.chunk_name)::regclass as chunk
                from timescaledb_information.chunks i
                where i.is_compressed and i.hypertable_schema = {} and i.hypertable_name = {}""", Literal.text(table.schema()), Literal.text(table.name()));
    }

    private Sql remembering() {
        return Sql.of("create temporary table {} as\n{}", REMEMBERED, remembered(table));
    }

    private Statement rewriting(TimescaleCall call) {
        return Statement.of(
                Sql.of("{} from {} c", call.select(database), REMEMBERED),
                LockMode.ACCESS_EXCLUSIVE,
                Hazard.REWRITES_TABLE);
    }
}
