package dev.varve.source;

import dev.varve.model.CompositeType;
import dev.varve.model.Domain;
import dev.varve.model.DomainCheck;
import dev.varve.model.EnumType;
import dev.varve.model.Extension;
import dev.varve.model.RangeType;
import dev.varve.model.Schema;
import dev.varve.model.Sequence;
import dev.varve.model.SequenceOptions;
import dev.varve.model.TypeName;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Schemas, extensions, sequences and types. */
final class SchemaForms {

    private SchemaForms() {}

    static List<ObjectForm<?>> all() {
        return List.of(
                ObjectForm.of(
                        Schema.class,
                        (id, source) -> Call.of("schema", id.name().name()),
                        (schema, source) -> Call.of("schema", schema.id().name().name())),
                ObjectForm.of(
                        Extension.class,
                        (id, source) -> Call.of("extension", id.name().name()),
                        (extension, source) -> extension(extension)),
                ObjectForm.of(
                        Sequence.class,
                        (id, source) -> Names.of("sequence", id.name()),
                        (sequence, source) -> sequence(sequence, source)),
                ObjectForm.of(
                        EnumType.class,
                        (id, source) -> Names.of("enumType", id.name()),
                        (type, source) -> Names.of("enumType", type.name()).then("values", Names.list(type.values()))),
                ObjectForm.of(
                        Domain.class,
                        (id, source) ->
                                domain(id.name(), source.before().get(id).type(), source),
                        SchemaForms::domain),
                ObjectForm.of(
                        CompositeType.class,
                        (id, source) -> Names.of("compositeType", id.name()),
                        SchemaForms::composite),
                ObjectForm.of(
                        RangeType.class,
                        (id, source) -> range(id.name(), source.before().get(id).subtype(), source),
                        SchemaForms::range));
    }

    private static Code extension(Extension extension) {
        Chain chain = Chain.of("extension", extension.name());
        return extension
                .schema()
                .map(schema -> chain.head("inSchema", schema))
                .orElse(chain)
                .when(extension.version(), "version");
    }

    private static Code sequence(Sequence sequence, Source source) {
        boolean usual = sequence.type().equals(TypeName.of("bigint"));
        boolean plain = sequence.options().equals(SequenceOptions.PLAIN);
        return Names.of("sequence", sequence.name())
                .when(!usual, "as", source.type(sequence.type()))
                .when(!plain, "counting", NumberingWords.numbering(sequence.options()))
                .when(sequence.unlogged(), "unlogged")
                .then(sequence.ownedBy().stream()
                        .map(owner -> Call.of("ownedBy", source.name(owner.table()), owner.column()))
                        .toList());
    }

    private static Chain domain(QualifiedName name, TypeName type, Source source) {
        return Names.in(name, Chain.of("domain", name.name(), source.type(type)));
    }

    private static Code domain(Domain domain, Source source) {
        Chain chain = domain(domain.name(), domain.type(), source);
        Chain collated =
                domain.collation().map(c -> ColumnForm.collated(chain, c)).orElse(chain);
        Chain valued = collated.when(domain.defaultValue().map(Expressions::sql), "defaultTo")
                .when(domain.notNull(), "notNull");
        for (Map.Entry<String, DomainCheck> check : domain.checks().entrySet()) {
            String word = check.getValue().validated() ? "check" : "checkNotValid";
            Optional<Call> comment =
                    check.getValue().comment().map(text -> Call.of("commentOnCheck", check.getKey(), text));
            valued = valued.then(
                            word, check.getKey(), check.getValue().condition().text())
                    .then(comment.stream().toList());
        }
        return valued;
    }

    private static Code composite(CompositeType type, Source source) {
        Chain chain = Names.of("compositeType", type.name());
        for (CompositeType.Attribute attribute : type.attributes()) {
            Chain typed = Chain.on(source.type(attribute.type()));
            Chain collated = attribute
                    .collation()
                    .map(c -> ColumnForm.collated(typed, c))
                    .orElse(typed);
            chain = chain.then("attribute", attribute.name(), collated);
        }
        return chain;
    }

    private static Chain range(QualifiedName name, TypeName subtype, Source source) {
        return Names.in(name, Chain.of("rangeType", name.name(), source.type(subtype)));
    }

    private static Code range(RangeType type, Source source) {
        Chain chain = range(type.name(), type.subtype(), source);
        Chain ordered = qualified(chain, "operatorClass", type.operatorClass());
        Chain collated =
                type.collation().map(c -> ColumnForm.collated(ordered, c)).orElse(ordered);
        Chain measured = collated.then(Names.calls("difference", type.difference()));
        boolean named = !RangeType.of(type.name(), type.subtype()).multirange().equals(type.multirange());
        return measured.when(named, "multirange", type.multirange());
    }

    /** A word that takes a name of PostgreSQL's own, or a schema and a name. */
    static Chain qualified(Chain chain, String word, Optional<QualifiedName> name) {
        return name.map(n -> n.schema().isEmpty() || n.schema().equals("pg_catalog")
                        ? chain.then(word, n.name())
                        : chain.then(word, n.schema(), n.name()))
                .orElse(chain);
    }
}
