package dev.varve.model;

import dev.varve.sql.Sql;

/** A part of {@code create table} beside the columns and constraints, with the place where PostgreSQL wants it. */
public record TablePart(Place place, Sql text) {

    /** Where a part stands, in the order in which PostgreSQL takes them. */
    public enum Place {
        /** Between {@code create} and {@code table}. */
        PERSISTENCE,
        /** Before the columns. */
        TYPE,
        /** After the columns: the tables from which it inherits. */
        PARENTS,
        /** How rows are spread over partitions. */
        PARTITIONING,
        /** How rows are stored. */
        ACCESS_METHOD,
        /** The storage parameters. */
        OPTIONS,
        /** Where rows are stored. */
        TABLESPACE,
        /** The server of a foreign table and what it is told. */
        SERVER
    }
}
