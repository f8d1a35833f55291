// All SQL that the store is made of is built from the schema table or stands beside its use; here it is taken from the
// connection after everything was done that people and hubs do often, and SQLite is asked how it carries it out.

#include <regex>

#include "tests/engine/phones.hpp"

using namespace ayni;
using namespace ayni::test;

namespace {

// Whole tables that are read on purpose: small ones, at opening or as a whole; what is nearly always empty; and what is
// done once in a long while: the tray, offering all again to a hub that was restored.
const std::regex reads_all_on_purpose(
    "SELECT number, id FROM replica.*|SELECT number, kind, device, counter FROM scope.*|"
    "SELECT coalesce\\(max\\(stamp\\), 0\\) FROM reach.*|SELECT EXISTS\\(SELECT 1 FROM early\\).*|"
    "SELECT name, value FROM setting WHERE name GLOB.*|SELECT DISTINCT scope FROM reach.*|"
    "SELECT DISTINCT record, field, key FROM head.*|SELECT coalesce\\(\\(SELECT sum.*|PRAGMA.*|.*FROM pragma_.*|"
    "SELECT scope FROM reach WHERE replica=.*|SELECT scope, seq, reason FROM voided WHERE replica=.*|"
    "SELECT scope, first_seq, last_seq, coalesce\\(reason.*|SELECT device, person FROM Device.*|"
    "SELECT count\\(\\*\\) FROM sqlite_schema|SELECT id FROM [A-Za-z]+ ORDER BY id|"
    "SELECT number, scope, first_seq, last_seq, stamp FROM pending ORDER BY number|"
    "SELECT hash FROM blob|"
    "SELECT place, scope, content, at FROM unfinished ORDER BY at DESC, place|"
    "UPDATE envelope SET delivery=0 WHERE replica=.*");

bool is_list_of_kind(const std::string& sql) {
    return sql.starts_with("SELECT id, scope") && sql.find("WHERE id=") == std::string::npos;
}

std::vector<std::string> plan_of(Database& database, const std::string& sql) {
    std::vector<std::string> lines;
    auto query = must(database.prepare("EXPLAIN QUERY PLAN " + sql));
    while (must(query.step())) {
        lines.push_back(query.text(3));
    }
    return lines;
}

// A day's work: writing, reading, exchange, contest, removal, revocation.
void everything_is_done(const Phone& rosa, const Phone& maude) {
    const RecordId goal = rosa.makes(plan, kind::goal, {{"title", std::string("Pan")}, {"why", std::string("a b c")}});
    maude.hears(rosa, plan);
    rosa.sets(plan, goal, kind::goal, "title", std::string("Pan y más"));
    maude.sets(plan, goal, kind::goal, "title", std::string("Panes"));
    maude.sets(plan, goal, kind::goal, "why", std::string("a b d"));
    rosa.hears(maude, plan);
    for (const Contest& contest : must(rosa.store->contests())) {
        must(rosa.store->resolve(contest.record, contest.field, contest.key, contest.versions.front().dot));
    }
    must(rosa.store->history(goal));
    must(rosa.store->last_act());
    must(rosa.store->remove(goal));
    must(rosa.store->restore(goal));
    must(rosa.store->list(kind::goal, plan));
    must(rosa.store->list(kind::action));
    must(rosa.store->find_by_ref("none"));
    must(rosa.store->tray());
    must(rosa.store->waiting());
    rosa.seal(plan);
    for (const Envelope& envelope : must(rosa.store->unsent(SIZE_MAX))) {
        must(rosa.store->settle(envelope.scope, envelope.first_seq, Delivery::received));
    }
    must(rosa.store->last_sealed(plan));
    must(rosa.store->log_after(0, 1 << 20, std::vector{plan}));
    must(rosa.store->log_end());
    must(rosa.store->known(plan));
    must(rosa.store->note_seen(std::vector{Reach{plan, rosa.store->device(), 1}}));
    must(rosa.store->person_of(maude.store->device()));
    must(rosa.store->keep_only(std::vector{plan}));
}

}  // namespace

TEST_CASE("no statement of every day reads a whole table that grows") {
    const Phone rosa;
    const Phone maude;
    everything_is_done(rosa, maude);
    const std::set<std::string> statements = rosa.store->database().statements();
    CHECK(statements.size() > 50);
    for (const std::string& sql : statements) {
        CAPTURE(sql);
        if (std::regex_match(sql, reads_all_on_purpose) || is_list_of_kind(sql)) {
            continue;
        }
        for (const std::string& line : plan_of(rosa.store->database(), sql)) {
            // What waits to be sent has an index of its own, of that alone.
            CHECK((!line.starts_with("SCAN") || line.ends_with("USING INDEX envelope_to_send")));
        }
    }
}
