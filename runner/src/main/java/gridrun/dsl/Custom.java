package gridrun.dsl;

import gridrun.config.CustomClasses;
import gridrun.config.Origin;
import gridrun.config.Schema;
import gridrun.config.Tree;
import gridrun.data.CustomDataset;
import gridrun.dsl.phrase.Place;
import gridrun.dsl.words.DatasetSpec;
import gridrun.dsl.words.Layer;
import gridrun.nn.CustomLayer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A component of a program's own, said as a file says it: by its class, with its settings.
 *
 * <p>What is wrong with the class is told when the experiment is planned, with the line that says it.
 */
record Custom(Tree.Mapping tree) implements Layer, DatasetSpec {

    static Custom of(CustomLayer layer) {
        return of(gridrun.nn.Layer.class, CustomLayer.class, layer);
    }

    static Custom of(CustomDataset data) {
        return of(gridrun.data.DatasetSpec.class, CustomDataset.class, data);
    }

    private static <T> Custom of(Class<T> choice, Class<? extends T> custom, T component) {
        Origin here = Place.here().origin();
        CustomClasses.give(component.getClass());
        String name = component.getClass().getName();
        Tree.Mapping said = CustomClasses.isRight(name, custom)
                ? ((Tree.Mapping) Schema.write(choice, component)).without("version")
                : Tree.Mapping.empty(here).with("type", here, Tree.Scalar.text(name));
        return new Custom((Tree.Mapping) at(here, said));
    }

    private static Tree at(Origin here, Tree tree) {
        if (tree instanceof Tree.Sequence list) {
            return new Tree.Sequence(list.items().stream().map(item -> at(here, item)).toList(), here);
        }
        if (tree instanceof Tree.Scalar scalar) {
            return new Tree.Scalar(scalar.kind(), scalar.text(), here);
        }
        Map<String, Tree.Entry> entries = new LinkedHashMap<>();
        ((Tree.Mapping) tree).entries().forEach((key, entry) -> entries.put(key,
                new Tree.Entry(here, at(here, entry.value()))));
        return new Tree.Mapping(entries, here);
    }
}
