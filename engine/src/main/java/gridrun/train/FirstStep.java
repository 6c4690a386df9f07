package gridrun.train;

import gridrun.graph.Formula;
import gridrun.graph.Graph;
import gridrun.graph.MemoryPlan;
import gridrun.graph.Node;
import gridrun.graph.Op;
import gridrun.graph.Parameters;
import gridrun.graph.Parameters.Slice;
import gridrun.graph.Profiler;
import gridrun.graph.Program;
import gridrun.graph.Role;
import gridrun.graph.Use;
import gridrun.kernel.Kernels;
import gridrun.kernel.ReferenceKernels;
import gridrun.nn.Architecture;
import gridrun.nn.Architecture.Traced;
import gridrun.random.Rng;
import gridrun.task.Dataset;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The first step of a training with all of its numbers: every value of the forward pass, every gradient of the backward
 * pass and every parameter's update, in float64 and in the names of docs/math_derivations.md. For networks that a
 * person can read.
 *
 * @param batch the examples that the run takes in a step, of which the first are shown
 * @param given the inputs {@code X}, the targets {@code T} and the parameters, but no states, which no formula reads
 * @param operations in the order of the forward pass
 * @param updates one a parameter tensor, in the order of the forward pass
 * @param rule of the optimizer, for one parameter
 * @param rate the learning rate of the step
 * @param treatment what is done to gradients and weights before the rule; empty for nothing
 * @param loss {@code L}, the mean loss of the examples
 * @param lossAfter the same with the parameters that the step leads to
 */
public record FirstStep(int batch, List<Matrix> given, List<Operation> operations, List<Update> updates, String rule,
        double rate, String treatment, double loss, double lossAfter) {

    /** So many numbers somebody may want to read. */
    private static final int MOST_NUMBERS = 1_000;
    /** The losses of the single examples, one below the other. */
    private static final String LOSSES = "ℓ";

    /**
     * Numbers with a name; an example or an input a row.
     *
     * @param values row by row
     */
    public record Matrix(String name, int rows, int columns, double[] values) {

        public double at(int row, int column) {
            return values[row * columns + column];
        }
    }

    /**
     * An operation.
     *
     * @param layer it belongs to
     * @param forward the formula of its result
     * @param operands the names of what it takes
     * @param backward the formulas of its operands' gradients, behind its result's where that is a sum
     * @param gradients what it contributes to each, in the order of the formulas
     */
    public record Operation(String layer, String forward, List<String> operands, Matrix result, List<String> backward,
            List<Matrix> gradients) {
    }

    /**
     * A parameter tensor's step.
     *
     * @param gradient of the loss
     * @param treated what the optimizer gets of it: with penalties, clipped
     */
    public record Update(String layer, Matrix before, Matrix gradient, Matrix treated, Matrix after) {
    }

    /** A network of more numbers than anybody reads. */
    public static final class TooLarge extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        TooLarge(long numbers, int examples) {
            super("a step of %,d example%s has %,d numbers, more than the %,d that can be read; fewer units, layers "
                    .formatted(examples, examples == 1 ? "" : "s", numbers, MOST_NUMBERS)
                    + "or examples have less, such as model.hidden=[3]");
        }
    }

    /** The examples that are shown; of sequences each has several rows. */
    public int examples() {
        return given.get(1).rows();
    }

    /**
     * Takes the step.
     *
     * @param spec with the learning rate decided
     * @param data the training part
     * @param beginning the stream of the run's initial weights
     * @param course the stream of the course of its training
     * @param most examples that are shown
     * @throws TooLarge where nobody could read it
     */
    public static FirstStep of(Architecture architecture, TrainSpec spec, Dataset data, Rng beginning, Rng course,
            int most) {
        int batch = spec.batchSize().of(data.size());
        int shown = Math.min(most, batch);
        Traced traced = architecture.trace(shown);
        long numbers = numbers(traced.graph(), spec);
        if (numbers > MOST_NUMBERS) {
            throw new TooLarge(numbers, shown);
        }
        return new Taking(architecture, spec, traced, beginning).step(data, batch, course);
    }

    private static long numbers(Graph graph, TrainSpec spec) {
        long passes = graph.operations().stream().mapToLong(operation -> operation.result().shape().size()
                + operation.operands().stream().filter(Use::needsGradient).mapToLong(use -> use.shape().size()).sum())
                .sum();
        return passes + (3L + spec.optimizer().states()) * graph.parameterCount();
    }

    /** A step while it is taken. */
    private static final class Taking implements Profiler {

        private final Architecture architecture;
        private final TrainSpec spec;
        private final Traced traced;
        private final Kernels kernels = new ReferenceKernels();
        private final Parameters parameters;
        private final Program program;
        private final Map<Node, String> names = new HashMap<>();
        private final Map<Op, Matrix> results = new LinkedHashMap<>();
        private final Map<Op, Operation> operations = new HashMap<>();
        private Op watched;

        Taking(Architecture architecture, TrainSpec spec, Traced traced, Rng beginning) {
            this.architecture = architecture;
            this.spec = spec;
            this.traced = traced;
            this.parameters = new Parameters(kernels, traced.graph());
            parameters.initialize(traced.graph(), beginning.split("init"));
            MemoryPlan plan = new MemoryPlan(traced.graph(), traced.objective(), true);
            this.program = new Program(kernels, plan, parameters, kernels.allocate(plan.elements()), this);
            program.enter();
            name();
        }

        /** A layer's parameters carry its number, and so do results. */
        private void name() {
            names.put(traced.input(), "X");
            names.put(traced.target(), "T");
            List<Node> nodes = traced.graph().parameterNodes();
            List<String> layers = parameters.slices().stream().map(Slice::layer).distinct().toList();
            for (int i = 0; i < nodes.size(); i++) {
                Slice slice = parameters.slices().get(i);
                names.put(nodes.get(i), slice.name().substring(slice.layer().length() + 1)
                        + (layers.indexOf(slice.layer()) + 1));
            }
            int results = 0;
            for (Op operation : traced.graph().operations()) {
                names.put(operation.result(), operation.result() == traced.objective() ? LOSSES : "Y" + ++results);
            }
        }

        private String name(Node node) {
            return names.getOrDefault(node, "C");
        }

        FirstStep step(Dataset data, int batch, Rng course) {
            int[] order = Examples.inOrder(data.size());
            course.split("shuffle").split(1).shuffle(order);
            new Examples(data, architecture).fill(kernels, order, traced.input().value(), traced.target().value());
            List<Matrix> given = new ArrayList<>(List.of(matrix("X", traced.input().value()),
                    matrix("T", traced.target().value())));
            List<Matrix> before = values();
            for (int i = 0; i < before.size(); i++) {
                if (parameters.slices().get(i).role() != Role.STATE) {
                    given.add(before.get(i));
                }
            }
            long key = Rng.key(course.split("dropout").key(), 1);
            program.forward(key);
            double loss = program.meanObjective();
            program.backward();
            List<Operation> passed = results.keySet().stream().map(operation -> operations.computeIfAbsent(
                    operation, constant -> operation(constant, traced.graph().layer(constant)))).toList();
            List<Matrix> gradients = gradients();
            double rate = new LearningRate(spec).at(1, 0, spec.steps(data.size()));
            GradientTreatment treatment = new GradientTreatment(kernels, parameters, spec);
            treatment.penalize(rate);
            treatment.clip(Math.sqrt(kernels.reductions().sumOfSquares(parameters.gradients())));
            List<Matrix> treated = gradients();
            spec.optimizer().step(kernels, parameters.values(), parameters.gradients(), states(), rate, 1);
            List<Matrix> after = values();
            List<Update> updates = new ArrayList<>();
            for (int i = 0; i < before.size(); i++) {
                Slice slice = parameters.slices().get(i);
                if (slice.role() != Role.STATE) {
                    updates.add(new Update(slice.layer(), before.get(i), gradients.get(i), treated.get(i),
                            after.get(i)));
                }
            }
            program.forward(key);
            return new FirstStep(batch, given, passed, updates, spec.optimizer().rule(), rate, treatment.words(), loss,
                    program.meanObjective());
        }

        private Tensor[] states() {
            Tensor[] states = new Tensor[spec.optimizer().states()];
            int size = parameters.values().size();
            for (int i = 0; i < states.length; i++) {
                states[i] = kernels.allocate(size).cut(Shape.of(size));
            }
            return states;
        }

        private List<Matrix> values() {
            return parameters.slices().stream().map(slice -> matrix(nameOf(slice), slice.value())).toList();
        }

        private List<Matrix> gradients() {
            return parameters.slices().stream().map(slice -> matrix("d" + nameOf(slice), slice.gradient())).toList();
        }

        private String nameOf(Slice slice) {
            return name(traced.graph().parameterNodes().get(parameters.slices().indexOf(slice)));
        }

        @Override
        public void epochBegins() {
            // there is one step alone
        }

        @Override
        public void stepBegins() {
            // there is one step alone
        }

        @Override
        public Op watched(Op operation, String layer) {
            watched = operation;
            return Profiler.super.watched(operation, layer);
        }

        /** Keeps what a pass of an operation has computed, before another may use its memory. */
        @Override
        public Part part(String layer, String name, Pass pass, long flops) {
            Op operation = watched;
            return pass == Pass.FORWARD
                    ? () -> results.putIfAbsent(operation, matrix(name(operation.result()),
                            operation.result().value()))
                    : () -> operations.put(operation, operation(operation, layer));
        }

        private Operation operation(Op operation, String layer) {
            List<String> operands = operation.operands().stream().map(use -> name(use.node())).toList();
            String result = name(operation.result());
            Formula formula = operation.formula();
            List<String> backward = new ArrayList<>();
            List<Matrix> gradients = new ArrayList<>();
            long uses = contributions(operation.result());
            if (uses > 1 && operation.operands().stream().anyMatch(Use::needsGradient)) {
                backward.add("d%s = sum of its %d uses".formatted(result, uses));
                gradients.add(matrix("d" + result, operation.result().gradient()));
            }
            for (int i = 0; i < operands.size(); i++) {
                Use use = operation.operands().get(i);
                if (use.needsGradient() && use.gradient() != null) {
                    backward.add(Formula.with(formula.backward().get(i), result, operands));
                    gradients.add(matrix("d" + operands.get(i), use.gradient()));
                }
            }
            return new Operation(layer, Formula.with(formula.forward(), result, operands), operands,
                    results.get(operation), backward, gradients);
        }

        /** How many operations contribute to a node's gradient, which each has told as its own part of it. */
        private long contributions(Node node) {
            return traced.graph().operations().stream().flatMap(operation -> operation.operands().stream())
                    .filter(use -> use.node() == node && use.needsGradient() && use.gradient() != null).count();
        }

        private static Matrix matrix(String name, Tensor tensor) {
            double[] values = new double[tensor.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = tensor.get(i);
            }
            boolean losses = name.equals(LOSSES);
            return new Matrix(name, losses ? values.length : tensor.rows(), losses ? 1 : tensor.columns(), values);
        }
    }

    // Identity, not content: a record's equality over arrays would mislead.

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
