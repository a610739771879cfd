package dev.varve.sql;

/** A text between dollar quotes, whose tag is chosen so that the text cannot end it early. */
public record DollarQuoted(String text) implements Fragment {

    @Override
    public String sql() {
        String tag = "$$";
        for (int i = 0; closesEarly(tag); i++) {
            tag = "$varve" + (i == 0 ? "" : String.valueOf(i)) + "$";
        }
        return tag + text + tag;
    }

    /** A text that ends in a dollar sign would make the closing tag begin too soon. */
    private boolean closesEarly(String tag) {
        return (text + tag).indexOf(tag) < text.length();
    }
}
