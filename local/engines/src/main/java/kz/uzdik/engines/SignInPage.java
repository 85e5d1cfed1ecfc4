package kz.uzdik.engines;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** The sign-in page of this machine: a button for each person, by group. */
final class SignInPage {

    private static final String HEAD = """
            <!doctype html>
            <html lang="kk">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Кіру · Вход</title>
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
            summary { font-weight: 600; padding: .5rem 0; cursor: pointer; }
            form { display: inline; }
            button { font: inherit; margin: .2rem; padding: .4rem .8rem; min-height: 44px; cursor: pointer; }
            </style>
            </head>
            <body>
            <main>
            <h1>Кіру · Вход</h1>
            <p>Жергілікті сервер: құпиясөз қажет емес. · Локальный сервер: пароль не нужен.</p>
            """;

    private SignInPage() {}

    static String of(List<Person> people) {
        var groups = new LinkedHashMap<String, List<Person>>();
        people.forEach(
                p -> groups.computeIfAbsent(p.group(), g -> new ArrayList<>()).add(p));
        var page = new StringBuilder(HEAD);
        groups.forEach((group, members) -> {
            page.append("<details open><summary>").append(escape(group)).append("</summary>\n");
            members.forEach(member -> page.append(form(member)));
            page.append("</details>\n");
        });
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private static String form(Person person) {
        try {
            return """
                    <form method="post"><input type="hidden" name="username" value="%s">\
                    <input type="hidden" name="claims" value="%s"><button id="as-%s">%s</button></form>
                    """.formatted(
                            escape(person.id()),
                            escape(LocalHttp.JSON.writeValueAsString(person.claims())),
                            escape(person.id()),
                            escape(person.name()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("words are always JSON", e);
        }
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
