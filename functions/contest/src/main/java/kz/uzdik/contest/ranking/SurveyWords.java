package kz.uzdik.contest.ranking;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import kz.uzdik.contest.definition.Component;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Identity;
import kz.uzdik.contest.definition.PaperBallots;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.definition.Text;

/** What a survey's points rest on, in words: who was heard, through which channel, and what they were mixed with (§14). */
final class SurveyWords {

    private final StageFacts facts;
    private final Map<String, Survey> surveys = new HashMap<>();

    SurveyWords(ContestDefinition definition, StageFacts facts) {
        this.facts = facts;
        definition.surveys().forEach(survey -> surveys.put(survey.id(), survey));
    }

    Text of(Component.OfSurvey component, String candidate, Rating.ComponentPoints points) {
        var heard = heard(survey(component), candidate);
        if (!points.substituted()) {
            return mixed(component, points, heard);
        }
        var instead = switch (component.belowMinimum()) {
            case ZERO -> new Text("балл берілмеді", "баллы не начислены");
            case SCOPE_MEAN -> new Text("басқа үміткерлердің орташа балы алынды", "взято среднее других кандидатов");
        };
        if (points.counted() >= component.minimumRespondents()) {
            return new Text(
                    heard.kk() + ", бәрі «білмеймін» деген, сондықтан " + instead.kk(),
                    heard.ru() + ", все ответили «не знаю», поэтому " + instead.ru());
        }
        return new Text(
                heard.kk() + ", кемінде " + component.minimumRespondents() + " керек, сондықтан " + instead.kk(),
                heard.ru() + ", нужно не менее " + component.minimumRespondents() + ", поэтому " + instead.ru());
    }

    private Survey survey(Component.OfSurvey component) {
        var survey = surveys.get(component.survey());
        if (survey == null) {
            throw new IllegalArgumentException("the definition has no survey " + component.survey());
        }
        return survey;
    }

    /** Who was heard, how many of them, and where there is paper, how many of those came through which channel. */
    private Text heard(Survey survey, String candidate) {
        var channels = facts.channels(survey, candidate);
        long all = facts.heard(survey, candidate).ballots();
        var heard = survey.identity() instanceof Identity.Invite
                ? new Text("шақырылғандардың жауабы — " + all, "ответов приглашённых — " + all)
                : new Text("тұрғындардың дауысы — " + all, "голосов жителей — " + all);
        if (channels.paper() == 0) {
            return heard;
        }
        var parts = new Text(
                "электронды — " + channels.electronic() + ", қағазда — " + channels.paper(),
                "электронных — " + channels.electronic() + ", на бумаге — " + channels.paper());
        if (survey.paper() != PaperBallots.COUNTED) {
            return new Text(
                    heard.kk() + " (" + parts.kk() + "; қағаздағысы баллға кірмейді)",
                    heard.ru() + " (" + parts.ru() + "; бумажные в балл не входят)");
        }
        if (channels.paper() < survey.minimumGroup()) {
            return new Text(
                    heard.kk() + " (" + parts.kk() + "; қағаздағысы кірмейді: кемінде " + survey.minimumGroup()
                            + " керек)",
                    heard.ru() + " (" + parts.ru() + "; бумажные не входят: нужно не менее " + survey.minimumGroup()
                            + ")");
        }
        if (channels.electronic() > 0 && channels.electronic() < survey.minimumGroup()) {
            return new Text(
                    heard.kk() + " (" + parts.kk() + "; электрондысы кірмейді: кемінде " + survey.minimumGroup()
                            + " керек)",
                    heard.ru() + " (" + parts.ru() + "; электронные не входят: нужно не менее " + survey.minimumGroup()
                            + ")");
        }
        return new Text(heard.kk() + " (" + parts.kk() + ")", heard.ru() + " (" + parts.ru() + ")");
    }

    private static Text mixed(Component.OfSurvey component, Rating.ComponentPoints points, Text heard) {
        var residents = points.residents();
        if (residents == null || component.shrinkage() == 0) {
            return heard;
        }
        var own = number(residents.own());
        var mean = number(residents.mean());
        return new Text(
                heard.kk() + ", өз балы " + own + "; үміткерлердің орташа балы " + mean
                        + " мына дауыс салмағымен қосылды: " + component.shrinkage(),
                heard.ru() + ", собственный балл " + own + "; средний балл кандидатов " + mean
                        + " добавлен с весом голосов: " + component.shrinkage());
    }

    private static String number(BigDecimal value) {
        return value.toPlainString().replace('.', ',');
    }
}
