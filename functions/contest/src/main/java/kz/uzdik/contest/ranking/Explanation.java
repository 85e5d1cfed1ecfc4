package kz.uzdik.contest.ranking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.uzdik.contest.definition.Commissions;
import kz.uzdik.contest.definition.Component;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Nomination;
import kz.uzdik.contest.definition.Sheet;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.definition.TieBreak;
import kz.uzdik.contest.ranking.Rating.Missing;
import kz.uzdik.contest.ranking.Rating.Outcome;

/**
 * Says in words why a candidate stands where it stands: points and weight of every component, each step of a
 * tie-break, who was ahead in the district, and what follows (§12–§21). The same words go into mails, results and
 * protocol.
 */
public final class Explanation {
    private final Stage stage;
    private final boolean last;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Sheet> sheets = new HashMap<>();
    private final JudgedSheets judged;
    private final SurveyWords surveys;
    private final Commissions.Abstaining abstaining;

    /** Explains the ratings of the stage of {@code facts}; names are taken from there. */
    public Explanation(ContestDefinition definition, StageFacts facts) {
        stage = Ranking.stage(definition, facts.stage());
        judged = new JudgedSheets(definition, facts);
        surveys = new SurveyWords(definition, facts);
        abstaining = definition.commissions().of(stage.scope()).abstention();
        last = definition.stages().stream().noneMatch(other -> stage.id().equals(other.from()));
        facts.participants().forEach(participant -> names.put(participant.candidate(), participant.name()));
        facts.commissions().stream()
                .flatMap(commission -> commission.members().stream())
                .forEach(member -> names.put(member.id(), member.name()));
        for (Sheet sheet : definition.sheets()) {
            sheets.put(sheet.id(), sheet);
        }
    }

    /** All sentences on {@code standing}: total, components, ties, outcome, what would have changed it,
     * and nominations, in this order. */
    public List<Text> sentences(Rating.Standing standing) {
        var sentences = new ArrayList<Text>();
        var total = number(standing.total());
        sentences.add(new Text("Қорытынды балл: " + total + " (100-ден).", "Итоговый балл: " + total + " из 100."));
        for (var points : standing.components()) {
            sentences.add(component(standing.candidate(), points));
        }
        for (var tie : standing.ties()) {
            sentences.add(tie(tie));
        }
        sentences.add(outcome(standing.outcome()));
        var margin = standing.margin();
        if (margin != null) {
            sentences.add(margin(standing.outcome(), margin));
        }
        for (var nomination : standing.nominations()) {
            var title = nominationTitle(nomination);
            sentences.add(new Text("Номинация: " + title.kk() + ".", "Номинация: " + title.ru() + "."));
        }
        return sentences;
    }

    private Text component(String candidate, Rating.ComponentPoints points) {
        var component = stage.components().stream()
                .filter(one -> one.id().equals(points.component()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the stage has no component " + points.component()));
        var basis = switch (component) {
            case Component.OfSheet of -> sheets(candidate, of.sheet(), points.counted());
            case Component.OfStage _ ->
                new Text("алдыңғы кезеңнің жарияланған қорытындысы", "объявленный итог предыдущего этапа");
            case Component.OfSurvey of -> surveys.of(of, candidate, points);
        };
        return new Text(
                line(component.title().kk(), points, "салмағы ", basis.kk()),
                line(component.title().ru(), points, "вес ", basis.ru()));
    }

    /** What the standing means for the candidate. */
    public Text outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Chosen chosen
            when chosen.place() != null -> new Text(chosen.place() + "-орын.", chosen.place() + "-е место.");
            case Outcome.Chosen _ ->
                last
                        ? new Text("Жеңімпаз болып танылды.", "Признан победителем.")
                        : new Text("Келесі кезеңге өтеді.", "Проходит в следующий этап.");
            case Outcome.Displaced displaced ->
                new Text(
                        "Келесі кезеңге өтпейді: бір ауданнан ең көбі " + displaced.maxPerDistrict()
                                + " үміткер өтеді, осы ауданнан алда тұрғандар: " + names(displaced.by())
                                + ".",
                        "Не проходит в следующий этап: от одного района — не более " + displaced.maxPerDistrict()
                                + " кандидатов, от этого района впереди: " + names(displaced.by()) + ".");
            case Outcome.NotChosen _ ->
                last
                        ? new Text("Жүлделі орын алған жоқ.", "Призовое место не занято.")
                        : new Text("Келесі кезеңге өтпейді.", "Не проходит в следующий этап.");
            case Outcome.Open _ ->
                new Text(
                        "Балл саны тең, комиссия төрағасының шешуші дауысы күтілуде.",
                        "Баллы равны, ожидается решающий голос председателя комиссии.");
        };
    }

    /** What keeps a scope from being announced. */
    public Text missing(Missing missing) {
        return switch (missing) {
            case Missing.NoCommission _ ->
                new Text("Комиссия құрамы тіркелмеген.", "Состав комиссии не зарегистрирован.");
            case Missing.Quorum quorum ->
                new Text(
                        "Кворум жоқ: " + quorum.present() + " мүше бағалады, кемінде " + quorum.needed()
                                + " керек. Парақ тапсырмағандар: " + names(quorum.absent()) + ".",
                        "Нет кворума: оценивших членов — " + quorum.present() + ", нужно не менее " + quorum.needed()
                                + ". Не сдали листы: " + names(quorum.absent()) + ".");
            case Missing.SheetNotFiled sheet -> {
                var title = sheetTitle(sheet.sheet());
                yield new Text(
                        "Тапсырылмаған парақ: «" + title.kk() + "», үміткер " + name(sheet.candidate())
                                + ", комиссия мүшесі " + name(sheet.member()) + ".",
                        "Не сдан лист: «" + title.ru() + "», кандидат " + name(sheet.candidate()) + ", член комиссии "
                                + name(sheet.member()) + ".");
            }
            case Missing.NobodyToJudge nobody ->
                new Text(
                        "Бағалаған мүшелердің бәрі бұл үміткер бойынша өзін-өзі шеттетті: " + name(nobody.candidate())
                                + ".",
                        "Все оценивающие члены комиссии взяли самоотвод по кандидату: " + name(nobody.candidate())
                                + ".");
            case Missing.CastingVoteNeeded needed ->
                new Text(
                        "Төрағаның шешуші дауысы керек: " + names(needed.candidates()) + ".",
                        "Нужен решающий голос председателя: " + names(needed.candidates()) + ".");
        };
    }

    /** Each member's sheet by itself, and who stepped back or abstained. */
    private Text sheets(String candidate, String id, long counted) {
        var most = number(sheet(id).maxPoints());
        var points = judged.counted(candidate, id).stream()
                .map(sheet -> sheet.member() + " — " + number(sheet.points()))
                .collect(Collectors.joining(", "));
        var kk = "комиссия мүшелері толтырған парақ саны — " + counted;
        var ru = "листов членов комиссии — " + counted;
        if (counted > 0) {
            kk += ", парақтың ең көп балы — " + most + ": " + points;
            ru += ", наибольший балл листа — " + most + ": " + points;
        }
        var recused = String.join(", ", judged.recused(candidate));
        if (!recused.isEmpty()) {
            kk += "; өзін-өзі шеттеткендер: " + recused;
            ru += "; самоотвод: " + recused;
        }
        var abstained = String.join(", ", judged.abstained(candidate));
        if (!abstained.isEmpty()) {
            var zero = abstaining == Commissions.Abstaining.ZERO;
            kk += (zero ? "; қалыс қалғандар, балы нөл: " : "; қалыс қалғандар, есепке кірмейді: ") + abstained;
            ru += (zero ? "; воздержались, баллов нет: " : "; воздержались, не учтены: ") + abstained;
        }
        return new Text(kk, ru);
    }

    private Text margin(Outcome outcome, Rating.Margin margin) {
        var name = name(margin.candidate());
        boolean isChosen = outcome instanceof Outcome.Chosen;
        var step = margin.step();
        if (step != null) {
            var how = stepTitle(step);
            return isChosen
                    ? new Text(
                            "Ең жақын қарсылас " + name + ": балл саны тең, «" + how.kk() + "» шешті.",
                            "Ближайший соперник " + name + ": баллы равны, решило «" + how.ru() + "».")
                    : new Text(
                            "Алда тұрған " + name + " үміткермен балл саны тең, «" + how.kk()
                                    + "» шешті: кез келген қосымша балл нәтижені өзгертер еді.",
                            "С идущим впереди " + name + " баллы равны, решило «" + how.ru()
                                    + "»: любой лишний балл изменил бы итог.");
        }
        var points = number(margin.points());
        return isChosen
                ? new Text(
                        "Ең жақын қарсылас " + name + ": айырмашылық " + points + " балл.",
                        "Ближайший соперник " + name + ": разница " + points + " балла.")
                : new Text(
                        "Нәтиже өзгеруі үшін тағы " + points + " балдан көп керек еді: алда — " + name + ".",
                        "Итог был бы иным, будь балл выше более чем на " + points + ": впереди — " + name + ".");
    }

    /** The title of a tie-break or of the chair's step. */
    private Text stepTitle(String step) {
        if (step.equals(CastingVotes.STEP)) {
            return new Text("комиссия төрағасының шешуші дауысы", "решающий голос председателя комиссии");
        }
        return stage.tieBreaks().stream()
                .filter(tieBreak -> tieBreak.id().equals(step))
                .map(TieBreak::title)
                .findFirst()
                .orElseGet(() -> new Text(step, step));
    }

    private Text tie(Rating.TieStep tie) {
        var against = names(tie.against());
        if (tie.step().equals(CastingVotes.STEP)) {
            return new Text(
                    "Тең үміткерлер (" + against + ") арасында комиссия төрағасының шешуші дауысымен " + tie.value()
                            + "-орынға қойылды.",
                    "Среди равных (" + against + ") решающим голосом председателя комиссии: " + tie.value() + "-й.");
        }
        var title = stepTitle(tie.step());
        var value = tie.value().replace('.', ',');
        return new Text(
                "Балл саны тең (" + against + "), «" + title.kk() + "» бойынша салыстырылды: " + value + ".",
                "Баллы равны (" + against + "), сравнение по признаку «" + title.ru() + "»: " + value + ".");
    }

    private Sheet sheet(String id) {
        var sheet = sheets.get(id);
        if (sheet == null) {
            throw new IllegalArgumentException("the definition has no sheet " + id);
        }
        return sheet;
    }

    private Text sheetTitle(String id) {
        return sheet(id).title();
    }

    private Text nominationTitle(String id) {
        return stage.nominations().stream()
                .filter(nomination -> nomination.id().equals(id))
                .map(Nomination::title)
                .findFirst()
                .orElseGet(() -> new Text(id, id));
    }

    private static String line(String title, Rating.ComponentPoints points, String weight, String basis) {
        return title + ": " + number(points.points()) + ", " + weight + number(points.weight()) + " (" + basis + ").";
    }

    private static String number(BigDecimal value) {
        return value.toPlainString().replace('.', ',');
    }

    private String names(Collection<String> ids) {
        return ids.stream().map(this::name).collect(Collectors.joining(", "));
    }

    private String name(String id) {
        return names.getOrDefault(id, id);
    }
}
