package gridrun.reference;

import gridrun.component.Names;
import gridrun.config.BareSchema;
import gridrun.config.EnumSchema;
import gridrun.config.FilePath;
import gridrun.config.FlatNames;
import gridrun.config.KeyedSchema;
import gridrun.config.ListSchema;
import gridrun.config.MapSchema;
import gridrun.config.Parameter;
import gridrun.config.RecordSchema;
import gridrun.config.ScalarSchema;
import gridrun.config.Schema;
import gridrun.config.ShapeSchema;
import gridrun.config.TextSchema;
import gridrun.config.VariantSchema;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/** How a setting is said in Java: the parameters of its method, by its schema. */
final class DslForms {

    /**
     * The parameters of a method, and what becomes of them.
     *
     * @param types of the parameters, each imported
     * @param names of the parameters
     * @param value the expression of the setting's value
     */
    record Form(List<String> types, List<String> names, String value) {

        String declared() {
            return IntStream.range(0, types.size()).mapToObj(i -> types.get(i) + " " + names.get(i))
                    .collect(Collectors.joining(", "));
        }

        boolean isVarargs() {
            return !types.isEmpty() && types.get(types.size() - 1).endsWith("...");
        }
    }

    /**
     * A word: a static method that begins a phrase.
     *
     * @param word the method
     * @param record what it makes
     * @param forms what it takes, in order
     * @param parameters the settings that these are
     */
    record Factory(String word, RecordSchema record, boolean typed, List<Form> forms, List<Parameter> parameters) {
    }

    private static final String SETTINGS = "settings";
    private static final Set<String> TAKEN =
            Set.of("of", "with", "change", "part", "tree", "nothing", "type", "wait", "notify", "equals");

    private final Map<Class<?>, String> names;

    DslForms(Map<Class<?>, String> names) {
        this.names = names;
    }

    /** The methods of a setting. */
    void setters(JavaText text, RecordSchema owner, Parameter parameter, String result, String part) {
        String method = method(parameter.name());
        String key = (part.isEmpty() ? "" : "\"" + part + "\", ") + "\"" + parameter.name() + "\"";
        String meaning = JavaText.sentence(JavaText.html(Words.require(owner.type()).parameter(parameter.name())));
        List<Form> forms = forms(text, parameter.schema(), identifier(parameter.name()), key);
        boolean plain =
                parameter.isNullable() || !parameter.written().map(FlatNames::text).orElse("").matches("true|\\{}");
        for (Form form : forms) {
            if (form.names().isEmpty() && !plain) {
                continue; // it would say the default
            }
            String doc = form.names().isEmpty() ? meaning
                    : meaning + "\n\n" + documented(form, owner, parameter);
            text.member(doc, "public %s%s %s(%s) {".formatted(result.equals("E") ? "final " : "", result, method,
                    form.declared()), "return with(%s, %s);".formatted(key, form.value()));
        }
    }

    private static String documented(Form form, RecordSchema owner, Parameter parameter) {
        return form.names().stream().map(name -> "@param " + name + " " + documented(name, form, owner, parameter))
                .collect(Collectors.joining("\n"));
    }

    private static String documented(String name, Form form, RecordSchema owner, Parameter parameter) {
        if (name.equals(SETTINGS)) {
            return "sets of it what is to differ from its defaults";
        }
        if (parameter.schema() instanceof RecordSchema record) {
            return record.parameters().stream().filter(part -> identifier(part.name()).equals(name)).findFirst()
                    .map(part -> JavaText.html(Words.require(record.type()).parameter(part.name()))).orElseThrow();
        }
        return form.names().size() == 1 ? legal(owner, parameter) : "along the " + name;
    }

    /** What is legal, and the default. */
    private static String legal(RecordSchema owner, Parameter parameter) {
        String phrase = ValuePhrases.of(owner, parameter).replaceAll("\\[([\\w ]+)]\\(#\\w+\\)", "$1");
        String standard = parameter.isRequired() ? "; required"
                : parameter.written().map(FlatNames::text).filter(value -> !value.isEmpty() && !value.equals("{}"))
                        .map(value -> "; by default `" + value + "`").orElse("");
        return JavaText.html(phrase + standard);
    }

    /** The ways to say a value of a schema. */
    private List<Form> forms(JavaText text, Schema schema, String name, String key) {
        Map<String, Form> forms = new LinkedHashMap<>();
        all(text, schema, name, key).forEach(form -> forms.putIfAbsent(String.join(",", form.types()), form));
        return List.copyOf(forms.values());
    }

    private Stream<Form> all(JavaText text, Schema schema, String name, String key) {
        if (schema instanceof BareSchema single) {
            return all(text, single.value(), name, key);
        }
        if (schema instanceof ShapeSchema shapes) {
            // Several forms may be maps, which a method for changes could not tell apart.
            return shapes.forms().stream().flatMap(form -> form instanceof RecordSchema
                    ? Stream.of(one(type(text, form, false), name)) : all(text, form, name, key));
        }
        if (schema instanceof ScalarSchema scalar && scalar.isTruth()) {
            return Stream.of(new Form(List.of(), List.of(), "true"), one("boolean", name));
        }
        if (schema instanceof ScalarSchema scalar && scalar.type() == FilePath.class) {
            return Stream.of(one("String", name), one(text.imported("java.nio.file.Path"), name));
        }
        if (schema instanceof TextSchema parsed) {
            return parsed(parsed, name);
        }
        if (schema instanceof RecordSchema record) {
            return parts(text, record, key);
        }
        if (schema instanceof ListSchema list && !(list.item() instanceof MapSchema)
                && !(list.item() instanceof KeyedSchema)) {
            return Stream.of(one(type(text, list.item(), false) + "...", name));
        }
        if (schema instanceof KeyedSchema || schema instanceof ListSchema) {
            return Stream.of(new Form(List.of(text.imported("gridrun.dsl.phrase.Setting") + "..."), List.of(name),
                    "Setting.map(" + text.imported("java.util.List") + ".of(" + name + "))"));
        }
        if (schema instanceof MapSchema) {
            return Stream.of(one(text.imported("java.util.Map") + "<String, ?>", name));
        }
        return Stream.of(one(type(text, schema, false), name));
    }

    private static Form one(String type, String name) {
        return new Form(List.of(type), List.of(name), name);
    }

    private static Stream<Form> parsed(TextSchema parsed, String name) {
        List<Form> forms = new ArrayList<>();
        if (parsed.accepts("1")) {
            forms.add(one("int", name));
        }
        if (parsed.acceptsPairs()) {
            forms.add(new Form(List.of("int", "int"), List.of("height", "width"), "new int[] {height, width}"));
        }
        if (forms.isEmpty() || !parsed.acceptsPairs()) {
            forms.add(one("String", name));
        }
        return forms.stream();
    }

    /** A map of its own: its settings, changed from what was said of them before; what must be given comes first. */
    private Stream<Form> parts(JavaText text, RecordSchema record, String key) {
        String type = names.get(record.type());
        String operator = text.imported("java.util.function.UnaryOperator") + "<" + type + ">";
        List<String> types = new ArrayList<>();
        List<String> needed = new ArrayList<>();
        StringBuilder begun = new StringBuilder("new " + type + "(part(" + key + "))");
        for (Parameter parameter : record.parameters()) {
            if (parameter.isRequired()) {
                String camel = identifier(parameter.name());
                types.add(type(text, parameter.schema(), false));
                needed.add(camel);
                begun.append('.').append(method(parameter.name())).append('(').append(camel).append(')');
            }
        }
        Form plain = new Form(types, needed, begun.toString());
        List<String> allTypes = new ArrayList<>(types);
        allTypes.add(operator);
        List<String> allNames = new ArrayList<>(needed);
        allNames.add(SETTINGS);
        return Stream.of(plain, new Form(allTypes, allNames, SETTINGS + ".apply(" + begun + ")"));
    }

    /** The Java type of one value. */
    String type(JavaText text, Schema schema, boolean boxed) {
        if (schema instanceof BareSchema single) {
            return type(text, single.value(), boxed);
        }
        if (schema instanceof ScalarSchema scalar) {
            Class<?> type = scalar.type() == FilePath.class ? String.class : scalar.type();
            return (boxed ? MethodType.methodType(type).wrap() : MethodType.methodType(type).unwrap()).returnType()
                    .getSimpleName();
        }
        if (schema instanceof EnumSchema choice) {
            return text.imported(choice.type().getCanonicalName());
        }
        if (schema instanceof VariantSchema union) {
            return names.get(union.type());
        }
        if (schema instanceof RecordSchema record) {
            return names.get(record.type());
        }
        if (schema instanceof ListSchema list) {
            return text.imported("java.util.List") + "<" + type(text, list.item(), true) + ">";
        }
        return schema instanceof TextSchema parsed && !parsed.accepts("1") ? "String" : boxed ? "Integer" : "int";
    }

    /**
     * The words of a record: with what it requires, or with nothing and with its first setting, as files have it.
     *
     * @param typed whether it is one of a choice
     */
    List<Factory> factories(RecordSchema record, String word, boolean typed) {
        JavaText nowhere = new JavaText("");
        List<Parameter> required = record.parameters().stream().filter(Parameter::isRequired).toList();
        List<Factory> factories = new ArrayList<>();
        if (required.isEmpty()) {
            factories.add(new Factory(word, record, typed, List.of(), List.of()));
        }
        List<Parameter> given = !required.isEmpty() || !typed || record.parameters().isEmpty() ? required
                : record.parameters().subList(0, 1);
        List<List<Form>> ways = new ArrayList<>(List.of(List.of()));
        for (Parameter parameter : given) {
            List<List<Form>> longer = new ArrayList<>();
            for (List<Form> way : ways) {
                for (Form form : forms(nowhere, parameter.schema(), identifier(parameter.name()), "")) {
                    if (!form.names().isEmpty()) {
                        longer.add(Stream.concat(way.stream(), Stream.of(form)).toList());
                    }
                }
            }
            ways = longer;
        }
        ways.stream().filter(way -> !way.isEmpty())
                .forEach(way -> factories.add(new Factory(word, record, typed, way, given)));
        return factories;
    }

    /** All words. */
    static String components(Map<Class<?>, String> names, List<Factory> factories) {
        JavaText text = new JavaText(DslSources.PACKAGE);
        text.type("public abstract class ComponentWords extends SettingNames",
                "The words for everything that a file can name: data sets, layers, optimizers and all others.");
        text.member("", "protected ComponentWords() {");
        for (Factory factory : factories) {
            String type = names.get(factory.record().type());
            StringBuilder made = new StringBuilder("return new " + type + "("
                    + text.imported("gridrun.dsl.phrase.Blank")
                    + (factory.typed() ? ".of(\"" + factory.word() + "\")" : ".map()") + ")");
            StringBuilder doc = new StringBuilder(JavaText.html(Words.require(factory.record().type()).summary()));
            List<String> declared = new ArrayList<>();
            for (int i = 0; i < factory.forms().size(); i++) {
                Form form = factory.forms().get(i);
                Parameter parameter = factory.parameters().get(i);
                imports(text, parameter.schema());
                declared.add(form.declared());
                made.append('.').append(method(parameter.name())).append('(')
                        .append(String.join(", ", form.names())).append(')');
                String meaning = Words.require(factory.record().type()).parameter(parameter.name());
                for (String name : form.names()) {
                    doc.append(i == 0 && name.equals(form.names().get(0)) ? "\n\n" : "\n").append("@param ")
                            .append(name).append(' ').append(JavaText.html(meaning)).append("; ")
                            .append(legal(factory.record(), parameter));
                }
            }
            text.member(doc.toString(), "public static %s %s(%s) {".formatted(type, camel(factory.word()),
                    String.join(", ", declared)), made + ";");
        }
        return text.end();
    }

    private static void imports(JavaText text, Schema schema) {
        if (schema instanceof ScalarSchema scalar && scalar.type() == FilePath.class) {
            text.imported("java.nio.file.Path");
        } else if (schema instanceof EnumSchema choice) {
            text.imported(choice.type().getCanonicalName());
        }
    }

    private static String method(String key) {
        String name = camel(key);
        return TAKEN.contains(name) || SourceVersion.isKeyword(name) ? name + "_" : name;
    }

    private static String identifier(String key) {
        return SourceVersion.isKeyword(camel(key)) ? camel(key) + "_" : camel(key);
    }

    /** A name of files as Java spells it. */
    static String camel(String key) {
        StringBuilder name = new StringBuilder();
        boolean capital = false;
        for (char c : key.toCharArray()) {
            name.append(capital ? Character.toUpperCase(c) : c);
            capital = c == '_';
            if (capital) {
                name.setLength(name.length() - 1);
            }
        }
        return name.toString();
    }
}
