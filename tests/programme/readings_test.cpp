#include "engine/programme/readings.hpp"

#include "tests/programme/village.hpp"

using namespace ayni;
using namespace ayni::programme;
using namespace ayni::programme::test;

namespace {

// The village, with four indicators; its stay ends on the twelfth day from today.
struct Asking : Village {
    Asking() {
        defines("I1", "scale", "1-5", "start|mid|end|plus_6");
        defines("I4", "choice", "me|together|other", "start|mid|end");
        defines("I5", "amount", "currency/month", "start|mid|end|plus_6");
        defines("I10", "count", "women", "start|mid|end|plus_3");
        phase("closing", today_days + 100, today_days + 106);
        phase("check", today_days + 190, today_days + 200);
        phase("check", today_days + 286, today_days + 296);
        all_meet();
    }
    void defines(const std::string& code, const std::string& type, const std::string& unit, const std::string& rounds) {
        const RecordId id = odile.makes({}, kind::indicator_def,
                                        {{"code", code}, {"type", type}, {"unit", unit}, {"frequency", rounds}});
        odile.puts({}, id, kind::indicator_def, "label", "es", std::string("Confianza"));
    }
    void phase(const std::string& kind, std::int64_t starts, std::int64_t ends) {
        odile.makes(cohort, kind::phase, {{"kind", kind}, {"starts", starts}, {"ends", ends}});
    }
    [[nodiscard]] std::optional<Fault> fault(const NewReading& reading) const {
        return fault_of(record_reading(*rosa.store, plan, reading));
    }
    [[nodiscard]] std::optional<ReadingsDue> due(std::int64_t in_days) const {
        return must(readings_due(*rosa.store, plan, today_days + in_days));
    }
};

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("indicators come in the order in which people count, with their words") {
    const Asking v;
    const auto known = must(indicators(*v.rosa.store));
    REQUIRE(known.size() == 4);
    CHECK(known[0].code == "I1");
    CHECK(known[3].code == "I10");
    CHECK(known[0].label.at("es") == "Confianza");
    CHECK(known[1].rounds == Codes{"start", "mid", "end"});
}

TEST_CASE("a reading goes from start over mid to end, with who entered it and whether she was helped") {
    Asking v;
    must(record_reading(*v.maude.store, v.plan, {"I1", "mid", std::int64_t{4}, {}, true}));
    must(record_reading(*v.rosa.store, v.plan, {"I1", "start", std::int64_t{2}, {}, false}));
    must(record_reading(*v.rosa.store, v.plan, {"I4", "start", std::string("together"), {}, false}));
    v.all_meet();
    const auto all = must(readings(*v.rosa.store, v.plan));
    REQUIRE(all.size() == 2);
    REQUIRE(all[0].readings.size() == 2);
    CHECK(all[0].readings[0].round == "start");
    CHECK(std::get<std::int64_t>(all[0].readings[0].answer) == 2);
    CHECK(all[0].readings[1].entered_by == "Maude Test");
    CHECK(all[0].readings[1].helped);
    CHECK(std::get<std::string>(all[1].readings[0].answer) == "together");
    CHECK(must(readings(*v.odile.store, v.plan)).size() == 2);
    CHECK(fault_of(readings(*v.rosa.store, v.looms_plan)) == Fault::not_allowed);
    CHECK(fault_of(record_reading(*v.odile.store, v.plan, {"I1", "start", {}, {}, false})) == Fault::not_allowed);
}

TEST_CASE("an amount, a band with it, a band alone, or neither: asked, and not answered") {
    Asking v;
    must(record_reading(*v.rosa.store, v.plan, {"I5", "start", std::int64_t{450'000}, "b2", false}));
    must(record_reading(*v.rosa.store, v.plan, {"I5", "mid", {}, "b3", false}));
    const RecordId silent = must(record_reading(*v.rosa.store, v.plan, {"I5", "end", {}, {}, false})).record;
    auto series = must(readings(*v.rosa.store, v.plan)).front();
    REQUIRE(series.readings.size() == 3);
    CHECK(series.readings[0].band == "b2");
    CHECK(std::holds_alternative<std::monostate>(series.readings[1].answer));
    CHECK(series.readings[1].answered);
    CHECK_FALSE(series.readings[2].answered);
    CHECK_FALSE(v.rosa.sees(silent).has("value"));
    v.clock.now += 1000;
    must(record_reading(*v.rosa.store, v.plan, {"I5", "end", std::int64_t{0}, {}, false}));
    v.clock.now += 1000;
    must(record_reading(*v.rosa.store, v.plan, {"I5", "end", {}, {}, false}));
    series = must(readings(*v.rosa.store, v.plan)).front();
    CHECK(series.readings.size() == 3);
    CHECK(series.readings[2].answered);  // what she once said isn't unsaid by silence
}

TEST_CASE("what an indicator can't answer is not written") {
    const Asking v;
    const auto waiting = must(v.rosa.store->waiting());
    CHECK(v.fault({"I99", "start", {}, {}, false}) == Fault::not_found);
    CHECK(v.fault({"I1", "plus_3", {}, {}, false}) == Fault::invalid);
    CHECK(v.fault({"I1", "later", {}, {}, false}) == Fault::invalid);
    CHECK(v.fault({"I1", "start", std::int64_t{6}, {}, false}) == Fault::invalid);
    CHECK(v.fault({"I1", "start", std::int64_t{0}, {}, false}) == Fault::invalid);
    CHECK(v.fault({"I1", "start", std::string("five"), {}, false}) == Fault::invalid);
    CHECK(v.fault({"I1", "start", std::int64_t{3}, "b1", false}) == Fault::invalid);
    CHECK(v.fault({"I4", "start", std::string("nobody"), {}, false}) == Fault::invalid);
    CHECK(v.fault({"I4", "start", std::int64_t{1}, {}, false}) == Fault::invalid);
    CHECK(v.fault({"I10", "start", std::int64_t{-1}, {}, false}) == Fault::invalid);
    CHECK(must(v.rosa.store->waiting()) == waiting);
}

TEST_CASE("due is what was asked before, in the round that is on") {
    Asking v;
    REQUIRE(v.due(0).has_value());
    CHECK(v.due(0)->round == "start");
    CHECK(v.due(0)->choose);
    CHECK_FALSE(v.due(-41).has_value());  // the season hasn't begun
    for (const char* code : {"I1", "I10"}) {
        must(record_reading(*v.rosa.store, v.plan, {code, "start", std::int64_t{2}, {}, false}));
    }
    CHECK_FALSE(v.due(0).has_value());
    CHECK_FALSE(v.due(5).has_value());
    REQUIRE(v.due(6).has_value());  // the stay's last week
    CHECK(v.due(6)->round == "mid");
    CHECK(v.due(6)->indicators == Codes{"I1", "I10"});
    CHECK_FALSE(v.due(6)->choose);
    must(record_reading(*v.maude.store, v.plan, {"I1", "mid", std::int64_t{3}, {}, true}));
    v.all_meet();
    CHECK(v.due(99)->indicators == Codes{"I10"});
    CHECK(v.due(100)->round == "end");
    CHECK(v.due(190)->round == "plus_3");
    CHECK(v.due(190)->indicators == Codes{"I10"});
    CHECK_FALSE(v.due(201).has_value());
    CHECK(v.due(286)->indicators == Codes{"I1"});
    CHECK_FALSE(v.due(297).has_value());
}

TEST_CASE("a mentor's own plan is read as well, and a plan begun alone is asked nothing") {
    Asking v;
    must(record_reading(*v.maude.store, v.maudes_plan, {"I10", "start", std::int64_t{9}, {}, false}));
    CHECK(must(readings_due(*v.maude.store, v.maudes_plan, today_days + 6))->indicators == Codes{"I10"});
    CHECK_FALSE(must(readings_due(*v.rosa.store, plan_of_alone(v.rosa_id), today_days)).has_value());
}
