package dev.varve.model;

import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What PostgreSQL knows of a column beside its definition, to store its values and to plan with them. Each of these is one word, and
 * where it is not said, PostgreSQL chooses.
 */
public enum ColumnProperty {

    /** Where long values are kept: the word of a {@link ColumnStorage}. */
    STORAGE("storage", "set storage {}", "set storage default", LockMode.ACCESS_EXCLUSIVE) {

        @Override
        void check(String value) {
            require(Arrays.stream(ColumnStorage.values()).anyMatch(s -> s.word().equals(value)), value);
        }

        @Override
        Optional<String> refusal(String value, TypeName type) {
            boolean plainOnly = type.isNeverLong() && !value.equals(ColumnStorage.PLAIN.word());
            return Optional.of("values of type " + type + " are never long, and are stored plain")
                    .filter(reason -> plainOnly);
        }

        @Override
        boolean isDefault(String value, TypeName type) {
            return type.defaultStorage().filter(s -> s.word().equals(value)).isPresent();
        }

        @Override
        boolean goesWithType() {
            return true;
        }

        @Override
        Optional<Sql> unsetting(Optional<TypeName> type, Environment environment) {
            return environment.atLeast(16)
                    ? super.unsetting(type, environment)
                    : type.flatMap(TypeName::defaultStorage).map(storage -> setting(storage.word()));
        }
    },

    /** How long values are compressed: the word of a {@link ColumnCompression}. */
    COMPRESSION("compression", "set compression {}", "set compression default", LockMode.ACCESS_EXCLUSIVE) {

        @Override
        void check(String value) {
            require(
                    Arrays.stream(ColumnCompression.values())
                            .anyMatch(c -> c.word().equals(value)),
                    value);
        }

        @Override
        Optional<String> refusal(String value, TypeName type) {
            return Optional.of("values of type " + type + " are never long, and are not compressed")
                    .filter(reason -> type.isNeverLong());
        }

        @Override
        boolean goesWithType() {
            return true;
        }
    },

    /** How closely {@code analyze} looks at the values: 0 not at all, 10000 most closely. */
    STATISTICS("statistics", "set statistics {}", "set statistics -1", LockMode.SHARE_UPDATE_EXCLUSIVE) {

        @Override
        void check(String value) {
            require(value.matches("\\d{1,4}|10000"), value);
        }

        @Override
        boolean comesWithPartitions() {
            return false;
        }
    },

    /** How many different values there are, or as a negative number which part of all rows. */
    N_DISTINCT("n_distinct", "set (n_distinct = {})", "reset (n_distinct)", LockMode.SHARE_UPDATE_EXCLUSIVE) {

        @Override
        void check(String value) {
            require(isDistinct(value), value);
        }

        @Override
        public boolean goesForPartitions() {
            return false;
        }
    },

    /** The same of the table together with those that inherit from it. */
    N_DISTINCT_INHERITED(
            "n_distinct_inherited",
            "set (n_distinct_inherited = {})",
            "reset (n_distinct_inherited)",
            LockMode.SHARE_UPDATE_EXCLUSIVE) {

        @Override
        void check(String value) {
            require(isDistinct(value), value);
        }

        @Override
        public boolean goesForPartitions() {
            return false;
        }
    };

    private final String word;
    private final String template;
    private final String none;
    private final LockMode lock;

    ColumnProperty(String word, String template, String none, LockMode lock) {
        this.word = word;
        this.template = template;
        this.none = none;
        this.lock = lock;
    }

    /** What PostgreSQL calls it. */
    public String word() {
        return word;
    }

    /** The lock under which it changes. */
    public LockMode lock() {
        return lock;
    }

    /** What follows {@code alter column price} to give it that value. */
    public Sql setting(String value) {
        return Sql.of(template, Sql.raw(value));
    }

    /** What follows {@code alter column price} to leave it to PostgreSQL, if a server of that kind has a word for that and a column of that type. */
    Optional<Sql> unsetting(Optional<TypeName> type, Environment environment) {
        return Optional.of(Sql.raw(none));
    }

    /** Refuses a value that the property never has. */
    abstract void check(String value);

    /** Why a column of that type cannot have the value, if it cannot. */
    Optional<String> refusal(String value, TypeName type) {
        return Optional.empty();
    }

    /** Whether PostgreSQL chooses that value for columns of the type anyway. */
    boolean isDefault(String value, TypeName type) {
        return false;
    }

    /** Whether what a table says goes for its partitions, too. */
    public boolean goesForPartitions() {
        return true;
    }

    /** Whether a new partition has it from its table; otherwise it is said again of the partition. */
    boolean comesWithPartitions() {
        return goesForPartitions();
    }

    /** Whether PostgreSQL forgets it when the column gets another type. */
    boolean goesWithType() {
        return false;
    }

    /** Whether it is one of the options of a column, which are kept in the order in which they were set. */
    boolean isOption() {
        return this == N_DISTINCT || this == N_DISTINCT_INHERITED;
    }

    /**
     * Those properties in a fixed order, but for the two numbers of different values: PostgreSQL keeps these in the order in which they were
     * set, and says them so.
     */
    static Map<ColumnProperty, String> inOrder(Map<ColumnProperty, String> said) {
        Map<ColumnProperty, String> ordered = sorted(said);
        List<ColumnProperty> numbers =
                said.keySet().stream().filter(ColumnProperty::isOption).toList();
        numbers.forEach(number -> ordered.put(number, ordered.remove(number)));
        return Collections.unmodifiableMap(ordered);
    }

    /** Those properties in a fixed order. */
    static Map<ColumnProperty, String> sorted(Map<ColumnProperty, String> said) {
        return new LinkedHashMap<>(new TreeMap<>(said));
    }

    void require(boolean valid, String value) {
        if (!valid) {
            throw new IllegalArgumentException("The " + word + " of a column cannot be \"" + value + "\".");
        }
    }

    private static boolean isDistinct(String value) {
        return value.matches("\\d+(\\.\\d+)?|-0(\\.\\d+)?|-1(\\.0+)?");
    }
}
