package dev.varve.dsl;

import dev.varve.model.TypeName;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** The words by which a column is known to hold money, which a binary floating point number cannot hold exactly. */
final class MoneyWords {

    private static final Set<String> WORDS = Set.of(
            "amount",
            "balance",
            "bid",
            "ask",
            "cash",
            "charge",
            "cost",
            "credit",
            "debit",
            "deposit",
            "equity",
            "fee",
            "fees",
            "money",
            "margin",
            "notional",
            "payment",
            "pnl",
            "premium",
            "price",
            "proceeds",
            "profit",
            "loss",
            "revenue",
            "salary",
            "spread",
            "total",
            "turnover",
            "value",
            "vwap",
            "wage",
            "withdrawal",
            "usd",
            "eur",
            "gbp",
            "chf",
            "jpy",
            "open",
            "high",
            "low",
            "close");

    private MoneyWords() {}

    static boolean isIn(String column) {
        return Arrays.stream(column.toLowerCase(Locale.ROOT).split("[^a-z]+")).anyMatch(WORDS::contains);
    }

    static void refuseIn(String column, TypeName type) {
        Arrays.stream(column.toLowerCase(Locale.ROOT).split("[^a-z]+"))
                .filter(WORDS::contains)
                .findFirst()
                .ifPresent(word -> {
                    throw new IllegalArgumentException(
                            "Column \"" + column + "\" holds money, as \"" + word + "\" says, but "
                                    + type
                                    + " cannot hold most decimal fractions exactly (0.1 + 0.2 is 0.30000000000000004). Use"
                                    + " money(precision, scale) or numeric(precision, scale).");
                });
    }
}
