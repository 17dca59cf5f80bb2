package io.tocsin.chaos;

import io.tocsin.stack.Stack;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What the carrier's and Keycloak's own records say in the end, beside ours.
 *
 * @param numbersWanted numbers that centers asked for; with nothing back in stock, each must be bought exactly once
 * @param orphans what exists outside for a center that is closed, or is unknown to us
 */
record ChaosCount(
        long centersNotAtTheirEnd, long numbersWanted, long numbersBought, long boughtTwice, List<String> orphans) {
    static ChaosCount of(Stack stack) throws SQLException {
        try (Connection connection = stack.superuser();
                Statement statement = connection.createStatement()) {
            long notEnded = number(
                    statement,
                    "select count(*) from incident_center where phase not in ('CLOSED', 'READY', 'DECLARED')");
            long wanted = number(
                    statement,
                    "select count(*) from resource where kind = 'phone-number' and center_id in"
                            + " (select center_id from center_journal where code = 'center.ready')");
            long bought = number(statement, "select count(*) from drill.thing where kind = 'NUMBER'");
            // A center that was torn down before it was ready may have bought some of its numbers or none.
            long boughtTwice = number(
                            statement,
                            "select count(*) from (select (regexp_match(t.doc ->> 'friendly_name',"
                                    + " 'tocsin:[0-9a-f-]+:.+'))[1] as label from drill.thing t where t.kind = 'NUMBER') n"
                                    + " where label is not null group by label having count(*) > 1 limit 1")
                    + Math.max(
                            0, bought - number(statement, "select count(*) from resource where kind = 'phone-number'"));
            List<String> orphans = new ArrayList<>();
            orphans.addAll(list(
                    statement,
                    "select 'carrier: ' || t.kind || ' ' || t.name from drill.thing t join incident_center c"
                            + " on t.name like 'tocsin:' || c.id || ':%' where c.phase = 'CLOSED'"
                            + " and t.kind not in ('CALL', 'MESSAGE', 'TASK', 'RESERVATION')"));
            orphans.addAll(list(
                    statement,
                    "select 'carrier: number unknown to the inventory ' || t.sid from drill.thing t"
                            + " left join number_inventory n on n.vendor_sid = t.sid"
                            + " where t.kind = 'NUMBER' and n.id is null"));
            orphans.addAll(list(
                    statement,
                    "select 'inventory: ' || n.id || ' ' || n.state from number_inventory n left join drill.thing t"
                            + " on t.sid = n.vendor_sid left join incident_center c on c.id = n.center_id"
                            + " where (t.sid is null and n.state not in ('RELEASED', 'GONE'))"
                            + " or (n.state in ('IN_USE', 'BUYING') and c.phase = 'CLOSED')"));
            orphans.addAll(stack.people().leftInCenters());
            return new ChaosCount(notEnded, wanted, bought, boughtTwice, orphans);
        }
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private static List<String> list(Statement statement, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
