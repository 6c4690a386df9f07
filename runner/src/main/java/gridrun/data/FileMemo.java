package gridrun.data;

import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What was read of files: a plan asks for it again and again, and runs want the content that the plan has read.
 *
 * <p>Facts are kept until a file changes; content as long as there is memory for it. Safe for use by several threads.
 *
 * @param <C> the content
 * @param <F> the facts that follow from it
 */
final class FileMemo<C, F> {

    /** Content with what follows from it. */
    record Reading<C, F>(C content, F facts) {
    }

    private record Known<C, F>(List<String> stamps, SoftReference<C> content, F facts) {
    }

    private final Map<Object, Known<C, F>> known = new HashMap<>();

    /** The facts; reads only if they are not known of the files as they are now. */
    synchronized F facts(Object key, List<OwnFile> files, Supplier<Reading<C, F>> reader) {
        Known<C, F> before = current(key, files);
        return before != null ? before.facts() : read(key, files, reader).facts();
    }

    /** Content and facts; reads only if they are not both in memory. */
    synchronized Reading<C, F> reading(Object key, List<OwnFile> files, Supplier<Reading<C, F>> reader) {
        Known<C, F> before = current(key, files);
        C content = before == null ? null : before.content().get();
        return content == null ? read(key, files, reader) : new Reading<>(content, before.facts());
    }

    private Known<C, F> current(Object key, List<OwnFile> files) {
        Known<C, F> before = known.get(key);
        return before != null && before.stamps().equals(stamps(files)) ? before : null;
    }

    private Reading<C, F> read(Object key, List<OwnFile> files, Supplier<Reading<C, F>> reader) {
        List<String> stamps = stamps(files);
        Reading<C, F> reading = reader.get();
        known.put(key, new Known<>(stamps, new SoftReference<>(reading.content()), reading.facts()));
        return reading;
    }

    private static List<String> stamps(List<OwnFile> files) {
        return files.stream().map(OwnFile::stamp).toList();
    }
}
