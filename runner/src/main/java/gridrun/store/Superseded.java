package gridrun.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which of a sweep's runs its newest plan has replaced by runs of other data, another engine or other settings.
 *
 * <p>Where an earlier plan was a race and the newest is none, seeds that this one lacks are left out, too. The race
 * gave them to those configurations that it could not tell apart, so a test of a given number would claim too much.
 */
final class Superseded {

    private Superseded() {
    }

    /**
     * @param name what varied and the seed; another configuration of the same name differs in what is not swept
     * @param cell its configuration and seed
     * @param version null where that was not noted
     * @param planned whether the newest plan has it
     */
    private record Member(long run, String name, String cell, long seed, String version, boolean planned) {

        boolean isReplacedBy(Newest newest) {
            return !planned && (newest.cells.contains(cell) || newest.names.contains(name)
                    || version != null && !newest.versions.contains(version)
                    || newest.raced && !newest.seeds.contains(seed));
        }
    }

    /**
     * What the members of a sweep's newest plan are called, and what they are.
     *
     * @param raced whether a race was planned before, and is no more
     */
    private record Newest(Set<String> cells, Set<String> names, Set<String> versions, Set<Long> seeds, boolean raced) {

        static Newest of(List<Member> members, boolean raced) {
            List<Member> planned = members.stream().filter(Member::planned).toList();
            return new Newest(each(Member::cell, planned), each(Member::name, planned),
                    each(Member::version, planned), each(Member::seed, planned), raced);
        }

        private static <T> Set<T> each(Function<Member, T> what, List<Member> members) {
            return members.stream().map(what).collect(Collectors.toSet());
        }
    }

    /** The numbers of those runs. */
    static Set<Long> of(Sql sql, long sweep) throws SQLException {
        List<Member> members = sql.list(
                """
                SELECT m.run, m.name, r.config_id || ' ' || r.seed, r.seed, r.version, m.planned_ms IS s.planned_ms
                FROM member m JOIN sweep s ON s.entry = m.sweep JOIN run r ON r.entry = m.run
                WHERE m.sweep = ?""",
                row -> new Member(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4),
                        row.getString(5), row.getBoolean(6)),
                sweep);
        boolean raced = sql.first("SELECT 1 FROM fact WHERE entry = ? AND key = ?", row -> true, sweep, Facts.RACED)
                .isPresent();
        Newest newest = Newest.of(members, raced);
        return members.stream().filter(member -> member.isReplacedBy(newest)).map(Member::run)
                .collect(Collectors.toSet());
    }
}
