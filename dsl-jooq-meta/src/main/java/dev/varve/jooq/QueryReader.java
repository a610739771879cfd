package dev.varve.jooq;

import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.MetaProvider;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.conf.ParseNameCase;
import org.jooq.conf.ParseUnknownFunctions;
import org.jooq.conf.ParseWithMetaLookups;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** Reads queries by the parser of jOOQ, which tells of which relation a column is, as far as it knows the relations. */
record QueryReader(DSLContext parser) {

    private static final Settings READING = new Settings()
            .withParseDialect(SQLDialect.POSTGRES)
            .withParseNameCase(ParseNameCase.LOWER_IF_UNQUOTED)
            .withParseUnknownFunctions(ParseUnknownFunctions.IGNORE)
            .withParseWithMetaLookups(ParseWithMetaLookups.IGNORE_ON_FAILURE);

    /** A reader of queries from these relations. */
    static QueryReader of(Collection<Relation> relations) {
        DSLContext plain = DSL.using(SQLDialect.POSTGRES);
        List<KnownTable> known = relations.stream().map(KnownTable::new).toList();
        MetaProvider tables = () -> plain.meta(known.toArray(Table<?>[]::new));
        return new QueryReader(DSL.using(plain.configuration().derive(READING).derive(tables)));
    }

    /**
     * What a query means.
     *
     * @throws org.jooq.impl.ParserException if jOOQ does not understand it
     */
    Select<?> read(String query) {
        return parser.parser().parseSelect(query);
    }
}
