package gridrun.config;

import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** Leaves every untagged node untagged, in place of the resolution by YAML 1.1 and its regular expressions. */
final class PlainResolver extends Resolver {

    /** The tag of a node whose author gave it none. */
    static final Tag NONE = new Tag("untagged");

    @Override
    protected void addImplicitResolvers() {
        // None: scalars are resolved by Kind, as YAML 1.2 has it.
    }

    @Override
    public Tag resolve(NodeId kind, String value, boolean implicit) {
        return NONE;
    }
}
