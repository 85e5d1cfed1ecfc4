package kz.uzdik.pages;

/** HTML in the making. Markup is written in the code; every value put into it is escaped, unless it is HTML itself. */
final class Html {

    private static final String HERE = "{}";

    private final StringBuilder markup = new StringBuilder();

    /** {@code markup} with {@code values} in the places of {@code {}}. */
    static Html of(String markup, Object... values) {
        return new Html().add(markup, values);
    }

    /** {@code markup} as it is, braces and all; the caller answers for it. */
    static Html trusted(String markup) {
        var html = new Html();
        html.markup.append(markup);
        return html;
    }

    /** Appends {@code more} with {@code values}, as many as it has places, in the places of {@code {}}. */
    Html add(String more, Object... values) {
        int from = 0;
        for (var value : values) {
            int at = more.indexOf(HERE, from);
            if (at < 0) {
                throw new IllegalArgumentException("more values than places in " + more);
            }
            markup.append(more, from, at);
            append(value);
            from = at + HERE.length();
        }
        if (more.indexOf(HERE, from) >= 0) {
            throw new IllegalArgumentException("fewer values than places in " + more);
        }
        markup.append(more, from, more.length());
        return this;
    }

    private void append(Object value) {
        if (value instanceof Html html) {
            markup.append(html.markup);
        } else {
            escape(String.valueOf(value));
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> markup.append("&amp;");
                case '<' -> markup.append("&lt;");
                case '>' -> markup.append("&gt;");
                case '"' -> markup.append("&quot;");
                case '\'' -> markup.append("&#39;");
                default -> markup.append(c);
            }
        }
    }

    @Override
    public String toString() {
        return markup.toString();
    }
}
