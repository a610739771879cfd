package dev.varve.introspect;

import dev.varve.model.ColumnCompression;
import dev.varve.model.ColumnProperty;
import dev.varve.model.ColumnStorage;
import dev.varve.spi.Row;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The properties of columns, as the catalogs write them. */
final class ColumnProperties {

    private ColumnProperties() {}

    /** What a query selects of {@code pg_attribute}, as an alias {@code t} of {@code pg_type} has it, so that the properties can be read. */
    static String columns(String attribute, String ending) {
        return """
                case when {a}.attstorage <> t.typstorage then {a}.attstorage::text end as storage{e},
                nullif({a}.attcompression::text, '') as compression{e},
                case when {a}.attstattarget >= 0 then {a}.attstattarget::text end as statistics{e},
                case when {a}.attoptions is not null then
                    array(select option from unnest({a}.attoptions) option where option ~ '^n_distinct') end as options{e}
                """.replace("{a}", attribute).replace("{e}", ending);
    }

    /** The properties of a column, from a row with what differs from what PostgreSQL would choose. */
    static Map<ColumnProperty, String> of(Row row, String ending) {
        Map<ColumnProperty, String> properties = new LinkedHashMap<>();
        row.find("storage" + ending)
                .ifPresent(code -> properties.put(
                        ColumnProperty.STORAGE, ColumnStorage.ofCode(code).word()));
        row.find("compression" + ending)
                .ifPresent(code -> properties.put(ColumnProperty.COMPRESSION, compression(code)));
        row.find("statistics" + ending).ifPresent(target -> properties.put(ColumnProperty.STATISTICS, target));
        row.texts("options" + ending).forEach(option -> putOption(option, properties));
        return properties;
    }

    private static String compression(String code) {
        return (code.equals("l") ? ColumnCompression.LZ4 : ColumnCompression.PGLZ).word();
    }

    private static void putOption(String option, Map<ColumnProperty, String> properties) {
        String[] nameAndValue = option.split("=", 2);
        Arrays.stream(ColumnProperty.values())
                .filter(property -> property.word().equals(nameAndValue[0]))
                .forEach(property -> properties.put(property, nameAndValue[1]));
    }
}
