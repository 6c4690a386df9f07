package gridrun.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Files made wrong by chance, from right ones: in their bytes, in their tokens, in their structure. */
final class Mutations {

    private static final List<String> NASTY = List.of("0", "-1", "1e999", "-1e-999", ".nan", ".inf", "2147483648",
            "9223372036854775808", "0x7fffffffffffffff", "1".repeat(2_000), "null", "~", "[]", "{}", "''", "true",
            "&a [*a]",
            "*a", "!!binary x", "!x", "<<", "---", "|", "- ", "? ", "\t", "\u0000", "\u001b[31m", "\u009b31m", "\u202e",
            "\"\\e[2J\\u202e\\0\"", "\uFEFF", "x".repeat(5_000), "[[[[[[[[[[1]]]]]]]]]]", "{a: {a: {a: {a: 1}}}}",
            "/etc/shadow", "/dev/zero", ".", "..", "1,1", "[1, 1]", "[1, a, {b: 2}]", "100000", "50000");
    private static final byte[][] NASTY_BYTES = NASTY.stream().map(text -> text.getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_.+-]+|\\s+|.", Pattern.DOTALL);

    private final List<byte[]> corpus;
    private final List<String> tokens = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** @param corpus files that are right */
    Mutations(List<byte[]> corpus) {
        this.corpus = corpus;
        corpus.forEach(file -> tokens.addAll(tokens(file)));
    }

    /** Mutations of YAML, which knows of structure as well. */
    static Mutations ofYaml(List<byte[]> corpus) {
        Mutations mutations = new Mutations(corpus);
        corpus.forEach(file -> mutations.collect(yaml().load(new String(file, StandardCharsets.UTF_8))));
        return mutations;
    }

    /** A file of the corpus with one to eight changes of one kind. */
    byte[] next(Random random) {
        byte[] file = one(corpus, random);
        int changes = 1 + random.nextInt(1 + random.nextInt(8));
        int kinds = values.isEmpty() ? 2 : 3;
        return switch (random.nextInt(kinds)) {
            case 0 -> bytes(file, changes, random);
            case 1 -> tokens(file, changes, random);
            default -> structure(file, changes, random);
        };
    }

    private static byte[] bytes(byte[] file, int changes, Random random) {
        byte[] changed = file;
        for (int i = 0; i < changes; i++) {
            int from = random.nextInt(changed.length + 1);
            int to = Math.min(changed.length, from + random.nextInt(16));
            byte[] put = switch (random.nextInt(4)) {
                case 0 -> new byte[] {(byte) random.nextInt(256)};
                case 1 -> NASTY_BYTES[random.nextInt(NASTY_BYTES.length)];
                case 2 -> Arrays.copyOfRange(changed, from, Math.min(changed.length, from + random.nextInt(2_000)));
                default -> new byte[0];
            };
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(changed, 0, from);
            out.writeBytes(put);
            out.write(changed, to, changed.length - to);
            changed = random.nextInt(40) == 0 ? Arrays.copyOf(out.toByteArray(), from) : out.toByteArray();
        }
        return changed;
    }

    private byte[] tokens(byte[] file, int changes, Random random) {
        List<String> changed = new ArrayList<>(tokens(file));
        for (int i = 0; i < changes && !changed.isEmpty(); i++) {
            int at = random.nextInt(changed.size());
            switch (random.nextInt(5)) {
                case 0 -> changed.remove(at);
                case 1 -> changed.add(at, one(tokens, random));
                case 2 -> changed.set(at, one(NASTY, random));
                case 3 -> changed.addAll(at,
                        List.copyOf(changed.subList(at, Math.min(changed.size(), at + random.nextInt(40)))));
                default -> changed.set(at, one(tokens, random));
            }
        }
        return String.join("", changed).getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> tokens(byte[] file) {
        return TOKEN.matcher(new String(file, StandardCharsets.UTF_8)).results().map(match -> match.group()).toList();
    }

    private byte[] structure(byte[] file, int changes, Random random) {
        Object tree = yaml().load(new String(file, StandardCharsets.UTF_8));
        for (int i = 0; i < changes; i++) {
            tree = changed(tree, random);
        }
        return yaml().dump(tree).getBytes(StandardCharsets.UTF_8);
    }

    /** One place of a tree changed: each step down is as likely as to stay. */
    private Object changed(Object tree, Random random) {
        if (tree instanceof Map<?, ?> map && !map.isEmpty() && random.nextInt(4) > 0) {
            Map<Object, Object> copy = new LinkedHashMap<>(map);
            Object key = one(new ArrayList<>(copy.keySet()), random);
            switch (random.nextInt(6)) {
                case 0 -> copy.remove(key);
                case 1 -> copy.put(String.valueOf(one(values, random)), copy.remove(key));
                default -> copy.put(key, changed(copy.get(key), random));
            }
            return copy;
        }
        if (tree instanceof List<?> list && !list.isEmpty() && random.nextInt(4) > 0) {
            List<Object> copy = new ArrayList<>(list);
            int at = random.nextInt(copy.size());
            switch (random.nextInt(5)) {
                case 0 -> copy.remove(at);
                case 1 -> copy.addAll(list);
                default -> copy.set(at, changed(copy.get(at), random));
            }
            return copy;
        }
        return random.nextInt(3) == 0 ? one(NASTY, random) : one(values, random);
    }

    private void collect(Object tree) {
        values.add(tree);
        if (tree instanceof Map<?, ?> map) {
            values.addAll(map.keySet());
            map.values().forEach(this::collect);
        } else if (tree instanceof List<?> list) {
            list.forEach(this::collect);
        }
    }

    private static Yaml yaml() {
        return new Yaml(new SafeConstructor(new LoaderOptions()));
    }

    private static <T> T one(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
