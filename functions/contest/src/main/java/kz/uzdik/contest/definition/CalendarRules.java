package kz.uzdik.contest.definition;

import java.time.LocalDateTime;

/** The calendar runs forward: no step is due before the one it builds on. Two may fall on the same moment. */
final class CalendarRules {

    private CalendarRules() {}

    private record Step(String name, LocalDateTime at) {}

    static void check(ContestDefinition definition, Faults faults) {
        var calendar = definition.calendar();
        faults.window(calendar.intake(), "/calendar/intake");
        var steps = new Step[] {
            new Step("announced", calendar.announced()),
            new Step("intake/opens", calendar.intake().opens()),
            new Step("intake/closes", calendar.intake().closes()),
            new Step("uploadUntil", calendar.uploadUntil()),
            new Step("checkUntil", calendar.checkUntil()),
            new Step("selectionUntil", calendar.selectionUntil()),
            new Step("regionalUntil", calendar.regionalUntil()),
            new Step("handoverUntil", calendar.handoverUntil()),
            new Step("republicanUntil", calendar.republicanUntil())
        };
        for (int i = 1; i < steps.length; i++) {
            boolean saidByTheWindow = steps[i].name.equals("intake/closes");
            if (!saidByTheWindow) {
                faults.notBefore(steps[i - 1].at, steps[i].at, "/calendar/" + steps[i].name, steps[i - 1].name);
            }
        }
    }
}
