package dev.varve.source;

import java.math.BigDecimal;
import java.util.Set;

/** The values that Java has literals for. */
final class JavaLiteral {

    private JavaLiteral() {}

    static Code of(Object value) {
        if (value instanceof Code code) {
            return code;
        }
        if (value instanceof String text) {
            return Code.string(text);
        }
        if (value instanceof BigDecimal number) {
            return Code.raw("new BigDecimal(\"" + number.toPlainString() + "\")", Set.of("java.math.BigDecimal"));
        }
        return Code.raw(value instanceof Long number ? number + "L" : value.toString());
    }
}
