package dev.varve.model;

import dev.varve.sql.DollarQuoted;
import dev.varve.sql.Fragment;
import dev.varve.sql.Identifier;
import dev.varve.sql.Literal;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Query;
import dev.varve.sql.Sql;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a routine does, and in which language. */
public sealed interface RoutineBody permits RoutineBody.Text, RoutineBody.Compiled, RoutineBody.Parsed {

    /** The language. */
    String language();

    /** The text in another language; one that PostgreSQL reads is forgotten, because it is always in SQL. */
    default RoutineBody in(String other) {
        return new Text(other, "");
    }

    /** The clause that says the language. */
    default Sql languageClause() {
        return Sql.of(" language {}", Identifier.of(language()));
    }

    /** The names with schemas that PostgreSQL looks up when the routine is made, and keeps from vanishing. */
    default Set<QualifiedName> qualifiedNames() {
        return Set.of();
    }

    /** Whether PostgreSQL knows that it may use something of that name. */
    default boolean mentions(String name) {
        return false;
    }

    /** Whether it selects columns by {@code *} in a text that PostgreSQL keeps with the names of the columns. */
    default boolean selectsAll() {
        return false;
    }

    /** Every name with a schema that it says, whether PostgreSQL looks at it beforehand or not. */
    default Set<QualifiedName> mentionedNames() {
        return qualifiedNames();
    }

    /** What may be meant by names without a schema, if they are looked for in one. */
    default Set<QualifiedName> namesIn(String schema) {
        return Set.of();
    }

    /** The body after a rename of something that the routine uses. */
    default RoutineBody following(ObjectId<?> routine, Rename rename) {
        return this;
    }

    /** The body when its routine, by which it may call its arguments, is called something else. */
    default RoutineBody ofRenamed(String from, String to, List<Argument> arguments) {
        return this;
    }

    /** This body as PostgreSQL printed the one of a copy. */
    default RoutineBody inWordsOf(RoutineBody printed) {
        return this;
    }

    /** What says it at the end of {@code create function}. */
    Fragment clause();

    /** Whether PostgreSQL looks for mistakes in it when the routine is made, as far as its language allows. */
    default boolean checked() {
        return true;
    }

    /** The body without that look. */
    default RoutineBody unchecked() {
        return this;
    }

    /**
     * A text which PostgreSQL keeps as it is, and whose names it looks up only when the routine runs.
     *
     * @param checked whether PostgreSQL looks for mistakes in it beforehand; once the routine is there nobody can tell, so that bodies which
     *     differ in nothing else are equal
     */
    record Text(String language, String text, boolean checked) implements RoutineBody {

        private static final Pattern DECLARATION = Pattern.compile("\\bdeclare\\b", Pattern.CASE_INSENSITIVE);

        /** A text in which PostgreSQL looks for mistakes. */
        public Text(String language, String text) {
            this(language, text, true);
        }

        /**
         * A text that PostgreSQL has taken before. Its names may be found only under the {@code search_path} of those who call it, or belong
         * to what is made later, so it goes unchecked where PostgreSQL would look for names: in SQL, and in declarations of PL/pgSQL.
         */
        public static Text takenBefore(String language, String text) {
            boolean looked = language.equals("sql")
                    || language.equals("plpgsql") && DECLARATION.matcher(text).find();
            return new Text(language, text, !looked);
        }

        @Override
        public Text in(String other) {
            return new Text(other, text, checked);
        }

        @Override
        public Text unchecked() {
            return new Text(language, text, false);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Text that && language.equals(that.language) && text.equals(that.text);
        }

        @Override
        public int hashCode() {
            return Objects.hash(language, text);
        }

        @Override
        public String toString() {
            return "Text[language=" + language + ", text=" + text + ']';
        }

        @Override
        public Set<QualifiedName> mentionedNames() {
            return text.isBlank() ? Set.of() : new Query(text).namesAndStrings();
        }

        @Override
        public Set<QualifiedName> namesIn(String schema) {
            Set<String> names = text.isBlank() ? Set.of() : new Query(text).names();
            return names.stream().map(name -> QualifiedName.of(schema, name)).collect(Collectors.toSet());
        }

        @Override
        public Text following(ObjectId<?> routine, Rename rename) {
            return rename.newId(Language.id(language))
                    .map(id -> in(id.name().name()))
                    .orElse(this);
        }

        @Override
        public Fragment clause() {
            return Sql.of(" as {}", new DollarQuoted(text));
        }
    }

    /**
     * A function in C that lies in a library (<a href="https://www.postgresql.org/docs/current/xfunc-c.html">documentation</a>).
     *
     * @param library the file, such as {@code $libdir/plpgsql}
     * @param symbol what the function is called in there
     */
    record Compiled(String library, String symbol) implements RoutineBody {

        @Override
        public String language() {
            return "c";
        }

        @Override
        public Fragment clause() {
            return Sql.of(" as {}, {}", Literal.text(library), Literal.text(symbol));
        }
    }

    /**
     * A body in SQL that PostgreSQL reads when the routine is made: {@code return amount * 2}, or {@code begin atomic select 1; end} (<a
     * href="https://www.postgresql.org/docs/current/sql-createfunction.html">documentation</a>).
     */
    record Parsed(Query query) implements RoutineBody {

        @Override
        public String language() {
            return "sql";
        }

        @Override
        public Set<QualifiedName> qualifiedNames() {
            return query.qualifiedNames();
        }

        @Override
        public boolean mentions(String name) {
            return query.mentions(name);
        }

        @Override
        public boolean selectsAll() {
            return query.selectsAll();
        }

        @Override
        public Parsed following(ObjectId<?> routine, Rename rename) {
            return new Parsed(new OwnQuery(routine, query).following(rename));
        }

        @Override
        public Parsed ofRenamed(String from, String to, List<Argument> arguments) {
            Query renamed = query;
            for (Argument argument : arguments) {
                if (!argument.name().isEmpty()) {
                    renamed = renamed.renamingObject(
                            QualifiedName.of(from, argument.name()), QualifiedName.of(to, argument.name()));
                }
            }
            return new Parsed(renamed);
        }

        @Override
        public RoutineBody inWordsOf(RoutineBody printed) {
            return printed;
        }

        @Override
        public Fragment clause() {
            return Sql.of("\n{}", query);
        }
    }
}
