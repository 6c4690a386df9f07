package gridrun.dsl;

import gridrun.config.InputFile;
import gridrun.config.Origin;
import gridrun.config.Problems;
import gridrun.dsl.phrase.Place;
import gridrun.experiment.Request;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A Java file as an experiment file: what its method {@code static Experiment define()} returns. */
public final class JavaFile {

    private static final String SUFFIX = ".java";
    private static final String METHOD = "define";

    private JavaFile() {
    }

    /** Whether a file is one by its name. */
    public static boolean isMeant(Path file) {
        return file.getFileName() != null && file.getFileName().toString().endsWith(SUFFIX);
    }

    /**
     * Reads an experiment file: one of Java where it is meant, else one of YAML.
     *
     * @return the experiment; empty where anything is wrong, all of which is then among the problems
     */
    public static Optional<gridrun.experiment.Experiment> read(Path file, Request request, Problems problems) {
        return isMeant(file) ? experiment(file, problems).flatMap(said -> said.resolve(request, problems))
                : gridrun.experiment.Experiment.read(file, request, problems);
    }

    /** What a Java file says, as the text of a YAML file; empty where it is wrong. */
    public static Optional<String> yaml(Path file, Problems problems) {
        return experiment(file, problems).map(Experiment::toYaml);
    }

    /** What a Java file defines. */
    private static Optional<Experiment> experiment(Path file, Problems problems) {
        Origin whole = Origin.file(file.toString());
        String refusal = InputFile.refusal(file);
        if (refusal != null || !Files.exists(file)) {
            return refused(problems, whole, refusal == null ? "there is no such file" : "this " + refusal);
        }
        if (ModuleLayer.boot().findModule("jdk.compiler").isEmpty()) {
            return refused(problems, whole, "this Java cannot compile, so it runs no Java files: start it by "
                    + "the java of a JDK, or run the YAML that --render prints there");
        }
        return CompiledSources.of(file, problems).flatMap(compiled -> method(file, compiled, problems))
                .flatMap(define -> call(define, file, problems));
    }

    private static Optional<Method> method(Path file, CompiledSources compiled, Problems problems) {
        String fileName = file.getFileName().toString();
        String name = fileName.substring(0, fileName.length() - SUFFIX.length());
        Optional<Method> define = compiled.named(name).stream().flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(each -> each.getName().equals(METHOD) && Modifier.isStatic(each.getModifiers())
                        && each.getParameterCount() == 0 && each.getReturnType() == Experiment.class)
                .findFirst();
        return define.isPresent() ? define : refused(problems, Origin.file(file.toString()),
                "there is no method 'static Experiment define()' in a class " + name + "; its result is what is run");
    }

    private static Optional<Experiment> call(Method define, Path file, Problems problems) {
        try {
            define.setAccessible(true);
            Object experiment = define.invoke(null);
            return experiment != null ? Optional.of((Experiment) experiment)
                    : refused(problems, Origin.file(file.toString()), "define() returns null, not an experiment");
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause() instanceof ExceptionInInitializerError early && early.getCause() != null
                    ? early.getCause() : e.getCause();
            if (cause instanceof InvalidExperiment invalid) {
                invalid.problems().forEach(problem -> problems.add(problem.origin(), problem.message()));
                return Optional.empty();
            }
            if (cause instanceof Error error) {
                throw error;
            }
            return refused(problems, place(cause, define.getDeclaringClass(), file), "define() fails: " + cause);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(define + " cannot be called", e);
        }
    }

    /** Where the program is in which an exception was thrown. */
    private static Origin place(Throwable cause, Class<?> type, Path file) {
        return Stream.of(cause.getStackTrace()).filter(frame -> frame.getClassName().equals(type.getName()))
                .findFirst().map(frame -> Place.of(type, frame.getFileName(), frame.getLineNumber()).origin())
                .orElse(Origin.file(file.toString()));
    }

    private static <T> Optional<T> refused(Problems problems, Origin origin, String message) {
        problems.add(origin, message);
        return Optional.empty();
    }
}
