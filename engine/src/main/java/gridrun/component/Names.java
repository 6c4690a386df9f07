package gridrun.component;

/** Names of Java types and record components as experiment files write them. */
public final class Names {

    /** Names are asked for with every metric of every run. */
    private static final ClassValue<String> NAMES = new ClassValue<>() {

        @Override
        protected String computeValue(Class<?> type) {
            Named named = type.getAnnotation(Named.class);
            return named != null ? named.value() : snake(type.getSimpleName());
        }
    };

    private Names() {
    }

    /**
     * Returns the name of a component type, which is {@link Named} or goes by its type: {@code LeakyReLU} is
     * {@code leaky_relu}, {@code AdamW} is {@code adamw}.
     */
    public static String of(Class<?> type) {
        return NAMES.get(type);
    }

    /**
     * Returns an identifier in snake case.
     *
     * <p>A word begins at a capital that stands between two lower-case letters, so that the field's acronyms stay
     * whole: {@code batchSize} is {@code batch_size}, {@code RMSprop} is {@code rmsprop}. An underscore at the end, by
     * which a component has the name of a Java keyword, is left out: {@code extends_} is {@code extends}.
     */
    public static String snake(String identifier) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < identifier.length(); i++) {
            char c = identifier.charAt(i);
            boolean wordBegins = Character.isUpperCase(c)
                    && i > 0 && Character.isLowerCase(identifier.charAt(i - 1))
                    && i + 1 < identifier.length() && Character.isLowerCase(identifier.charAt(i + 1));
            if (wordBegins) {
                name.append('_');
            }
            name.append(Character.toLowerCase(c));
        }
        int end = name.length() - 1;
        return end > 0 && name.charAt(end) == '_' ? name.substring(0, end) : name.toString();
    }
}
