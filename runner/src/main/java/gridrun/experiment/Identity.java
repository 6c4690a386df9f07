package gridrun.experiment;

import gridrun.config.CanonicalJson;
import gridrun.config.Origin;
import gridrun.config.Schema;
import gridrun.config.Tree;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The hashes by which runs and sweeps are recognized: SHA-256 over canonical JSON, in hexadecimal. */
final class Identity {

    private Identity() {
    }

    /** Of a configuration: its {@code data}, {@code model} and {@code train} in full, without the seed. */
    static String configuration(List<Canonical> parts) {
        return sha256(Canonical.json(parts, Canonical::json));
    }

    /** Of a sweep: its name, what its axes leave constant, the axes' names, and whether it is a smoke run. */
    static String sweep(String name, Tree base, List<String> axes, boolean smoke) {
        Tree sorted = new Tree.Sequence(
                axes.stream().sorted().<Tree>map(Tree.Scalar::text).toList(), Origin.DEFAULT);
        return sha256(CanonicalJson.of(Tree.Mapping.empty(Origin.DEFAULT)
                .with("name", Origin.DEFAULT, Tree.Scalar.text(name))
                .with("base", Origin.DEFAULT, Schema.identifying(ExperimentSpec.class, base))
                .with("axes", Origin.DEFAULT, sorted)
                .with("smoke", Origin.DEFAULT, Tree.Scalar.plain(Boolean.toString(smoke), Origin.DEFAULT))));
    }

    static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
