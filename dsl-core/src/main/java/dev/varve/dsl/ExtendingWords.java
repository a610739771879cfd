package dev.varve.dsl;

import dev.varve.model.BaseTypeDefinition;
import dev.varve.sql.QualifiedName;
import java.util.Optional;

/**
 * The words for what makes PostgreSQL itself do more: casts and operators, languages, encodings, searching in texts, kinds of index, types
 * that are not made of others, and data that lie elsewhere.
 */
public abstract class ExtendingWords {

    /** For the words that come on top. */
    ExtendingWords() {}

    /** A language in which functions can be written. */
    public static LanguageSpec proceduralLanguage(String name) {
        return LanguageSpec.of(name);
    }

    /** How values of the type that a column has come to a language and back. */
    public static TransformSpec transform(ColumnSpec<?> type, String language) {
        return TransformSpec.of(type, language);
    }

    /** A conversion of encodings. */
    public static ConversionSpec conversion(String name) {
        return ConversionSpec.of(name);
    }

    /** A cast from the type that one column has to that of another. */
    public static CastSpec cast(ColumnSpec<?> from, ColumnSpec<?> to) {
        return CastSpec.of(from, to);
    }

    /** An operator between values of the types that two columns have, such as {@code operatorOf("===", integer(), integer())}. */
    public static OperatorSpec operatorOf(String symbol, ColumnSpec<?> left, ColumnSpec<?> right) {
        return OperatorSpec.of(symbol, Optional.of(left.type()), right.type());
    }

    /** An operator that stands before a value of the type that a column has. */
    public static OperatorSpec prefixOperatorOf(String symbol, ColumnSpec<?> right) {
        return OperatorSpec.of(symbol, Optional.empty(), right.type());
    }

    /** A family of operator classes for a kind of index, such as {@code btree}. */
    public static OperatorFamilySpec operatorFamily(String name, String method) {
        return OperatorFamilySpec.of(name, method);
    }

    /** An operator class by which a kind of index, such as {@code btree}, treats values of the type that a column has. */
    public static OperatorClassSpec operatorClassOf(String name, String method, ColumnSpec<?> type) {
        return OperatorClassSpec.of(name, method, type.type());
    }

    /** A text search configuration. */
    public static TextSearchConfigurationSpec textSearchConfiguration(String name) {
        return TextSearchConfigurationSpec.of(name);
    }

    /** A text search dictionary. */
    public static TextSearchDictionarySpec textSearchDictionary(String name) {
        return TextSearchDictionarySpec.of(name);
    }

    /** A foreign data wrapper. */
    public static ForeignDataWrapperSpec foreignDataWrapper(String name) {
        return ForeignDataWrapperSpec.of(name);
    }

    /** A foreign server. */
    public static ForeignServerSpec foreignServer(String name) {
        return ForeignServerSpec.of(name);
    }

    /** As whom a role, or {@code public}, comes to a foreign server. */
    public static UserMappingSpec userMapping(String role, ForeignServerSpec server) {
        return UserMappingSpec.of(role, server);
    }

    /** What cuts texts into tokens. */
    public static TextSearchParserSpec textSearchParser(String name) {
        return TextSearchParserSpec.of(name);
    }

    /** What text search dictionaries are made of. */
    public static TextSearchTemplateSpec textSearchTemplate(String name) {
        return TextSearchTemplateSpec.of(name);
    }

    /** A type that is made of functions. */
    public static BaseTypeSpec baseType(String name) {
        return BaseTypeSpec.of(name);
    }

    /** What a base type is made of: functions of a schema that make a value of a text, and a text of a value. */
    public static BaseTypeSpec.Definition madeOf(String schema, String input, String output) {
        return new BaseTypeSpec.Definition(
                BaseTypeDefinition.of(QualifiedName.of(schema, input), QualifiedName.of(schema, output)));
    }

    /** A kind of index, or a way to keep the rows of tables. */
    public static AccessMethodSpec accessMethod(String name) {
        return AccessMethodSpec.of(name);
    }
}
