package gridrun.cli;

import gridrun.config.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** A parsed command line: words, and options with their values. */
final class Arguments {

    private final CommandLine line;
    private final Map<String, String> environment;

    private Arguments(CommandLine line, Map<String, String> environment) {
        this.line = line;
        this.environment = environment;
    }

    /** What an option of a command takes and means. */
    static Option option(String name, String argument, String meaning) {
        return Option.builder().longOpt(name).hasArg(argument != null).argName(argument).desc(meaning).get();
    }

    /** An option that may have this word behind it, and none else. */
    static Option perhaps(String name, String word, String meaning) {
        return Option.builder().longOpt(name).hasArg().optionalArg(true).argName(word).desc(meaning).get();
    }

    /**
     * Parses a command's arguments.
     *
     * @throws UsageException for an option that there is not, or one without its value
     */
    static Arguments parse(List<Option> known, List<String> words, Map<String, String> environment) {
        Options options = new Options();
        known.forEach(options::addOption);
        try {
            CommandLine line = DefaultParser.builder().setAllowPartialMatching(false).get()
                    .parse(options, withoutGuesses(known, words).toArray(new String[0]));
            return new Arguments(line, environment);
        } catch (UnrecognizedOptionException e) {
            throw new UsageException(unknown(e.getOption(), known));
        } catch (MissingArgumentException e) {
            throw new UsageException("--%s needs a value: %s".formatted(
                    e.getOption().getLongOpt(), e.getOption().getDescription()));
        } catch (ParseException e) {
            throw new UsageException(e.getMessage());
        }
    }

    /** Where an option's word does not follow, the option has none: what follows is a word of its own. */
    private static List<String> withoutGuesses(List<Option> known, List<String> words) {
        List<String> certain = new ArrayList<>(words);
        for (Option option : known.stream().filter(Option::hasOptionalArg).toList()) {
            for (int i = 0; i < certain.size(); i++) {
                boolean isFollowed = i + 1 < certain.size() && certain.get(i + 1).equals(option.getArgName());
                if (certain.get(i).equals("--" + option.getLongOpt()) && !isFollowed) {
                    certain.set(i, certain.get(i) + "=");
                }
            }
        }
        return certain;
    }

    private static String unknown(String given, List<Option> known) {
        String name = given.replaceFirst("=.*", "").replaceFirst("^-+", "");
        List<String> names = known.stream().map(Option::getLongOpt).toList();
        return "unknown option %s; %s".formatted(given.replaceFirst("=.*", ""),
                Spelling.nearest(name, names).map(near -> "did you mean --" + near + "?")
                        .orElseGet(() -> "there are "
                                + names.stream().map(n -> "--" + n).collect(Collectors.joining(", "))));
    }

    /** What is no option: files, settings, names. */
    List<String> words() {
        return line.getArgList();
    }

    boolean has(String option) {
        return line.hasOption(option);
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(line.getOptionValue(option));
    }

    /** The value of an option, or of an environment variable where it is not given. */
    Optional<String> value(String option, String variable) {
        return value(option).or(() -> Optional.ofNullable(environment.get(variable)).filter(text -> !text.isBlank()));
    }

    /** A whole number from 1 to the most that makes sense. */
    int positive(String option, int most, int otherwise) {
        return value(option).map(text -> {
            if (!text.matches("[1-9][0-9]{0,5}") || Integer.parseInt(text) > most) {
                throw new UsageException(
                        "--%s: '%s' is not a whole number from 1 to %,d".formatted(option, text, most));
            }
            return Integer.parseInt(text);
        }).orElse(otherwise);
    }

    Map<String, String> environment() {
        return environment;
    }
}
