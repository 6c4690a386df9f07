package gridrun.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which of a sweep's runs its newest plan has replaced by runs of other data, another engine or other settings. */
final class Superseded {

    private Superseded() {
    }

    /**
     * @param name what varied and the seed; another configuration of the same name differs in what is not swept
     * @param cell its configuration and seed
     * @param version null where that was not noted
     * @param planned whether the newest plan has it
     */
    private record Member(long run, String name, String cell, String version, boolean planned) {

        boolean isReplacedBy(Newest newest) {
            return !planned && (newest.cells.contains(cell) || newest.names.contains(name)
                    || version != null && !newest.versions.contains(version));
        }
    }

    /** What the members of a sweep's newest plan are called, and what they are. */
    private record Newest(Set<String> cells, Set<String> names, Set<String> versions) {

        static Newest of(List<Member> members) {
            List<Member> planned = members.stream().filter(Member::planned).toList();
            return new Newest(each(Member::cell, planned), each(Member::name, planned),
                    each(Member::version, planned));
        }

        private static Set<String> each(Function<Member, String> what, List<Member> members) {
            return members.stream().map(what).collect(Collectors.toSet());
        }
    }

    /** The numbers of those runs. */
    static Set<Long> of(Sql sql, long sweep) throws SQLException {
        List<Member> members = sql.list(
                """
                SELECT m.run, m.name, r.config_id || ' ' || r.seed, r.version, m.planned_ms IS s.planned_ms
                FROM member m JOIN sweep s ON s.entry = m.sweep JOIN run r ON r.entry = m.run
                WHERE m.sweep = ?""",
                row -> new Member(row.getLong(1), row.getString(2), row.getString(3), row.getString(4),
                        row.getBoolean(5)),
                sweep);
        Newest newest = Newest.of(members);
        return members.stream().filter(member -> member.isReplacedBy(newest)).map(Member::run)
                .collect(Collectors.toSet());
    }
}
