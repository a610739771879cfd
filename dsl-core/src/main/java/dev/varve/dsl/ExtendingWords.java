package dev.varve.dsl;

import dev.varve.model.BaseTypeDefinition;
import dev.varve.sql.QualifiedName;

/** The words for what makes PostgreSQL itself do more: languages, encodings, kinds of index, and types that are not made of others. */
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
