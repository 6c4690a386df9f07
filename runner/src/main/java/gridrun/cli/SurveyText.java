package gridrun.cli;

import gridrun.observed.Profile;
import gridrun.session.StepSurvey;
import gridrun.session.StepSurvey.Kind;

/** Where the time of an experiment's steps went, in words; of several kinds of steps the longest in full. */
final class SurveyText {

    private static final int MOST_KINDS = 20;

    private SurveyText() {
    }

    static void tell(StepSurvey survey, Terminal terminal) {
        if (survey.kinds().isEmpty()) {
            terminal.err().println("no profile: no run was trained to its end");
            return;
        }
        Kind longest = survey.kinds().get(0);
        int kinds = survey.kinds().size();
        terminal.out().println();
        if (kinds > 1) {
            terminal.out().printf("%d runs with steps of %d kinds, each shown by one run:%n", survey.runs(), kinds);
            terminal.out().println(Profile.comparison(
                    survey.kinds().stream().limit(MOST_KINDS).map(Kind::profile).toList(),
                    terminal.width(), terminal.unicode())
                    + (kinds > MOST_KINDS ? "and %d quicker kinds%n".formatted(kinds - MOST_KINDS) : ""));
        }
        String head = "profile of " + longest.profile().headline();
        if (survey.atOnce() > 1 && !longest.apart()) {
            head += "%d runs at a time shared the machine; with --jobs 1 each has it to itself%n"
                    .formatted(survey.atOnce());
        }
        terminal.out().println(terminal.unicode() ? head : head.replace("µ", "u"));
        terminal.out().println(longest.profile().table(terminal.width(), terminal.unicode()));
        terminal.out().println("profile: " + Terminal.shown(longest.directory()));
    }
}
