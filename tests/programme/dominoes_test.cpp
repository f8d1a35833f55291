#include "engine/programme/dominoes.hpp"

#include <algorithm>

#include "tests/programme/village.hpp"

using namespace ayni;
using namespace ayni::programme;
using namespace ayni::programme::test;

namespace {

RecordId tells(Phone& phone, const ScopeId& plan, std::int64_t ring, const std::string& text,
               std::vector<RecordId> after = {}, std::optional<std::int64_t> women = {}) {
    return must(add_domino(*phone.store, plan, {ring, women, text, std::move(after), false})).record;
}

std::size_t place_of(const DominoChain& chain, RecordId id) {
    const auto found = std::ranges::find(chain.dominoes, id, &Domino::id);
    REQUIRE(found != chain.dominoes.end());
    return static_cast<std::size_t>(found - chain.dominoes.begin());
}

std::vector<std::string> picture(const DominoChain& chain) {
    std::vector<std::string> lines;
    for (const Domino& domino : chain.dominoes) {
        lines.push_back(std::to_string(domino.column) + "/" + std::to_string(domino.row) + " " + domino.text);
    }
    for (const Link& link : chain.links) {
        lines.push_back(chain.dominoes[link.from].text + (link.back ? " ~> " : " -> ") + chain.dominoes[link.to].text);
    }
    return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("dominoes stand in columns, each after the last of those that led to it") {
    Village v;
    const RecordId self = tells(v.rosa, v.plan, 1, "I count");
    const RecordId price = tells(v.rosa, v.plan, 2, "a price", {self});
    const RecordId other = tells(v.rosa, v.plan, 2, "a ledger");
    const RecordId women = tells(v.rosa, v.plan, 3, "neighbours count", {self, price}, 4);
    v.all_meet();
    const DominoChain chain = must(domino_chain(*v.maude.store, v.plan));
    CHECK(chain.columns == 3);
    CHECK(picture(chain) == Lines{"0/0 I count", "0/1 a ledger", "1/0 a price", "2/0 neighbours count",
                                  "I count -> a price", "I count -> neighbours count", "a price -> neighbours count"});
    CHECK(place_of(chain, other) == 1);
    CHECK(chain.dominoes[place_of(chain, women)].women == 4);
    CHECK_FALSE(chain.dominoes[0].women.has_value());
    CHECK(must(domino_chain(*v.maude.store, v.looms_plan)).columns == 0);
}

TEST_CASE("a total counts every domino once, however many ways lead to it") {
    Village v;
    const RecordId a = tells(v.rosa, v.plan, 1, "a");
    const RecordId b = tells(v.rosa, v.plan, 3, "b", {a}, 2);
    const RecordId c = tells(v.rosa, v.plan, 3, "c", {a}, 3);
    tells(v.rosa, v.plan, 3, "d", {b, c}, 5);
    tells(v.rosa, v.plan, 2, "apart", {}, 7);
    const DominoChain chain = must(domino_chain(*v.rosa.store, v.plan));
    CHECK(totals(chain) == std::array<DominoTotal, 3>{DominoTotal{1, 0}, DominoTotal{1, 7}, DominoTotal{3, 10}});
    CHECK(total_from(chain, place_of(chain, a)) == DominoTotal{4, 10});
    CHECK(total_from(chain, place_of(chain, b)) == DominoTotal{2, 7});
}

TEST_CASE("a ring of links that two made apart is drawn, counted once, and the same on every device") {
    Village v;
    const RecordId a = tells(v.rosa, v.plan, 1, "a", {}, 1);
    v.clock.now += 1000;
    const RecordId b = tells(v.rosa, v.plan, 2, "b", {}, 2);
    v.clock.now += 1000;
    const RecordId c = tells(v.rosa, v.plan, 3, "c", {b}, 4);
    v.all_meet();
    Phone twin(v.clock);
    must(twin.store->set_person(v.rosa_id));
    v.odile.gives_to(twin);
    must(chain(*v.rosa.store, b, a));
    must(chain(*twin.store, a, b));
    twin.gives_to(v.rosa);
    v.rosa.gives_to(twin);
    const Lines drawn{"0/0 a", "1/0 b", "2/0 c", "a -> b", "b ~> a", "b -> c"};
    CHECK(picture(must(domino_chain(*v.rosa.store, v.plan))) == drawn);
    CHECK(picture(must(domino_chain(*twin.store, v.plan))) == drawn);
    const DominoChain chain = must(domino_chain(*v.rosa.store, v.plan));
    CHECK(total_from(chain, place_of(chain, a)) == DominoTotal{3, 7});
    CHECK(total_from(chain, place_of(chain, b)) == DominoTotal{3, 7});
    must(unchain(*v.rosa.store, a, b));
    CHECK(must(domino_chain(*v.rosa.store, v.plan)).links.size() == 2);
    CHECK(v.rosa.sees(c).refs("after") == std::vector{b});
}

TEST_CASE("what hangs behind a ring doesn't open it, though a slow clock made it seem older") {
    Village v;
    const RecordId b = tells(v.rosa, v.plan, 1, "b");
    const RecordId c = tells(v.rosa, v.plan, 1, "c", {b});
    must(chain(*v.rosa.store, b, c));
    v.all_meet();
    Phone slow(v.clock);
    must(slow.store->set_person(v.rosa_id));
    v.clock.now = 1000;  // 1970
    const RecordId tail = slow.makes(v.plan, kind::domino, {{"ring", std::int64_t{9}}, {"text", std::string("tail")}});
    slow.puts(v.plan, tail, kind::domino, "after", to_text(c));
    slow.puts(v.plan, tail, kind::domino, "after", to_text(tail));  // after itself: no link at all
    v.clock.now = noon;
    v.odile.gives_to(slow);
    slow.gives_to(v.rosa);
    const DominoChain chain = must(domino_chain(*v.rosa.store, v.plan));
    CHECK(chain.dominoes[place_of(chain, tail)].at < chain.dominoes[place_of(chain, b)].at);
    CHECK(picture(chain) == Lines{"0/0 b", "1/0 c", "2/0 tail", "b -> c", "c ~> b", "c -> tail"});
    std::size_t counted = 0;
    for (const DominoTotal& total : totals(chain)) {
        counted += total.dominoes;
    }
    CHECK(counted == chain.dominoes.size() - 1);
}

TEST_CASE("a domino is told by an owner, in a ring that there is, of women that there were") {
    Village v;
    const RecordId a = tells(v.rosa, v.plan, 1, "a");
    const auto fault = [&](const NewDomino& domino) { return fault_of(add_domino(*v.rosa.store, v.plan, domino)); };
    CHECK(fault({0, {}, "x", {}, false}) == Fault::invalid);
    CHECK(fault({4, {}, "x", {}, false}) == Fault::invalid);
    CHECK(fault({3, -1, "x", {}, false}) == Fault::invalid);
    CHECK(fault({1, {}, " ", {}, false}) == Fault::invalid);
    CHECK(fault({1, {}, "x", {v.rosa_id}, false}) == Fault::invalid);
    CHECK_FALSE(fault({1, 0, {}, {a}, true}).has_value());
    CHECK(fault_of(chain(*v.rosa.store, a, a)) == Fault::invalid);
    CHECK(fault_of(set_women(*v.rosa.store, a, -3)) == Fault::invalid);
    must(set_women(*v.rosa.store, a, 12));
    CHECK(v.rosa.sees(a).whole("women") == 12);
    v.all_meet();
    CHECK(fault_of(add_domino(*v.maude.store, v.plan, {1, {}, "x", {}, false})) == Fault::not_allowed);
    must(programme::remove(*v.rosa.store, a));
    CHECK(must(domino_chain(*v.rosa.store, v.plan)).links.empty());
}

TEST_CASE("a long chain and a great ring are drawn at once") {
    Village v;
    std::vector<RecordId> all;
    must(v.rosa.store->transact([&]() -> Outcome {
        for (int i = 0; i < 300; ++i) {
            all.push_back(tells(v.rosa, v.plan, 1, std::to_string(i), all.empty() ? all : std::vector{all.back()}));
        }
        return Done{};
    }));
    CHECK(must(domino_chain(*v.rosa.store, v.plan)).columns == 300);
    must(chain(*v.rosa.store, all.front(), all.back()));
    const DominoChain ring = must(domino_chain(*v.rosa.store, v.plan));
    CHECK(ring.columns == 300);
    CHECK(std::ranges::count(ring.links, true, &Link::back) == 1);
    CHECK(total_from(ring, 150).dominoes == 300);
}
