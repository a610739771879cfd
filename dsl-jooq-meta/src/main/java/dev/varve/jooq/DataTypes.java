package dev.varve.jooq;

import dev.varve.model.ColumnValue;
import dev.varve.model.Database;
import dev.varve.model.TypeName;
import dev.varve.sql.QualifiedName;
import java.util.Map;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM.GenerationOption;
import org.jooq.meta.DefaultDataTypeDefinition;
import org.jooq.meta.SchemaDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Data types as the generator takes them, which is as the <a
 * href="https://www.postgresql.org/docs/current/infoschema-columns.html">information schema</a> of PostgreSQL has them.
 */
record DataTypes(HistoryDatabase database, Database state) {

    private static final Map<String, String> STANDARD_WORDS = Map.of(
            "varchar", "character varying",
            "char", "character",
            "bpchar", "character",
            "varbit", "bit varying",
            "timestamp", "timestamp without time zone",
            "timestamptz", "timestamp with time zone",
            "time", "time without time zone",
            "timetz", "time with time zone");

    private static final Map<String, String> CATALOG_NAMES = Map.of(
            "char", "bpchar",
            "\"char\"", "char",
            "integer", "int4",
            "bigint", "int8",
            "smallint", "int2",
            "boolean", "bool",
            "real", "float4",
            "double precision", "float8");

    /** The type of a value that is never missing or may be. */
    DefaultDataTypeDefinition of(TypeName type, boolean nullable, String otherwise) {
        Domains domains = new Domains(state);
        TypeName base = domains.base(type);
        TypeSize size = TypeSize.of(base);
        return new DefaultDataTypeDefinition(
                database,
                schema(type),
                word(base),
                size.length(),
                size.precision(),
                size.scale(),
                nullable && !domains.isNeverNull(type),
                otherwise.isEmpty() ? null : otherwise,
                name(type.name()));
    }

    private @Nullable SchemaDefinition schema(TypeName type) {
        return type.userDefined().map(name -> database.getSchema(name.schema())).orElse(null);
    }

    private static String word(TypeName type) {
        String name = type.name().name();
        if (type.array()) {
            return catalogName(type.name()) + " ARRAY";
        }
        return type.userDefined().isPresent() ? "USER-DEFINED" : STANDARD_WORDS.getOrDefault(name, name);
    }

    private static Name name(QualifiedName type) {
        return DSL.name(type.schema().isEmpty() ? "pg_catalog" : type.schema(), catalogName(type));
    }

    /** The name of a type in {@code pg_type}, which differs from that in SQL for some. */
    static String catalogName(QualifiedName type) {
        return type.schema().isEmpty() ? CATALOG_NAMES.getOrDefault(type.name(), type.name()) : type.name();
    }

    /** What a column gets when nobody says anything. */
    static String otherwise(ColumnValue value) {
        return value.defaultExpression().map(expression -> expression.text()).orElse("");
    }

    static GenerationOption option(ColumnValue.Generated generated) {
        return generated.virtual() ? GenerationOption.VIRTUAL : GenerationOption.STORED;
    }
}
