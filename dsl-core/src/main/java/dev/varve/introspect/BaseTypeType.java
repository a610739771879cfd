package dev.varve.introspect;

import dev.varve.model.BaseType;
import dev.varve.model.BaseTypeDefinition;
import dev.varve.model.BaseTypeDefinition.Layout;
import dev.varve.model.BaseTypeDefinition.Role;
import dev.varve.model.BaseTypeDefinition.Values;
import dev.varve.model.ColumnStorage;
import dev.varve.model.Database;
import dev.varve.model.TypeName;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.DefineType;
import dev.varve.operation.DropObject;
import dev.varve.operation.Operation;
import dev.varve.operation.UndefineType;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Types that users made of functions, and those that are not defined yet. */
final class BaseTypeType implements ObjectType<BaseType> {

    private static final String SQL = """
            select t.oid, n.nspname, t.typname, t.typisdefined, t.typlen, t.typbyval, t.typalign::text, t.typstorage::text,
                t.typcategory::text, t.typispreferred, t.typdefault, format_type(nullif(t.typelem, 0), null) as element,
                t.typdelim::text, t.typcollation <> 0 as collatable, %s, %s, %s, %s, %s, %s, %s, %s
            from pg_type t join pg_namespace n on n.oid = t.typnamespace
            where t.oid >= 16384 and (t.typtype = 'b' or not t.typisdefined)
            """.formatted(
                    FunctionName.of("t.typinput", "input"),
                    FunctionName.of("t.typoutput", "output"),
                    FunctionName.of("t.typreceive", "receive"),
                    FunctionName.of("t.typsend", "send"),
                    FunctionName.of("t.typmodin", "typmod_in"),
                    FunctionName.of("t.typmodout", "typmod_out"),
                    FunctionName.of("t.typanalyze", "analyze"),
                    FunctionName.of("t.typsubscript", "subscript"));

    @Override
    public Class<BaseType> type() {
        return BaseType.class;
    }

    /** Its functions come between the shell and the definition. */
    @Override
    public List<Operation> create(BaseType type, Database from) {
        return Stream.<Operation>concat(
                        Stream.of(new CreateObject(BaseType.shell(type.name()))),
                        type.definition().stream().map(made -> new DefineType(type.id(), made)))
                .toList();
    }

    @Override
    public List<Operation> change(BaseType from, BaseType to) {
        boolean isAltered = to.alteration(from, Database.empty()).isPresent();
        return isAltered
                ? List.of(AlterObject.to(to))
                : Stream.<Operation>concat(
                                from.definition().stream().map(made -> new UndefineType(to.id())),
                                to.definition().stream().map(made -> new DefineType(to.id(), made)))
                        .toList();
    }

    @Override
    public List<Operation> drop(BaseType type, Database from, Database to) {
        return Stream.<Operation>concat(
                        type.definition().stream().map(made -> new UndefineType(type.id())),
                        Stream.of(new DropObject(type.id())))
                .toList();
    }

    @Override
    public List<BaseType> introspect(Catalog catalog) {
        return catalog.own("pg_type", SQL, row -> {
            BaseType shell = BaseType.shell(QualifiedName.of(row.text("nspname"), row.text("typname")));
            BaseType type = row.is("typisdefined") ? shell.defined(definition(row)) : shell;
            catalog.identify("pg_type", row.number("oid"), type.id());
            return type;
        });
    }

    private static BaseTypeDefinition definition(Row row) {
        SortedMap<Role, QualifiedName> functions = new TreeMap<>();
        for (Role role : Role.values()) {
            FunctionName.in(row, role.word()).ifPresent(function -> functions.put(role, function));
        }
        return new BaseTypeDefinition(functions, layout(row), values(row));
    }

    private static Values values(Row row) {
        return new Values(
                row.text("typcategory"),
                row.is("typispreferred"),
                row.find("typdefault"),
                row.find("element").map(TypeName::of),
                row.text("typdelim"),
                row.is("collatable"));
    }

    private static Layout layout(Row row) {
        int length = (int) row.number("typlen");
        return new Layout(
                Optional.of(length).filter(bytes -> bytes >= 0),
                row.is("typbyval"),
                alignment(row.text("typalign")),
                storage(row.text("typstorage")));
    }

    private static String alignment(String code) {
        return switch (code) {
            case "c" -> "char";
            case "s" -> "int2";
            case "d" -> "double";
            default -> "int4";
        };
    }

    private static ColumnStorage storage(String code) {
        return switch (code) {
            case "e" -> ColumnStorage.EXTERNAL;
            case "x" -> ColumnStorage.EXTENDED;
            case "m" -> ColumnStorage.MAIN;
            default -> ColumnStorage.PLAIN;
        };
    }
}
