package dev.varve.dsl;

import dev.varve.model.TypeName;

/** The built-in types that few columns have: shapes, ranges, texts to search, and what PostgreSQL says of itself. */
public abstract class SpecialTypes {

    /** For {@link Types}, which has the types that many columns have. */
    protected SpecialTypes() {}

    /** Points of a plane, written as {@code (1, 2)}. */
    public static ColumnSpec<String> point() {
        return special("point");
    }

    /** Lines without an end, written as <code>{1, 2, 3}</code> for {@code x + 2y + 3 = 0}. */
    public static ColumnSpec<String> line() {
        return special("line");
    }

    /** Segments of lines, written as {@code [(0, 0), (1, 1)]}. */
    public static ColumnSpec<String> lseg() {
        return special("lseg");
    }

    /** Rectangles by two corners, written as {@code (1, 1), (0, 0)}. */
    public static ColumnSpec<String> box() {
        return special("box");
    }

    /** Paths, open as {@code [(0, 0), (1, 1)]} or closed as {@code ((0, 0), (1, 1))}. */
    public static ColumnSpec<String> path() {
        return special("path");
    }

    /** Polygons, written as {@code ((0, 0), (1, 1), (2, 0))}. */
    public static ColumnSpec<String> polygon() {
        return special("polygon");
    }

    /** Circles, written as {@code <(0, 0), 1>}. */
    public static ColumnSpec<String> circle() {
        return special("circle");
    }

    /** Ranges of {@code integer}, written as {@code [1,10)}. */
    public static ColumnSpec<String> int4range() {
        return special("int4range");
    }

    /** Ranges of {@code bigint}. */
    public static ColumnSpec<String> int8range() {
        return special("int8range");
    }

    /** Ranges of {@code numeric}. */
    public static ColumnSpec<String> numrange() {
        return special("numrange");
    }

    /** Ranges of {@code timestamp}. */
    public static ColumnSpec<String> tsrange() {
        return special("tsrange");
    }

    /** Ranges of {@code timestamptz}. */
    public static ColumnSpec<String> tstzrange() {
        return special("tstzrange");
    }

    /** Ranges of {@code date}. */
    public static ColumnSpec<String> daterange() {
        return special("daterange");
    }

    /** Sets of ranges of {@code integer}, written as <code>{[1,3), [5,9)}</code>. */
    public static ColumnSpec<String> int4multirange() {
        return special("int4multirange");
    }

    /** Sets of ranges of {@code bigint}. */
    public static ColumnSpec<String> int8multirange() {
        return special("int8multirange");
    }

    /** Sets of ranges of {@code numeric}. */
    public static ColumnSpec<String> nummultirange() {
        return special("nummultirange");
    }

    /** Sets of ranges of {@code timestamp}. */
    public static ColumnSpec<String> tsmultirange() {
        return special("tsmultirange");
    }

    /** Sets of ranges of {@code timestamptz}. */
    public static ColumnSpec<String> tstzmultirange() {
        return special("tstzmultirange");
    }

    /** Sets of ranges of {@code date}. */
    public static ColumnSpec<String> datemultirange() {
        return special("datemultirange");
    }

    /** Texts prepared for a search. */
    public static ColumnSpec<String> tsvector() {
        return special("tsvector");
    }

    /** What is searched for in a {@code tsvector}. */
    public static ColumnSpec<String> tsquery() {
        return special("tsquery");
    }

    /** Addresses of network cards, of six bytes. */
    public static ColumnSpec<String> macaddr() {
        return special("macaddr");
    }

    /** Addresses of network cards, of eight bytes. */
    public static ColumnSpec<String> macaddr8() {
        return special("macaddr8");
    }

    /** Addresses of networks, written as {@code 192.168.0.0/24}. */
    public static ColumnSpec<String> cidr() {
        return special("cidr");
    }

    /** Paths into JSON. */
    public static ColumnSpec<String> jsonpath() {
        return special("jsonpath");
    }

    /** Names of the catalogs: texts of at most 63 bytes. */
    public static ColumnSpec<String> name() {
        return special("name");
    }

    /** Positions in the write-ahead log. */
    public static ColumnSpec<String> pgLsn() {
        return special("pg_lsn");
    }

    /** Which transactions were visible at a moment. */
    public static ColumnSpec<String> pgSnapshot() {
        return special("pg_snapshot");
    }

    /** Which transactions were visible at a moment, as PostgreSQL wrote it before version 13. */
    public static ColumnSpec<String> txidSnapshot() {
        return special("txid_snapshot");
    }

    /** Numbers of transactions that never wrap around. */
    public static ColumnSpec<String> xid8() {
        return special("xid8");
    }

    /** Names of cursors. */
    public static ColumnSpec<String> refcursor() {
        return special("refcursor");
    }

    /** Relations, by a number that is written as a name. */
    public static ColumnSpec<String> regclass() {
        return special("regclass");
    }

    /** Collations, by a number that is written as a name. */
    public static ColumnSpec<String> regcollation() {
        return special("regcollation");
    }

    /** Configurations of text search, by a number that is written as a name. */
    public static ColumnSpec<String> regconfig() {
        return special("regconfig");
    }

    /** Dictionaries of text search, by a number that is written as a name. */
    public static ColumnSpec<String> regdictionary() {
        return special("regdictionary");
    }

    /** Schemas, by a number that is written as a name. */
    public static ColumnSpec<String> regnamespace() {
        return special("regnamespace");
    }

    /** Operators, by a number that is written as a name. */
    public static ColumnSpec<String> regoper() {
        return special("regoper");
    }

    /** Operators with the types of their arguments, by a number that is written as a name. */
    public static ColumnSpec<String> regoperator() {
        return special("regoperator");
    }

    /** Functions, by a number that is written as a name. */
    public static ColumnSpec<String> regproc() {
        return special("regproc");
    }

    /** Functions with the types of their arguments, by a number that is written as a name. */
    public static ColumnSpec<String> regprocedure() {
        return special("regprocedure");
    }

    /** Roles, by a number that is written as a name. */
    public static ColumnSpec<String> regrole() {
        return special("regrole");
    }

    /** Types, by a number that is written as a name. */
    public static ColumnSpec<String> regtype() {
        return special("regtype");
    }

    /** Single bytes, which the catalogs use as codes: the type {@code "char"}, with the quotes. */
    public static ColumnSpec<String> internalChar() {
        return special("\"char\"");
    }

    private static ColumnSpec<String> special(String name) {
        return ColumnSpec.of(TypeName.of(name), String.class);
    }
}
