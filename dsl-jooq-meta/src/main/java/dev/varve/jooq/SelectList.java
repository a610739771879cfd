package dev.varve.jooq;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a query selects, between {@code select} and {@code from}. */
record SelectList(List<SelectItem> items) {

    private static final Set<String> AFTER = Set.of(
            "from",
            "where",
            "group",
            "having",
            "window",
            "order",
            "limit",
            "offset",
            "fetch",
            "for",
            "union",
            "intersect",
            "except");

    SelectList {
        items = List.copyOf(items);
    }

    /** The list of a query, or of the first of those that it combines. */
    static SelectList of(Words query) {
        int from = query.outermost("select").stream().findFirst().orElse(-1) + 1;
        Words rest = query.between(from, query.size());
        int to = rest.outermost(AFTER).stream().findFirst().orElse(rest.size());
        return new SelectList(items(rest.between(afterDistinct(rest), to)));
    }

    private static int afterDistinct(Words list) {
        if (!list.at(0).equals("distinct")) {
            return list.at(0).equals("all") ? 1 : 0;
        }
        return list.at(1).equals("on") ? list.closing(2) + 1 : 1;
    }

    private static List<SelectItem> items(Words list) {
        List<SelectItem> items = new ArrayList<>();
        int from = 0;
        for (int comma : list.outermost(",")) {
            items.add(new SelectItem(list.between(from, comma)));
            from = comma + 1;
        }
        items.add(new SelectItem(list.between(from, list.size())));
        return items;
    }
}
