package dev.varve.dsl;

import dev.varve.model.Conversion;
import dev.varve.model.ObjectId;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.sql.QualifiedName;
import java.util.List;

/** A conversion of encodings as it is written; with its name alone it stands for one that is already there. */
public record ConversionSpec(Conversion conversion) implements Named, Creation, Replacement {

    static ConversionSpec of(String name) {
        QualifiedName nothing = QualifiedName.unqualified("nothing");
        return new ConversionSpec(
                new Conversion(QualifiedName.of("public", name), "SQL_ASCII", "SQL_ASCII", nothing, false));
    }

    /** Puts the conversion into a schema. */
    public ConversionSpec inSchema(String schema) {
        return new ConversionSpec(conversion.named(conversion.name().inSchema(schema)));
    }

    /** Leads from one encoding to another, by the names that PostgreSQL has for them, such as {@code "UTF8"} and {@code "LATIN1"}. */
    public ConversionSpec between(String from, String to) {
        return new ConversionSpec(
                new Conversion(conversion.name(), from, to, conversion.function(), conversion.byDefault()));
    }

    /** Is done by a function of that schema. */
    public ConversionSpec with(String schema, String function) {
        QualifiedName name = QualifiedName.of(schema, function);
        return new ConversionSpec(
                new Conversion(conversion.name(), conversion.from(), conversion.to(), name, conversion.byDefault()));
    }

    /** Is the one by which texts come from and to clients, where its schema is in the search path. */
    public ConversionSpec asDefault() {
        return new ConversionSpec(
                new Conversion(conversion.name(), conversion.from(), conversion.to(), conversion.function(), true));
    }

    @Override
    public ObjectId<Conversion> id() {
        return conversion.id();
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(conversion));
    }

    @Override
    public Operation replacement() {
        return AlterObject.to(conversion);
    }
}
