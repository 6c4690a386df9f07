package gridrun.kernel.vector;

import com.tngtech.archunit.thirdparty.org.objectweb.asm.ClassReader;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.ClassVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Label;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.MethodVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Opcodes;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What a method of the vector kernels calls, as its class file has it.
 *
 * @param name class and method
 * @param alone whether its class is one of loops
 * @param bytes of its code
 * @param own calls of the Vector API, twice those that make a vector of a number first
 * @param callees other methods of the package, as often as they are called
 */
record VectorCalls(String name, boolean alone, int bytes, int own, List<String> callees) {

    private static final Path CLASSES = Path.of("target/classes/gridrun/kernel/vector");
    private static final String PACKAGE = "gridrun/kernel/vector/";
    private static final String API = "jdk/incubator/vector/";
    /** Here a number is an index, or becomes a vector in this very call. */
    private static final Set<String> NUMBERS_AS_THEY_ARE = Set.of("fromArray", "intoArray", "broadcast");

    /** By class, method and descriptor; but for class initializers, which run once. */
    static Map<String, VectorCalls> ofPackage() throws IOException {
        Map<String, VectorCalls> found = new HashMap<>();
        try (Stream<Path> files = Files.list(CLASSES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
                read(Files.readAllBytes(file), found);
            }
        }
        return found;
    }

    private static void read(byte[] bytes, Map<String, VectorCalls> found) {
        ClassReader reader = new ClassReader(bytes);
        String type = reader.getClassName().substring(PACKAGE.length());
        boolean alone = reader.getSuperName().equals(PACKAGE + "Alone");
        reader.accept(new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
                    String[] exceptions) {
                return new Counter(counter -> {
                    if (isCompiled(type, name)) {
                        found.put(type + "." + name + descriptor, new VectorCalls(type + "." + name, alone,
                                counter.bytes, counter.own, counter.callees));
                    }
                });
            }
        }, ClassReader.SKIP_DEBUG);
    }

    /** Goes through a method's instructions; switches and rare ones aside, which a loop over vectors has none of. */
    private static final class Counter extends MethodVisitor {

        private final Consumer<Counter> ended;
        private final List<String> callees = new ArrayList<>();
        private int bytes;
        private int own;

        Counter(Consumer<Counter> ended) {
            super(Opcodes.ASM9);
            this.ended = ended;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String callee, String types, boolean ofInterface) {
            bytes += ofInterface ? 5 : 3;
            if (owner.startsWith(API)) {
                own += makesVector(callee, types) ? 2 : 1;
            } else if (owner.startsWith(PACKAGE)) {
                callees.add(owner.substring(PACKAGE.length()) + "." + callee + types);
            }
        }

        @Override
        public void visitInsn(int opcode) {
            bytes++;
        }

        @Override
        public void visitVarInsn(int opcode, int variable) {
            bytes += variable < 4 ? 1 : 2;
        }

        @Override
        public void visitIntInsn(int opcode, int operand) {
            bytes += opcode == Opcodes.SIPUSH ? 3 : 2;
        }

        @Override
        public void visitLdcInsn(Object value) {
            bytes += 2;
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String type) {
            bytes += 3;
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            bytes += 3;
        }

        @Override
        public void visitIincInsn(int variable, int increment) {
            bytes += 3;
        }

        @Override
        public void visitEnd() {
            ended.accept(this);
        }
    }

    /** Whether this is no class initializer, nor what it calls: those run once. */
    private static boolean isCompiled(String type, String name) {
        return !name.equals("<clinit>") && !type.equals("Lanes") && !name.matches("species|preferredBits|bits")
                && !(type.equals("Square16") && name.matches("turned|odd|lambda.*"))
                && !name.startsWith("lambda$static");
    }

    private static boolean makesVector(String callee, String types) {
        return !NUMBERS_AS_THEY_ARE.contains(callee) && Arrays.stream(Type.getArgumentTypes(types))
                .anyMatch(argument -> argument == Type.FLOAT_TYPE || argument == Type.INT_TYPE);
    }
}
