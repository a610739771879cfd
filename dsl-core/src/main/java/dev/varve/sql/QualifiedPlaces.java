package dev.varve.sql;

import dev.varve.sql.Token.Kind;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The places of a text at which something is named with its schema. */
record QualifiedPlaces(SqlText text) {

    private static final Pattern NAME_IN_STRING = Pattern.compile("'[\\w$]+\\.[\\w$]+'");

    private static final Pattern OPERATOR = Pattern.compile("[-+*/<>=~!@#%^&|`?]+");

    private static final Set<String> SEQUENCE_FUNCTIONS = Set.of("nextval", "currval", "setval");

    static QualifiedPlaces of(String text) {
        return new QualifiedPlaces(SqlText.of(text));
    }

    /**
     * Every {@code a.b} in the text, also in {@code 'a.b'::regclass}, and in {@code operator(a.===)}; of {@code a.b.c} the first two.
     */
    Set<QualifiedName> names() {
        Set<QualifiedName> names = new LinkedHashSet<>();
        for (int i = 0; i < text.size(); i++) {
            if (beginsName(i)) {
                names.add(QualifiedName.of(
                        text.tokenAt(i).name(), text.tokenAt(i + 2).name()));
            }
            if (isRelationConstant(i)) {
                names.addAll(constantAt(i).names());
            }
            operatorAt(i).ifPresent(names::add);
        }
        return names;
    }

    /** The same, and whatever strings hold nothing but such a name, as functions for text search and sequences take them. */
    Set<QualifiedName> namesAndStrings() {
        Set<QualifiedName> names = names();
        text.tokens().stream()
                .filter(token -> token.kind() == Kind.STRING
                        && NAME_IN_STRING.matcher(token.text()).matches())
                .forEach(token -> names.addAll(of(token.unquoted()).names()));
        return names;
    }

    /** The text with an object called by its new name. */
    String renamingObject(QualifiedName from, QualifiedName to) {
        return text.rewritten(i -> {
            if (isRelationConstant(i)) {
                return Literal.text(constantAt(i).renamingObject(from, to)).sql();
            }
            if (isNamedAt(i, from) || operatorAt(i).filter(from::equals).isPresent()) {
                return Identifier.of(to.schema()).sql();
            }
            return isNamedAt(i - 2, from) ? to.simple().sql() : text.tokenAt(i).text();
        });
    }

    /** The text with a schema called by its new name. */
    String renamingSchema(String from, String to) {
        return text.rewritten(i -> {
            if (isRelationConstant(i)) {
                return Literal.text(constantAt(i).renamingSchema(from, to)).sql();
            }
            return (beginsName(i) || operatorAt(i).isPresent())
                            && text.tokenAt(i).name().equals(from)
                    ? Identifier.of(to).sql()
                    : text.tokenAt(i).text();
        });
    }

    /** Whether the name begins there. */
    boolean isNamedAt(int i, QualifiedName name) {
        return beginsName(i)
                && text.tokenAt(i).name().equals(name.schema())
                && text.tokenAt(i + 2).name().equals(name.name());
    }

    private boolean beginsName(int i) {
        return text.tokenAt(i).isName()
                && text.tokenAt(i + 1).is(".")
                && text.tokenAt(i + 2).isName()
                && !text.tokenAt(i - 1).is(".");
    }

    /** The operator whose schema stands there, as in {@code operator(a.===)}. */
    private Optional<QualifiedName> operatorAt(int i) {
        int opening = text.previous(i);
        boolean begins = text.tokenAt(i).isName() && text.tokenAt(i + 1).is(".") && opensOperator(opening);
        String symbol = begins ? text.text(i + 2, text.closing(opening)).strip() : "";
        return OPERATOR.matcher(symbol).matches()
                ? Optional.of(QualifiedName.of(text.tokenAt(i).name(), symbol))
                : Optional.empty();
    }

    private boolean opensOperator(int bracket) {
        return text.tokenAt(bracket).is("(")
                && text.tokenAt(text.previous(bracket)).text().equalsIgnoreCase("operator");
    }

    /** Whether it is a string that PostgreSQL reads as the name of a relation, as in {@code nextval('a.b')}. */
    private boolean isRelationConstant(int i) {
        Token token = text.tokenAt(i);
        return token.kind() == Kind.STRING
                && token.text().startsWith("'")
                && (followedByRegclass(i) || calledBySequenceFunction(i));
    }

    private QualifiedPlaces constantAt(int i) {
        return of(text.tokenAt(i).unquoted());
    }

    private boolean followedByRegclass(int i) {
        return text.tokenAt(i + 1).is("::") && text.tokenAt(i + 2).text().equalsIgnoreCase("regclass");
    }

    private boolean calledBySequenceFunction(int i) {
        return text.tokenAt(i - 1).is("(")
                && SEQUENCE_FUNCTIONS.contains(text.tokenAt(i - 2).text().toLowerCase(Locale.ROOT));
    }
}
