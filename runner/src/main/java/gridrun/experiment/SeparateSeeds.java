package gridrun.experiment;

import gridrun.component.Default;
import gridrun.random.RunSeeds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Seeds of single purposes, every one of one with every one of another, so that results say which purpose their
 * spread comes from. What is not named keeps the experiment's seed.
 *
 * @param data of generated data: a number of seeds, or a list of them
 * @param split of the choice of the examples that are held out
 * @param init of the weights with which training begins
 * @param order of the order of the examples, and of dropout
 */
record SeparateSeeds(
        @Default("null") Seeds.OfAll data,
        @Default("null") Seeds.OfAll split,
        @Default("null") Seeds.OfAll init,
        @Default("null") Seeds.OfAll order) implements Seeds {

    SeparateSeeds {
        if (data == null && split == null && init == null && order == null) {
            throw new IllegalArgumentException("no seeds; name data, split, init or order");
        }
    }

    private Map<String, Seeds.OfAll> named() {
        Map<String, Seeds.OfAll> named = new LinkedHashMap<>();
        named.put("data", data);
        named.put("split", split);
        named.put("init", init);
        named.put("order", order);
        named.values().removeIf(seeds -> seeds == null);
        return named;
    }

    @Override
    public long size() {
        return named().values().stream().mapToLong(Seeds::size).reduce(1, (a, b) -> Math.min(a * b, 1L << 31));
    }

    @Override
    public List<Repeat> from(Seed first) {
        Map<String, Long> own = first.seeds().byName();
        List<Map<String, Long>> rows = List.of(Map.of());
        for (Map.Entry<String, Seeds.OfAll> purpose : named().entrySet()) {
            List<Map<String, Long>> longer = new ArrayList<>();
            for (Map<String, Long> row : rows) {
                for (long seed : purpose.getValue().from(own.get(purpose.getKey()))) {
                    Map<String, Long> more = new LinkedHashMap<>(row);
                    more.put(purpose.getKey(), seed);
                    longer.add(more);
                }
            }
            rows = longer;
        }
        return rows.stream().map(row -> repeat(own, row)).toList();
    }

    private static Repeat repeat(Map<String, Long> own, Map<String, Long> row) {
        Map<String, Long> all = new LinkedHashMap<>(own);
        all.putAll(row);
        return new Repeat(new RunSeeds(all.get("data"), all.get("split"), all.get("init"), all.get("order")),
                row.entrySet().stream().map(seed -> seed.getKey() + "=" + seed.getValue())
                        .collect(Collectors.joining(" ")));
    }
}
