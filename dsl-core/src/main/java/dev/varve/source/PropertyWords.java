package dev.varve.source;

import dev.varve.model.ColumnProperty;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** What was said of how a column is stored and planned with. */
final class PropertyWords {

    private PropertyWords() {}

    static Call of(ColumnProperty property, String said) {
        return Call.of(word(property), argument(property, said));
    }

    static Call of(ColumnProperty property, Optional<String> said) {
        return said.map(value -> of(property, value)).orElseGet(() -> none(property));
    }

    static Call none(ColumnProperty property) {
        String word = word(property);
        return Call.of("default" + word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }

    static String word(ColumnProperty property) {
        return property == ColumnProperty.N_DISTINCT_INHERITED
                ? "nDistinctInherited"
                : property == ColumnProperty.N_DISTINCT
                        ? "nDistinct"
                        : property.name().toLowerCase(Locale.ROOT);
    }

    private static Code argument(ColumnProperty property, String said) {
        return switch (property) {
            case STORAGE, COMPRESSION -> Code.raw(said.toUpperCase(Locale.ROOT));
            case STATISTICS -> Code.raw(said);
            default -> Code.raw(new BigDecimal(said).toPlainString());
        };
    }
}
