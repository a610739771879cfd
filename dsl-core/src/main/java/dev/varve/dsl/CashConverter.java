package dev.varve.dsl;

import java.math.BigDecimal;
import org.jooq.impl.AbstractConverter;

/**
 * The text of a {@code money} as a number, whatever currency and separators {@code lc_monetary} has, as long as cents have two digits (<a
 * href="https://www.postgresql.org/docs/current/datatype-money.html">documentation</a>).
 */
final class CashConverter extends AbstractConverter<String, BigDecimal> {

    private static final long serialVersionUID = 1L;

    CashConverter() {
        super(String.class, BigDecimal.class);
    }

    @Override
    public BigDecimal from(String text) {
        if (text == null) {
            return null;
        }
        boolean negative = text.contains("-") || text.contains("(");
        String number = text.replaceAll("[^0-9.,]", "").replaceFirst("[.,](?=\\d{2}$)", "c");
        BigDecimal amount = new BigDecimal(number.replaceAll("[.,]", "").replace('c', '.'));
        return negative ? amount.negate() : amount;
    }

    @Override
    public String to(BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }
}
